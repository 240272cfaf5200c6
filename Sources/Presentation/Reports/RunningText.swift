import CivilDay
import JournalModel
import Reports
import WrittenValues

/// How much was run lately, in words without alarm.
struct RunningText {
  private let running: RecentRunning
  private let unit: DistanceUnit

  init(_ running: RecentRunning, unit: DistanceUnit) {
    self.running = running
    self.unit = unit
  }

  /// Distance, runs and load of this week beside a usual one, and of four weeks;
  /// nothing if there was no run.
  ///
  /// - Parameter withLongest: Whether to tell the longest run, which the next one
  ///   is compared with.
  /// - Returns: A line for each, as far as something is known of them.
  func amounts(withLongest: Bool) -> [(name: String, text: String)] {
    let runs = [running.thisWeek, running.weeksBefore, running.last28Days].map { $0.runs ?? 0 }
    guard runs.contains(where: { $0 > 0 }) else { return [] }
    let weeks = running.countedWeeks
    let usual = told(running.weeksBefore, per: weeks).map {
      (weeks == 1 ? "last week: " : "\(weeks)-week mean: ") + $0
    }
    let lines = [
      ("this week", [told(running.thisWeek), usual]),
      ("last 28 days", [told(running.last28Days), withLongest ? longest : nil]),
    ]
    return lines.compactMap { name, parts in
      let known = parts.compactMap(\.self)
      return known.isEmpty ? nil : (name, known.joined(separator: ". "))
    }
  }

  private var longest: String? {
    running.longest.map {
      "Longest run of 30 days: \(unit.text($0.distanceM)) on \($0.day.longDescription)"
    }
  }

  /// Distance, runs and load, divided by `weeks`, and what is not known of them;
  /// `nil` if nothing is known.
  private func told(_ totals: DayTotals, per weeks: Int = 1) -> String? {
    guard let runs = totals.runs else { return nil }
    func mean(_ total: Double) -> Double { total / Double(weeks) }
    let amounts: [String?] =
      runs == 0
      ? ["no run"]
      : [
        totals.km.map { unit.text(mean($0 * 1000)) }
          ?? totals.minutes.map { ClockText.duration(mean($0 * 60)) },
        weeks == 1
          ? NumberText.counted(runs, "run") : "\(NumberText.fixed(mean(Double(runs)), 1)) runs",
        totals.load.map { "load \(NumberText.fixed(mean($0), 0))" },
      ]
    let (unknown, partly) = (totals.unknownDays, totals.partlyKnownDays)
    let gaps = [
      unknown > 0 ? "\(unknown) of \(totals.days) days unknown" : nil,
      partly > 0
        ? (unknown > 0 ? "\(partly)" : NumberText.counted(partly, "day") + " unknown") + " in part"
        : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return amounts.compactMap(\.self).joined(separator: ", ") + (gaps.isEmpty ? "" : "; \(gaps)")
  }
}
