package import JournalModel
import WrittenValues
import WrittenValues

/// Writes durations and paces as a running watch does.
package enum ClockText {
  /// Returns `45:10` or `1:02:33` for a duration, rounded to the second.
  ///
  /// - Parameter seconds: At least 0; otherwise, and if `nil` or not finite, the
  ///   duration is unknown.
  /// - Returns: The text, or ``NumberText/unknown``.
  package static func duration(_ seconds: Double?) -> String {
    ClockNotation.duration(seconds) ?? NumberText.unknown
  }

  /// Returns a duration with its meaning, such as `1:02 = 1 minute 2 seconds`, rounded
  /// to the second.
  ///
  /// - Parameter seconds: Above 0.
  /// - Returns: The duration in digits and in words.
  package static func reading(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let parts = [(whole / 3600, "hour"), (whole / 60 % 60, "minute"), (whole % 60, "second")]
    let words = parts.filter { $0.0 > 0 }.map { NumberText.counted($0.0, $0.1) }
    return "\(duration(seconds)) = \(words.joined(separator: " "))"
  }

  /// Returns a pace such as `5:30 /km`, rounded to the second.
  ///
  /// - Parameters:
  ///   - metres: The distance; unknown unless above 0.
  ///   - seconds: The time it took; unknown unless above 0.
  ///   - unit: The unit of distance.
  /// - Returns: The text, or ``NumberText/unknown``.
  package static func pace(metres: Double?, seconds: Double?, per unit: DistanceUnit) -> String {
    ClockNotation.pace(metres: metres, seconds: seconds, per: unit.metres)
      .map { "\($0) /\(unit.rawValue)" } ?? NumberText.unknown
  }
}
