package import JournalModel

/// A time of day to the minute, without a time zone.
package struct ClockTime: Hashable, Sendable {
  /// The hour, 0 to 23.
  package let hour: Int

  /// The minute, 0 to 59.
  package let minute: Int

  /// Creates a time from text such as `7:05`, `19:30`, `7am` or `7:30 pm`.
  ///
  /// Without am or pm, the clock has 24 hours. A bare hour is refused.
  ///
  /// - Parameter text: The typed text.
  /// - Throws: ``InputError``.
  package init(_ text: String) throws(InputError) {
    self = try InputError.quoting(text) { () throws(InputError) in try ClockTime(reading: text) }
  }

  private init(reading text: String) throws(InputError) {
    var clock = InputText.words(text).joined()[...]
    let half = ["am", "pm"].first { clock.hasSuffix($0) }
    if half != nil { clock.removeLast(2) }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2,
      let hour = InputText.digits(first, count: 1...2),
      let minute = parts.count == 1 ? 0 : InputText.digits(parts[1], count: 2...2), minute < 60
    else { throw .unknownTime }
    guard let half else {
      guard parts.count == 2 else { throw .bareHour }
      guard hour < 24 else { throw .unknownTime }
      (self.hour, self.minute) = (hour, minute)
      return
    }
    guard (1...12).contains(hour) else { throw .unknownTime }
    (self.hour, self.minute) = (hour % 12 + (half == "pm" ? 12 : 0), minute)
  }
}

extension ClockTime {
  /// The time as records hold it.
  package var timeOfDay: TimeOfDay? { TimeOfDay(second: hour * 3600 + minute * 60) }
}

extension ClockTime: CustomStringConvertible {
  /// The time as `HH:MM`.
  package var description: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
