public import CivilDay

/// A unit of a trial whose arm has been drawn: a run or a week.
public struct DrawnUnit: Equatable, Sendable {
  /// What was done in a unit.
  public enum Done: String, CaseIterable, Sendable {
    /// Arm A.
    case a = "A"
    /// Arm B.
    case b = "B"
    /// Some of both, or neither.
    case mixed

    /// The arm, unless it was mixed.
    public var arm: TrialArm? { TrialArm(rawValue: rawValue) }

    /// The arm as what was done.
    public init(_ arm: TrialArm) { self = arm == .a ? .a : .b }
  }

  /// Its number, from 1.
  public let number: Int
  /// The arm that the coin chose.
  public let arm: TrialArm
  /// The day on which the arm was drawn.
  public let drawnDay: Day
  /// Its first day; `nil` if a unit of one run has none yet.
  public let firstDay: Day?
  /// Its last day; `nil` if that is not known yet.
  public let lastDay: Day?
  /// The days with a run that counts.
  public let runDays: Int
  /// Those with a rating that morning and the next.
  public let ratedRunDays: Int
  /// What was done, as the runner or the shoes tell; `nil` if unknown.
  public let done: Done?
  /// The mean change in leg pain from the morning of a run to the next; `nil` if it
  /// cannot be known.
  public let painChange: Double?

  /// Creates a unit.
  public init(
    number: Int, arm: TrialArm, drawnDay: Day, firstDay: Day?, lastDay: Day?, runDays: Int,
    ratedRunDays: Int, done: Done?, painChange: Double?
  ) {
    self.number = number
    self.arm = arm
    self.drawnDay = drawnDay
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.runDays = runDays
    self.ratedRunDays = ratedRunDays
    self.done = done
    self.painChange = painChange
  }

  /// The number of its pair, from 1.
  public var pair: Int { (number + 1) / 2 }

  /// Whether it is the first of its pair.
  public var isFirst: Bool { number % 2 == 1 }
}
