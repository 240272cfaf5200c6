/// A local time of day, without a time zone.
public struct TimeOfDay: Hashable, Sendable {
  /// Seconds since midnight, 0 to 86,399.
  public let second: Int

  /// Creates the time at `second` seconds after midnight; `nil` outside a day.
  public init?(second: Int) {
    guard (0..<86_400).contains(second) else { return nil }
    self.second = second
  }

  /// Creates the time in `text`, `HH:MM` or `HH:MM:SS`; `nil` for other text.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    second = numbers.reduce(0) { $0 * 60 + $1 } * (parts.count == 2 ? 60 : 1)
  }

  /// The time to the minute, `HH:MM`.
  public var minuteText: String { String(description.prefix(5)) }
}

extension TimeOfDay: CustomStringConvertible {
  /// The stored form, `HH:MM:SS`.
  public var description: String {
    [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension TimeOfDay: FieldKindValue {
  /// A clock time.
  public static var kind: Field.Kind { .clockTime }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  /// The stored form.
  public var stored: StoredValue { .text(description) }
}
