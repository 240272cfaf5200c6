import Correlator

/// When the ratings of some days were made, each day counted by its best one.
public struct RatingTimes: Equatable, Sendable {
  /// The number of days.
  public let days: Int
  /// Days with a rating known to be from before the run.
  public let morning: Int
  /// Days whose ratings are all from later.
  public let evening: Int
  /// Days without such a rating, but with one at an unknown time.
  public let unknown: Int

  /// Days with a rating.
  public var rated: Int { morning + evening + unknown }

  /// Counts days; `nil` is a day without a rating.
  init(_ times: some Collection<Timing?>) {
    days = times.count
    morning = times.count { $0 == .morning }
    evening = times.count { $0 == .evening }
    unknown = times.count { $0 == .unknown }
  }
}
