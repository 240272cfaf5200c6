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

  /// The last day without running, or `nil` without such a limit.
  public var lastDayOff: Day? { daysOff.map { day + $0 - 1 } }

  /// Whether it forbids a run of `metres` on `day`, on which it is in force.
  public func forbids(runOf metres: Double, on day: Day) -> Bool {
    if let lastDayOff, day <= lastDayOff { return true }
    return longestRunM.map { metres > $0 } ?? false
  }

  /// Whether it is in force on `day`.
  public func isInForce(on day: Day) -> Bool {
    self.day <= day && untilDay.map { day <= $0 } ?? true
  }
}
