import CivilDay
package import JSONText
package import JournalModel
import WrittenValues

/// The trials of a journal, without their effects.
package struct TrialList: Renderable {
  private let trials: [Trial]
  private let unit: DistanceUnit

  package init(_ trials: [Trial], unit: DistanceUnit) {
    self.trials = trials
    self.unit = unit
  }

  private static let columns = [
    TableColumn("id", .right), TableColumn("started"), TableColumn("state"),
    TableColumn("compares", .left, .wrapped), TableColumn("pairs"), TableColumn("looks", .right),
  ]

  private var rows: [[String]] {
    trials.map { trial in
      let words = TrialWords(trial.plan, unit: unit)
      return [
        "\(trial.id)", trial.plan.startDay.description,
        TrialJSON.state(trial) == "running" ? "in progress" : TrialJSON.state(trial), words.arms,
        "\(trial.plan.pairs) of \(words.units)", "\(trial.looks.count)",
      ]
    }
  }

  package func text(_ layout: TextLayout) -> String {
    trials.isEmpty ? "" : TextTable(columns: Self.columns, rows: rows).text(layout)
  }

  package var markdown: String { MarkdownTable(columns: Self.columns, rows: rows).text }

  package var json: JSON { .array(trials.map(TrialJSON.plan)) }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      [
        "id", "kind", "arm_a", "arm_b", "unit", "pairs", "analysis", "start_day", "state",
        "end_day",
        "stop_reason", "looks",
      ],
      trials.map { trial in
        let plan = trial.plan
        return [
          "\(trial.id)", plan.kind.rawValue, plan.armA, plan.armB, plan.unit.rawValue,
          "\(plan.pairs)", plan.analysis.rawValue, plan.startDay.description,
          TrialJSON.state(trial), trial.end?.day.description, trial.end?.reason,
          "\(trial.looks.count)",
        ]
      }
    )
  }
}
