/// A time in a FIT file: seconds on the device's clock.
struct FITTime: Hashable, Comparable {
  /// Seconds since 1989-12-31T00:00:00Z, or since switching on if the clock was
  /// never set.
  let seconds: UInt32

  /// The earliest and the latest possible time.
  static let (first, last) = (Self(seconds: .min), Self(seconds: .max))

  /// The first second of the calendar; lower numbers count from switching on.
  private static let firstOfCalendar: UInt32 = 0x1000_0000
  /// 1989-12-31T00:00:00Z in seconds since 1970.
  private static let epoch = 631_065_600

  /// Seconds since 1970, or `nil` if the clock was never set.
  var unixSeconds: Int? {
    seconds < Self.firstOfCalendar ? nil : Self.epoch + Int(seconds)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.seconds < right.seconds
  }

  /// The time `duration` seconds later, or the latest possible one.
  func advanced(by duration: Double) -> Self {
    Self(seconds: UInt32(exactly: (Double(seconds) + duration).rounded()) ?? .max)
  }

  /// Seconds from `start` to `end`.
  static func - (end: Self, start: Self) -> Double {
    Double(end.seconds) - Double(start.seconds)
  }
}
