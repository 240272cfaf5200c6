import CivilDay
import JournalStore
import JournalModel

/// The exercises of the catalogue with how often they were done.
struct ExerciseTable: Renderable {
  let exercises: [ExerciseUse]

  private static let columns = [
    TableColumn("exercise"), TableColumn("kind"), TableColumn("times", .right),
    TableColumn("last done"), TableColumn("note"),
  ]

  private var rows: [[String]] {
    exercises.map { exercise in
      [
        exercise.name, ExerciseKind(rawValue: exercise.kind)?.words ?? exercise.kind,
        "\(exercise.times)", exercise.lastDay.map(dated) ?? "", exercise.note ?? "",
      ]
    }
  }

  func text(width: Int?) -> String {
    exercises.isEmpty
      ? "" : TextTable(columns: Self.columns, rows: rows).text(maximumWidth: width)
  }

  var json: JSON {
    .array(
      exercises.map { exercise in
        [
          "id": JSON(exercise.id), "name": JSON(exercise.name), "kind": JSON(exercise.kind),
          "times": JSON(exercise.times), "last_day": JSON(exercise.lastDay?.description),
          "note": JSON(exercise.note),
        ]
      })
  }

  var csv: (header: [String], rows: [[String?]]) {
    (
      ["id", "name", "kind", "times", "last_day", "note"],
      exercises.map { exercise in
        [
          "\(exercise.id)", exercise.name, exercise.kind, "\(exercise.times)",
          exercise.lastDay?.description, exercise.note,
        ]
      }
    )
  }

  var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }
}
