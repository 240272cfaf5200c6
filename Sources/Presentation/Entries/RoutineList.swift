package import JSONText
import JournalModel
package import JournalStore
import WrittenValues

/// Routines with their exercises, one per line.
package struct RoutineList: Renderable {
  package let routines: [StoredRoutine]

  package init(routines: [StoredRoutine]) {
    self.routines = routines
  }

  private static let columns = [
    TableColumn("routine"), TableColumn("step", .right), TableColumn("exercise", .left, .wrapped),
    TableColumn("amount"), TableColumn("side"),
  ]

  private var rows: [[String]] {
    routines.flatMap { routine in
      routine.steps.enumerated().map { index, step in
        [
          index == 0 ? routine.name : "", "\(index + 1)", step.exercise?.name ?? "",
          Self.amount(of: step), step.side?.rawValue ?? "",
        ]
      }
    }
  }

  package func text(_ layout: TextLayout) -> String {
    routines.isEmpty ? "" : TextTable(columns: Self.columns, rows: rows).text(layout)
  }

  package var json: JSON {
    .array(
      routines.map { routine in
        [
          "id": JSON(routine.id), "name": JSON(routine.name), "note": JSON(routine.note),
          "steps": .array(
            routine.steps.map { step in
              [
                "exercise": JSON(step.exercise?.name), "sets": JSON(step.sets),
                "reps": JSON(step.repetitions), "hold_s": JSON(step.holdS),
                "duration_s": JSON(step.durationS), "side": JSON(step.side?.rawValue),
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
          [
            routine.name, "\(index + 1)", step.exercise?.name, step.sets.map { "\($0)" },
            step.repetitions.map { "\($0)" }, step.holdS.map { NumberText.shortest($0) },
            step.durationS.map { NumberText.shortest($0) }, step.side?.rawValue,
          ]
        }
      }
    )
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }

  /// A routine on one line, such as `Routine: morning, piriformis 3x30s`.
  package static func told(_ routine: StoredRoutine) -> String {
    (["Routine: \(routine.name)"]
      + routine.steps.map { step in
        [step.exercise?.name, amount(of: step), step.side?.rawValue].compactMap(\.self)
          .filter { !$0.isEmpty }.joined(separator: " ")
      }).joined(separator: ", ")
  }

  /// The amount of an exercise in its typed form; empty if unknown.
  private static func amount(of step: RoutineStep) -> String {
    ([
      step.sets.map { "\($0)" }, step.repetitions.map { "\($0)" },
      step.holdS.map { "\(NumberText.shortest($0))s" },
    ].compactMap(\.self).joined(separator: "x")
      + (step.durationS.map { ClockText.duration($0) } ?? ""))
  }
}
