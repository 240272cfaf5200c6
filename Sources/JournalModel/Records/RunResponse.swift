/// The leg pain around a run, 0 to 10, `nil` where it was not rated.
public struct RunResponse: Equatable, Sendable {
  /// Rated that day before running, or at an unknown moment.
  public let morningPain: Int?
  /// The last later rating of the day.
  public let eveningPain: Int?
  /// Rated the day after, before that day's run or at an unknown moment.
  public let nextMorningPain: Int?
  /// Rated two days after, in the same way.
  public let pain48HoursLater: Int?

  /// Creates one from its parts.
  public init(
    morningPain: Int? = nil, eveningPain: Int? = nil, nextMorningPain: Int? = nil,
    pain48HoursLater: Int? = nil
  ) {
    self.morningPain = morningPain
    self.eveningPain = eveningPain
    self.nextMorningPain = nextMorningPain
    self.pain48HoursLater = pain48HoursLater
  }
}
