import CivilDay
package import JSONText
package import JournalModel
import JournalStore

/// The exercises of the catalogue, with their use.
package struct ExerciseTable: Renderable {
  package let exercises: [ExerciseUse]

  package init(exercises: [ExerciseUse]) {
    self.exercises = exercises
  }

  private static let columns = [
    TableColumn("exercise"), TableColumn("kind", .left, .optional), TableColumn("times", .right),
    TableColumn("last done"), TableColumn("note", .left, .wrapped),
  ]

  private var rows: [[String]] {
    exercises.map { exercise in
      [
        exercise.name, ExerciseKind(rawValue: exercise.kind)?.words ?? exercise.kind,
        "\(exercise.times)", exercise.lastDay.map(dated) ?? "", exercise.note ?? "",
      ]
    }
  }

  package func text(_ layout: TextLayout) -> String {
    exercises.isEmpty
      ? "" : TextTable(columns: Self.columns, rows: rows).text(layout)
  }

  package var json: JSON {
    .array(
      exercises.map { exercise in
        [
          "id": JSON(exercise.id), "name": JSON(exercise.name), "kind": JSON(exercise.kind),
          "times": JSON(exercise.times), "last_day": JSON(exercise.lastDay?.description),
          "note": JSON(exercise.note),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
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

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }
}
