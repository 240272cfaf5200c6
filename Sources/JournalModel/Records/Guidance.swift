public import CivilDay

/// What a doctor or physiotherapist said.
public struct Guidance: Equatable, Sendable {
  /// The id of the piece of guidance.
  public let id: Int
  /// The day on which it was given.
  public let day: Day
  /// Who gave it, if known.
  public let givenBy: String?
  /// What was said.
  public let advice: String
  /// Metres of the longest run that is allowed, or `nil` without such a limit.
  public let longestRunM: Double?
  /// How many days to do without running, the day it was given included, or
  /// `nil` without such a limit.
  public let daysOff: Int?
  /// The last day for which it holds, or `nil` until something else is said.
  public let untilDay: Day?
  /// The local clock time at which it was given, `HH:MM:SS`, if known.
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

  /// Whether it forbids a run of `metres` on `day`, on which it is in force.
  public func forbids(runOf metres: Double, on day: Day) -> Bool {
    if let lastDayOff, day <= lastDayOff { return true }
    return longestRunM.map { metres > $0 } ?? false
  }

  /// Whether it binds a run of a day on which it is in force: not one that began
  /// earlier on the day on which it was given.
  ///
  /// Without both times it does: a run is mostly logged soon after it.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - start: The clock time at which it began, `HH:MM:SS`, if known.
  ///   - dayBoundary: Minutes after midnight until which the night belongs to the day
  ///     before.
  /// - Returns: Whether the run has to keep to it.
  public func bindsRun(on day: Day, from start: String?, dayBoundary: Int) -> Bool {
    guard day == self.day, let start, let time else { return true }
    // A night comes after the evening before it.
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
