import CivilDay
package import JSONText
package import JournalModel
package import Reports
import Correlator
import WrittenValues

/// Everything that a statistician needs to check a trial.
///
/// While the trial runs, the seed, the outcomes and all that is not drawn yet are
/// withheld.
package struct TrialExport: Renderable {
  private let progress: TrialProgress
  private let result: TrialResult
  private let words: TrialWords

  package init(_ progress: TrialProgress, unit: DistanceUnit) {
    self.progress = progress
    result = TrialResult(progress)
    words = TrialWords(progress.trial.plan, unit: unit)
  }

  private var trial: Trial { progress.trial }
  private var hasEnded: Bool { trial.end != nil }

  /// How the seed makes the schedule.
  private static let generator =
    "SplitMix64 (Steele, Lea and Flood 2014). The top bit of its output i, from 0, decides pair i + 1: 0 for "
    + "A first, 1 for B first."

  package var json: JSON {
    [
      "trial": TrialJSON.plan(trial),
      "outcome": .string(
        "Mean over the run days of a unit of leg pain the next morning minus leg pain that morning, both rated "
          + "before running; a pair with a unit without one is replaced at the end."),
      "test": .string(
        trial.plan.analysis == .end
          ? "Sign flips of the differences B minus A, all of them up to 14 pairs, else 9,999 drawn with "
            + "a seed of the test's own, SplitMix64(20240229); 95 % interval of Hartigan 1969."
          : "Betting process over 1/4, 1/2, 1 and 2; stops at a stake of 40, p = min(1, 2/stake)."),
      "generator": hasEnded ? .string(Self.generator) : .null,
      "schedule": trial.end?.seed.map { seed in
        let schedule = TrialSchedule(seed: UInt64(seed))
        let pairs = progress.units.last?.pair ?? 0
        return .array((0..<pairs).map { .string(schedule.startsWithB(pair: $0) ? "BA" : "AB") })
      } ?? .null,
      "units": .array(
        progress.units.map { TrialJSON.unit($0, words, withOutcome: hasEnded) }),
      "as_randomised": hasEnded ? TrialJSON.reading(result.asRandomised) : .null,
      "as_done": hasEnded ? result.asDone.map(TrialJSON.reading) ?? .null : .null,
    ]
  }

  private static let names = [
    "unit", "pair", "arm", "treatment", "drawn_day", "first_day", "last_day", "run_days",
    "rated_run_days", "done", "pain_change",
  ]

  package var csv: (header: [String], rows: [[String?]]) {
    (
      Self.names,
      progress.units.map { unit in
        [
          "\(unit.number)", "\(unit.pair)", unit.arm.rawValue, words.name(unit.arm),
          unit.drawnDay.description, unit.firstDay?.description, unit.lastDay?.description,
          "\(unit.runDays)", "\(unit.ratedRunDays)", unit.done?.rawValue,
          hasEnded ? NumberText.shortest(unit.painChange) : nil,
        ]
      }
    )
  }

  private var table: (columns: [TableColumn], rows: [[String]]) {
    (
      Self.names.map { TableColumn($0) },
      csv.rows.map { $0.map { $0 ?? "" } }
    )
  }

  package func text(_ layout: TextLayout) -> String {
    TextTable(columns: table.columns, rows: table.rows).text(layout)
  }

  package var markdown: String { MarkdownTable(columns: table.columns, rows: table.rows).text }
}
