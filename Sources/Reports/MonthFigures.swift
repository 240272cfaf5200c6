public import CivilDay
public import JournalStore
internal import JournalModel

/// The totals of a month; those of its days are members too, as in `figures.km`.
@dynamicMemberLookup
public struct MonthFigures: Sendable {
  /// The month.
  public let month: Month
  /// Running on the days of the month within the journal.
  public let totals: DayTotals
  /// Days with a leg pain rating.
  public let painDays: Int
  /// The mean of the days' leg pain, 0 to 10, or `nil` without a rating.
  public let meanPain: Double?
  /// The highest leg pain, or `nil` without a rating.
  public let worstPain: Int?
  /// The highest leg pain of each day with a rating.
  private let worstOfDays: [Int]
  /// Days with pain rated before running.
  public let morningDays: Int
  /// Days of a flare-up.
  public let flareDays: Int
  /// Minutes of stretches with a known time, or `nil` without one.
  public let stretchMinutes: Double?
  /// Days with a stretch or an exercise.
  public let stretchDays: Int
  /// Days with a known reach.
  public let reachDays: Int
  /// The mean reach, from 0 for the back to 6 for the toes, or `nil` without one.
  public let meanReach: Double?
  /// The farthest reach, or `nil` without one.
  public let farthestReach: Int?

  /// Adds up the days of `month` in `diary`.
  ///
  /// - Parameters:
  ///   - month: The month.
  ///   - diary: Days, including those of the month.
  ///   - stretched: Days with a stretch.
  public init(_ month: Month, of diary: some Sequence<DiaryDay>, stretched: Set<Day>) {
    let days = diary.filter { month.days.contains($0.day) }
    self.month = month
    totals = DayTotals(days)
    let ratings = days.compactMap(\.legPain)
    painDays = ratings.count
    meanPain = mean(ratings.map(Double.init))
    worstOfDays = days.compactMap(\.worstLegPain)
    worstPain = worstOfDays.max()
    morningDays = days.count { $0.legPain != nil && $0.legPainMoment == .morning }
    flareDays = days.count { $0.isFlare }
    stretchMinutes = sum(days.map(\.stretchMinutes))
    stretchDays = days.count { stretched.contains($0.day) }
    let reaches = days.compactMap(\.reach)
    reachDays = reaches.count
    meanReach = mean(reaches.map(Double.init))
    farthestReach = reaches.max()
  }

  /// The days whose highest leg pain was above `limit`.
  public func badDays(over limit: Int) -> Int { worstOfDays.count { $0 > limit } }

  /// A total of the month's days.
  public subscript<Value>(dynamicMember total: KeyPath<DayTotals, Value>) -> Value {
    totals[keyPath: total]
  }
}

/// The mean of `values`, or `nil` if empty.
func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

/// The median of `values`, or `nil` if empty.
func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
