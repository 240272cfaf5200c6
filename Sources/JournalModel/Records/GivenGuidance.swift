public import CivilDay

/// Advice from a doctor or physiotherapist.
public struct GivenGuidance: Equatable, Sendable {
  /// The id of the piece of guidance.
  public let id: Int
  /// The day it was given.
  public let day: Day
  /// Who gave it, if known.
  public let givenBy: String?
  /// The advice.
  public let advice: String
  /// The longest allowed run in metres, or `nil` without such a limit.
  public let longestRunM: Double?
  /// The days without running, including the day of the advice, or `nil` without
  /// such a limit.
  public let daysOff: Int?
  /// Its last day, or `nil` without an end.
  public let untilDay: Day?
  /// The local time it was given, `HH:MM:SS`, if known.
  public let time: String?

  /// Creates one from its parts.
  public init(
    id: Int, day: Day, givenBy: String? = nil, advice: String, longestRunM: Double? = nil,
    daysOff: Int? = nil, untilDay: Day? = nil, time: String? = nil
  ) {
    self.id = id
    self.day = day
    self.givenBy = givenBy
    self.advice = advice
    self.longestRunM = longestRunM
    self.daysOff = daysOff
    self.untilDay = untilDay
    self.time = time
  }

  /// The last day without running, or `nil` without such a limit.
  public var lastDayOff: Day? { daysOff.map { day + $0 - 1 } }

  /// Whether it rules out a run of `metres` on `day`, while in force.
  public func forbids(runOf metres: Double, on day: Day) -> Bool {
    if let lastDayOff, day <= lastDayOff { return true }
    return longestRunM.map { metres > $0 } ?? false
  }

  /// Whether it applies to a run on a day on which it is in force: not to an
  /// earlier run on the day of the advice.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - start: The start time of the run, `HH:MM:SS`, if known.
  ///   - dayBoundary: Minutes after midnight until which the night belongs to the
  ///     previous day.
  /// - Returns: Whether it applies; `nil` if the run was on the day of the advice and
  ///   either time is unknown.
  public func bindsRun(on day: Day, from start: String?, dayBoundary: Int) -> Bool? {
    guard day == self.day else { return true }
    guard let start, let time else { return nil }
    // A night follows the evening before it.
    func isNight(_ time: String) -> Bool {
      let parts = time.split(separator: ":").compactMap { Int($0) }
      return parts.count >= 2 && parts[0] * 60 + parts[1] < dayBoundary
    }
    let (isStartAtNight, isGivenAtNight) = (isNight(start), isNight(time))
    return isStartAtNight == isGivenAtNight ? start >= time : isStartAtNight
  }

  /// Whether it is in force on `day`.
  public func isInForce(on day: Day) -> Bool {
    self.day <= day && untilDay.map { day <= $0 } ?? true
  }
}
