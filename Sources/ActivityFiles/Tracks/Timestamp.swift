internal import CivilDay
internal import RealModule

/// A moment as XML writes it (ISO 8601), with the offset of its clock if told.
struct Timestamp: Equatable {
  /// Seconds since 1970-01-01T00:00:00Z; a time without zone counts as UTC.
  let utcSeconds: Double
  /// Minutes that the clock was ahead of UTC, or `nil` if the time is in UTC
  /// (`Z`) or names no zone: that is how files write it whatever the clock said.
  let offsetMinutes: Int?

  /// The moment in `2015-12-28T08:19:20.525Z`, `…+01:00`, `… +0100`, or `nil`,
  /// also for one before 1970: only clocks that were never set write that.
  init?(_ text: String) {
    if let seconds = Self.usual(text) {
      guard seconds >= 0 else { return nil }
      (utcSeconds, offsetMinutes) = (seconds, nil)
      return
    }
    let text = text.trimmed
    guard let day = Day(text.prefix(10)) else { return nil }
    var clock = text.dropFirst(10)
    guard let separator = clock.popFirst(), "Tt ".contains(separator) else { return nil }
    let time = clock.prefix { $0.isNumber || $0 == ":" || $0 == "." || $0 == "," }
    let parts = time.replacingComma.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = parts.count == 3 ? Double(parts[2]) : 0,
      (0...24).contains(hour), (0..<60).contains(minute), second >= 0, second < 61
    else { return nil }
    guard let offset = Self.offset(clock.dropFirst(time.count)) else { return nil }
    let local =
      Double(day.daysSince1970 * 86_400 + hour * 3600 + minute * 60) + second
    utcSeconds = local - Double((offset ?? 0) * 60)
    guard utcSeconds >= 0 else { return nil }
    offsetMinutes = offset
  }

  /// The seconds of `2015-12-28T08:19:20.525Z`, as nearly every point of a track
  /// has it: read apart because there are so many; `nil` for any other form.
  private static func usual(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { bytes -> Double? in
      func number(_ places: Range<Int>) -> Int? {
        var value = 0
        for byte in bytes[places] {
          guard (0x30...0x39).contains(byte) else { return nil }
          value = value * 10 + Int(byte - 0x30)
        }
        return value
      }
      guard (20...28).contains(bytes.count), bytes[4] == 0x2D, bytes[7] == 0x2D,
        bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes.last == 0x5A,
        let year = number(0..<4), let month = number(5..<7), let dayOfMonth = number(8..<10),
        let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
        hour < 24, minute < 60, second < 60,
        let day = Day(year: year, month: month, day: dayOfMonth)
      else { return nil }
      let whole = Double(day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second)
      let digits = 20..<max(20, bytes.count - 1)
      guard !digits.isEmpty else { return bytes.count == 20 ? whole : nil }
      guard bytes[19] == 0x2E, let fraction = number(digits) else { return nil }
      return whole + Double(fraction) / Double.pow(10, digits.count)
    }
  }

  /// The start of an activity at this moment.
  var start: ActivityStart {
    let seconds = Int(utcSeconds.rounded(.down))
    return ActivityStart(
      utcSeconds: seconds, localSeconds: offsetMinutes.map { seconds + $0 * 60 })
  }

  /// The offset in minutes, `.some(nil)` for UTC or none, `nil` if it is not one.
  private static func offset(_ text: Substring) -> Int?? {
    let zone = text.filter { $0 != " " && $0 != ":" }
    guard let sign = zone.first, zone != "Z", zone != "z" else { return .some(nil) }
    let digits = zone.dropFirst()
    guard sign == "+" || sign == "-", digits.count == 2 || digits.count == 4,
      let hours = Int(digits.prefix(2)), let minutes = Int("0" + digits.dropFirst(2)), hours < 16,
      minutes < 60
    else { return nil }
    return .some((sign == "-" ? -1 : 1) * (hours * 60 + minutes))
  }
}

extension Substring {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
