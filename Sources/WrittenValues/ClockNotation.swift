/// Writes times like a running watch.
public enum ClockNotation {
  /// `45:10` or `1:02:33` for a duration, rounded to the second.
  ///
  /// - Parameter seconds: The duration; unknown if `nil`, below 0 or not finite.
  /// - Returns: The text, or `nil` if the duration is unknown.
  public static func duration(_ seconds: Double?) -> String? {
    guard let seconds, seconds >= 0, seconds < 1e12 else { return nil }
    let whole = Int(seconds.rounded())
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let tail = ":\(twoDigits(whole % 60))"
    return hours == 0 ? "\(minutes)\(tail)" : "\(hours):\(twoDigits(minutes))\(tail)"
  }

  /// The time per unit of distance, such as `5:30`, rounded to the second.
  ///
  /// - Parameters:
  ///   - metres: The distance; unknown unless above 0.
  ///   - seconds: The duration; unknown unless above 0.
  ///   - unit: The unit in metres.
  /// - Returns: The text, or `nil` if unknown.
  public static func pace(metres: Double?, seconds: Double?, per unit: Double) -> String? {
    guard let metres, let seconds, metres > 0, seconds > 0 else { return nil }
    return duration(seconds / (metres / unit))
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
