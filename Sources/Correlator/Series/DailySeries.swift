public import CivilDay

/// One value for each consecutive calendar day, `nil` if unknown.
///
/// An unknown day is never a zero: a known rest day has a load of 0, a day
/// without a log has `nil`.
public struct DailySeries: Equatable, Sendable {
  /// The day of the first value.
  public let firstDay: Day

  /// One value per day, oldest first, in the caller's unit.
  public let values: [Double?]

  /// Creates a series that starts on `firstDay`.
  ///
  /// Values that are not finite count as unknown.
  public init(firstDay: Day, values: [Double?]) {
    self.firstDay = firstDay
    self.values = values.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
  }
}
