import CivilDay
import JournalModel
import Reports
import WrittenValues

/// Recent running, without alarm.
struct RunningText {
  private let running: RecentRunning
  private let unit: DistanceUnit
  private let today: Day

  init(_ running: RecentRunning, unit: DistanceUnit, today: Day) {
    self.running = running
    self.unit = unit
    self.today = today
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
    let month = [told(running.last28Days), withLongest ? longest : nil].compactMap(\.self)
    return [week].compactMap(\.self)
      + (month.isEmpty ? [] : [("last 28 days", month.joined(separator: "; "))])
  }

  /// This week, and what a week was lately, if two weeks of it are known; what is
  /// unknown of the weeks before is told with the last 28 days.
  private var week: (name: String, text: String)? {
    let weeks = running.countedWeeks
    let name = "\(weeks)-week mean"
    let usual =
      running.weeksBefore.knownDays < NextStep.fewestDays
      ? nil : amounts(running.weeksBefore, per: weeks)
    guard let week = told(running.thisWeek) else { return usual.map { (name, $0) } }
    return ("this week", week + (usual.map { " (\(name) \($0))" } ?? ""))
  }

  private var longest: String? {
    running.longest.map { longest in
      let isOlder = longest.day <= today - 28
      return "longest\(isOlder ? " of 30 days" : "") \(unit.text(longest.distanceM)) on "
        + longest.day.longDescription
    }
  }

  /// Distance, runs and load, and what is not known of them; `nil` if nothing is
  /// known.
  private func told(_ totals: DayTotals) -> String? {
    guard let amounts = amounts(totals) else { return nil }
    let (unknown, partly) = (totals.unknownDays, totals.partlyKnownDays)
    let gaps = [
      unknown > 0 ? "\(unknown) of \(totals.days) days unknown" : nil,
      partly > 0
        ? (unknown > 0 ? "\(partly) partly" : NumberText.counted(partly, "day") + " partly unknown")
        : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return amounts + (gaps.isEmpty ? "" : "; \(gaps)")
  }

  /// Distance, runs and load, divided by `weeks`; `nil` if nothing is known.
  ///
  /// The runs of several weeks are left out where there is a distance.
  private func amounts(_ totals: DayTotals, per weeks: Int = 1) -> String? {
    guard let runs = totals.runs else { return nil }
    guard runs > 0 else { return "no runs" }
    func mean(_ total: Double) -> Double { total / Double(weeks) }
    let distance =
      totals.km.map { unit.text(mean($0 * 1000)) }
      ?? totals.minutes.map { ClockText.duration(mean($0 * 60)) }
    let count =
      weeks == 1
      ? NumberText.counted(runs, "run")
      : distance == nil ? "\(NumberText.fixed(mean(Double(runs)), 1)) runs" : nil
    let load = totals.load.map { "load \(NumberText.fixed(mean($0), 0))" }
    return [distance, count, load].compactMap(\.self).joined(separator: ", ")
  }
}
