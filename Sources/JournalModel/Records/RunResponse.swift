/// The leg pain around a run, 0 to 10, `nil` without a rating.
public struct RunResponse: Equatable, Sendable {
  /// Rated that day before running, or at an unknown time.
  public let morningPain: Int?
  /// The last later rating of the day.
  public let eveningPain: Int?
  /// Rated the next day, before that day's run or at an unknown time.
  public let nextMorningPain: Int?
  /// The same, two days after the run.
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
