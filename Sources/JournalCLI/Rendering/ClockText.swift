import SQLFunctions

/// Writes durations and paces as a running watch does.
enum ClockText {
  /// Returns `45:10` or `1:02:33` for a duration, rounded to the second.
  ///
  /// - Parameter seconds: At least 0; otherwise, and if `nil` or not finite, the
  ///   duration is unknown.
  /// - Returns: The text, or ``NumberText/unknown``.
  static func duration(_ seconds: Double?) -> String {
    ClockNotation.duration(seconds) ?? NumberText.unknown
  }

  /// Returns a pace such as `5:30 /km`, rounded to the second.
  ///
  /// - Parameters:
  ///   - metres: The distance; unknown unless above 0.
  ///   - seconds: The time it took; unknown unless above 0.
  ///   - unit: The unit of distance.
  /// - Returns: The text, or ``NumberText/unknown``.
  static func pace(metres: Double?, seconds: Double?, per unit: DistanceUnit) -> String {
    ClockNotation.pace(metres: metres, seconds: seconds, per: unit.metres)
      .map { "\($0) /\(unit.rawValue)" } ?? NumberText.unknown
  }
}
