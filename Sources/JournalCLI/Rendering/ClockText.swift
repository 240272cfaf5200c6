/// Writes durations and paces as a running watch does.
enum ClockText {
  /// Returns `45:10` or `1:02:33` for a duration, rounded to the second.
  ///
  /// - Parameter seconds: At least 0; otherwise, and if `nil` or not finite, the
  ///   duration is unknown.
  /// - Returns: The text, or ``NumberText/unknown``.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds, seconds >= 0, seconds < 1e12 else { return NumberText.unknown }
    let whole = Int(seconds.rounded())
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let tail = ":\(twoDigits(whole % 60))"
    return hours == 0 ? "\(minutes)\(tail)" : "\(hours):\(twoDigits(minutes))\(tail)"
  }

  /// Returns a pace such as `5:30 /km`, rounded to the second.
  ///
  /// - Parameters:
  ///   - metres: The distance; unknown unless above 0.
  ///   - seconds: The time it took; unknown unless above 0.
  ///   - unit: The unit of distance.
  /// - Returns: The text, or ``NumberText/unknown``.
  static func pace(metres: Double?, seconds: Double?, per unit: DistanceUnit) -> String {
    guard let metres, let seconds, metres > 0, seconds > 0 else { return NumberText.unknown }
    let pace = duration(seconds / (metres / unit.metres))
    return pace == NumberText.unknown ? pace : "\(pace) /\(unit.rawValue)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
