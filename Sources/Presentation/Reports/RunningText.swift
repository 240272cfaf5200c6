import CivilDay
import JournalModel
import Reports
import WrittenValues

/// Recent running, without alarm.
struct RunningText {
  private let running: RecentRunning
  private let unit: DistanceUnit

  init(_ running: RecentRunning, unit: DistanceUnit) {
    self.running = running
    self.unit = unit
  }

  /// Distance, runs and load of this week and recent weeks, line by line; empty
  /// without runs.
  var amounts: [(name: String, text: String)] {
    let runs = [running.thisWeek, running.weeksBefore, running.last28Days].map { $0.runs ?? 0 }
    guard runs.contains(where: { $0 > 0 }) else { return [] }
    let weeks = running.countedWeeks
    return [
      ("this week", told(running.thisWeek)),
      (
        weeks == 1 ? "last week" : "\(weeks)-week mean",
        told(running.weeksBefore, per: weeks)
      ),
      ("last 7 days", told(running.last7Days)), ("last 28 days", told(running.last28Days)),
    ].compactMap { name, text in text.map { (name, $0) } }
  }

  /// The run that the next one is compared with.
  var longest: [(name: String, text: String)] {
    running.longest.map {
      [
        (
          "longest run",
          "\(unit.text($0.distanceM)) on \($0.day.longDescription), in the previous 30 days"
        )
      ]
    } ?? []
  }

  /// Distance, runs and load, divided by `weeks`, and the unknown days; `nil` if
  /// nothing is known.
  private func told(_ totals: DayTotals, per weeks: Int = 1) -> String? {
    guard let runs = totals.runs else { return nil }
    func mean(_ total: Double) -> Double { total / Double(weeks) }
    let amounts: [String?] =
      runs == 0
      ? ["no runs"]
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
        ? (unknown > 0 ? "\(partly) partly" : NumberText.counted(partly, "day") + " partly unknown")
        : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return amounts.compactMap(\.self).joined(separator: ", ") + (gaps.isEmpty ? "" : "; \(gaps)")
  }
}
