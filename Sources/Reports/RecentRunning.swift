public import CivilDay
import JournalStore

/// Recent running, for description, not warning.
public struct RecentRunning: Sendable {
  /// A run with its distance.
  public struct LongestRun: Equatable, Sendable {
    /// Its day.
    public let day: Day
    /// Its metres.
    public let distanceM: Double
  }

  /// The days of this week, from Monday to today.
  public let thisWeek: DayTotals
  /// The days of the weeks before this one that count.
  public let weeksBefore: DayTotals
  /// The number of weeks that count among the four before this one.
  ///
  /// A week counts if it has a known day: a week without entries says nothing.
  public let countedWeeks: Int
  /// Today and the six days before.
  public let last7Days: DayTotals
  /// Today and the 27 days before.
  public let last28Days: DayTotals
  /// The thirty days before today.
  public let before: DayTotals
  /// The longest run of the thirty days before today, the latest among equals;
  /// `nil` without a distance.
  public let longest: LongestRun?

  /// The days of the four weeks before this one.
  static let weekDays = 28
  /// The days whose longest run the next one is compared with.
  static let spikeDays = 30

  /// Creates the totals.
  ///
  /// - Parameters:
  ///   - days: At least the days from four weeks before Monday to today, in order.
  ///   - runs: The runs of the thirty days before today, oldest first.
  init(_ days: [DiaryDay], runs: [RunSummary]) {
    let weekday = days.last?.day.weekday ?? 0
    thisWeek = DayTotals(days.suffix(weekday + 1))
    let weeks = days.dropLast(weekday + 1).suffix(Self.weekDays)
    let counted = stride(from: weeks.startIndex, to: weeks.endIndex, by: 7)
      .map { weeks[$0..<min($0 + 7, weeks.endIndex)] }
      .filter { $0.contains { $0.state != nil } }
    weeksBefore = DayTotals(counted.flatMap(\.self))
    countedWeeks = counted.count
    last7Days = DayTotals(days.suffix(7))
    last28Days = DayTotals(days.suffix(28))
    before = DayTotals(days.dropLast().suffix(Self.spikeDays))
    longest = LongestRun(runs)
  }
}

extension RecentRunning.LongestRun {
  /// The longest of `runs`, oldest first, the latest among equals; `nil` without a
  /// distance.
  init?(_ runs: [RunSummary]) {
    let longest = runs.reduce(nil as RunSummary?) { longest, run in
      guard let metres = run.distanceM, metres >= longest?.distanceM ?? 0 else { return longest }
      return run
    }
    guard let longest, let metres = longest.distanceM else { return nil }
    (day, distanceM) = (longest.day, metres)
  }
}
