package import JSONText
import JournalModel
package import JournalStore
import WrittenValues

/// Routines with their exercises, one per line.
package struct RoutineList: Renderable {
  package let routines: [Routine]

  package init(routines: [Routine]) {
    self.routines = routines
  }

  private static let columns = [
    TableColumn("routine"), TableColumn("step", .right), TableColumn("exercise"),
    TableColumn("amount"), TableColumn("side"),
  ]

  private var rows: [[String]] {
    routines.flatMap { routine in
      routine.steps.enumerated().map { index, step in
        [
          index == 0 ? routine.name : "", "\(index + 1)", step.text("exercise") ?? "",
          Self.amount(of: step), step.text("side") ?? "",
        ]
      }
    }
  }

  package func text(width: Int?) -> String {
    routines.isEmpty ? "" : TextTable(columns: Self.columns, rows: rows).text(maximumWidth: width)
  }

  package var json: JSON {
    .array(
      routines.map { routine in
        [
          "id": JSON(routine.id), "name": JSON(routine.name), "note": JSON(routine.note),
          "steps": .array(
            routine.steps.map { step in
              [
                "exercise": JSON(step.text("exercise")), "sets": JSON(step.whole("sets")),
                "reps": JSON(step.whole("reps")), "hold_s": JSON(step.number("hold_s")),
                "duration_s": JSON(step.number("duration_s")), "side": JSON(step.text("side")),
              ]
            }),
        ]
      })
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["routine", "step", "exercise", "sets", "reps", "hold_s", "duration_s", "side"],
      routines.flatMap { routine in
        routine.steps.enumerated().map { index, step in
          [routine.name, "\(index + 1)", step.text("exercise")]
            + ["sets", "reps", "hold_s", "duration_s"].map { field in
              step.number(field).map { NumberText.shortest($0) }
            } + [step.text("side")]
        }
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }

  /// A routine on one line, such as `Routine: morning, piriformis 3x30s`.
  package static func told(_ routine: Routine) -> String {
    (["Routine: \(routine.name)"]
      + routine.steps.map { step in
        [step.text("exercise"), amount(of: step), step.text("side")].compactMap(\.self)
          .filter { !$0.isEmpty }.joined(separator: " ")
      }).joined(separator: ", ")
  }

  /// The amount of an exercise in its typed form; empty if unknown.
  private static func amount(of step: StoredEntry) -> String {
    ([
      step.whole("sets").map { "\($0)" }, step.whole("reps").map { "\($0)" },
      step.number("hold_s").map { "\(NumberText.shortest($0))s" },
    ].compactMap(\.self).joined(separator: "x")
      + (step.number("duration_s").map { ClockText.duration($0) } ?? ""))
  }
}
