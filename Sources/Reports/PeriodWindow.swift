internal import CivilDay
public import JournalModel
internal import JournalStore

/// Some days in a row, such as the last four weeks of a period.
public struct PeriodWindow: Sendable {
  /// The number of days.
  public let days: Int
  /// The days in a flare-up.
  public let flareDays: Int
  /// The mean leg pain, 0 to 10; `nil` without a rating.
  public let legPain: Average?
  /// The worst leg pain at any time, 0 to 10; `nil` without a rating.
  public let worstLegPain: Int?
  /// The mean back pain, 0 to 10; `nil` without a rating.
  public let backPain: Average?
  /// The mean reach, 0 back to 6 toes; `nil` without one.
  public let reach: Average?
  /// The farthest reach; `nil` without one.
  public let farthestReach: Reach?
  /// The sides that were named, with their days, most frequent first.
  public let sides: [(side: BodySide, days: Int)]
  /// The mean hours of sleep; `nil` without one.
  public let sleepHours: Average?
  /// The mean hours of sitting; `nil` without one.
  public let sittingHours: Average?
  /// Kilometres a day run, over the days on which they are known; `nil` without any.
  public let kilometres: Average?
  /// Minutes a day run, over the days on which they are known; `nil` without any.
  public let minutes: Average?
  /// The run days without a known distance, and without a known duration.
  public let runDaysWithout: (distance: Int, duration: Int)
  /// Days with pins and needles, out of the days with an answer.
  public let tingling: Rate
  /// Days with numbness, out of the days with an answer.
  public let numbness: Rate
  /// Days with weakness, out of the days with an answer.
  public let weakness: Rate

  /// A mean over the days on which something is known.
  public struct Average: Equatable, Sendable {
    /// The mean.
    public let mean: Double
    /// The number of days.
    public let days: Int

    init?(_ values: [Double]) {
      guard !values.isEmpty else { return nil }
      mean = values.reduce(0, +) / Double(values.count)
      days = values.count
    }

    init?(_ values: [Int]) { self.init(values.map(Double.init)) }
  }

  /// Sums up days.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - signs: Signs of any days, oldest first; those of other days play no part.
  init(_ days: some Collection<DiaryDay>, _ signs: [DeclaredSigns]) {
    self.days = days.count
    flareDays = days.count { $0.isFlare }
    legPain = Average(days.compactMap(\.legPain))
    worstLegPain = days.compactMap(\.worstLegPain).max()
    backPain = Average(days.compactMap(\.backPain))
    reach = Average(days.compactMap(\.reach))
    farthestReach = days.compactMap(\.reach).max().flatMap(Reach.init(rawValue:))
    sleepHours = Average(days.compactMap(\.sleepHours))
    sittingHours = Average(days.compactMap(\.sittingHours))
    let runDays = days.filter { $0.state == .run }
    runDaysWithout = (
      runDays.count { $0.distanceKm == nil }, runDays.count { $0.minutes == nil }
    )
    kilometres =
      runDaysWithout.distance < max(runDays.count, 1)
      ? Average(days.compactMap(\.distanceKm)) : nil
    minutes =
      runDaysWithout.duration < max(runDays.count, 1)
      ? Average(days.compactMap(\.minutes)) : nil
    let within = Set(days.map(\.day))
    let here = signs.filter { within.contains($0.day) }
    func rate(_ sign: KeyPath<DeclaredSigns, Bool?>) -> Rate {
      Rate(
        count: Set(here.filter { $0[keyPath: sign] == true }.map(\.day)).count,
        of: Set(here.filter { $0[keyPath: sign] != nil }.map(\.day)).count)
    }
    tingling = rate(\.tingling)
    numbness = rate(\.numbness)
    weakness = rate(\.weakness)
    sides = Dictionary(grouping: here.filter { $0.side != nil }) { $0.side }
      .compactMap { side, signs in side.map { ($0, Set(signs.map(\.day)).count) } }
      .sorted { ($1.days, $0.side.rawValue) < ($0.days, $1.side.rawValue) }
  }
}
