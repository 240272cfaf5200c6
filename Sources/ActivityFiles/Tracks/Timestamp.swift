internal import CivilDay
internal import RealModule

/// A moment in XML (ISO 8601), with its clock's offset if given.
///
/// Phones write it in their owner's notation: twelve-hour clocks with AM and PM,
/// narrow blanks, and digits of other scripts.
struct Timestamp: Equatable {
  /// Seconds since 1970-01-01T00:00:00Z; a time without zone counts as UTC.
  let utcSeconds: Double
  /// Minutes from UTC to the clock, or `nil` if the time is in UTC (`Z`) or has
  /// no zone: files write that regardless of the clock.
  let offsetMinutes: Int?
  /// Whether it has no seconds.
  let isToTheMinute: Bool

  /// The moment in `2015-12-28T08:19:20.525Z`, `…+01:00`, `… +0100`, `2015-12-28
  /// 8:19:20 AM +0100`; `nil` otherwise, and before 1970, which only unset clocks
  /// write.
  init?(_ text: String) {
    if let seconds = Self.usual(text) {
      guard seconds >= 0 else { return nil }
      (utcSeconds, offsetMinutes, isToTheMinute) = (seconds, nil, false)
      return
    }
    let text = Self.plain(text)
    guard let day = Day(text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10).drop { $0 == " " }
    if rest.first == "t" { rest.removeFirst() }
    guard rest.startIndex > text.index(text.startIndex, offsetBy: 10) else { return nil }
    let before = Self.takeHalf(&rest)
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == ":" || $0 == "." }
    guard let time = Self.secondsOfDay(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    let half = before ?? Self.takeHalf(&rest)
    guard let offset = Self.offset(rest) else { return nil }
    var seconds = time.seconds
    if let half, seconds < 13 * 3600 {
      if seconds >= 12 * 3600 { seconds -= 12 * 3600 }
      if half == .second { seconds += 12 * 3600 }
    }
    utcSeconds = Double(day.daysSince1970 * 86_400 - (offset ?? 0) * 60) + seconds
    guard utcSeconds >= 0 else { return nil }
    (offsetMinutes, isToTheMinute) = (offset, time.isToTheMinute)
  }

  private enum Half { case first, second }

  /// The AM and PM marks before or after a time: in English, Spanish, Greek,
  /// Arabic, Japanese, Chinese and Korean.
  private static let halves: [(String, Half)] = [
    ("am", .first), ("a.m.", .first), ("a. m.", .first), ("pm", .second), ("p.m.", .second),
    ("p. m.", .second), ("π.μ.", .first), ("μ.μ.", .second), ("ص", .first), ("م", .second),
    ("午前", .first), ("午後", .second), ("上午", .first), ("下午", .second), ("오전", .first),
    ("오후", .second),
  ]

  /// Removes an AM or PM mark from the start of `text`, with its blanks.
  private static func takeHalf(_ text: inout Substring) -> Half? {
    let rest = text.drop { $0 == " " }
    guard let (mark, half) = halves.first(where: { rest.hasPrefix($0.0) }) else { return nil }
    text = rest.dropFirst(mark.count).drop { $0 == " " }
    return half
  }

  /// The seconds of a day in `8:19`, `08:19:20` or `08:19:20.525`.
  private static func secondsOfDay(
    _ text: Substring
  ) -> (seconds: Double, isToTheMinute: Bool)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = parts.count == 3 ? Double(parts[2]) : 0,
      (0...24).contains(hour), (0..<60).contains(minute), second >= 0, second < 61
    else { return nil }
    return (Double(hour * 3600 + minute * 60) + second, parts.count == 2)
  }

  /// `text` in lower case, with plain blanks, points and digits.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.trimmed {
      if character.isASCII {
        plain.append(character == "," ? "." : Character(character.lowercased()))
      } else if character.isWhitespace {
        plain.append(" ")
      } else if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        plain += "\(digit)"
      } else if !isUnseen(character) {
        plain.append(character)
      }
    }
    return plain
  }

  /// Whether `character` is an invisible mark of the writing direction.
  private static func isUnseen(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }

  /// The seconds of `2015-12-28T08:19:20.525Z`, the form of nearly every track
  /// point, with a fast path of its own; `nil` for any other form.
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
    var start = ActivityStart(
      utcSeconds: seconds, localSeconds: offsetMinutes.map { seconds + $0 * 60 })
    start.isToTheMinute = isToTheMinute
    return start
  }

  /// The offset in minutes, `.some(nil)` for UTC or none, `nil` if it is not an
  /// offset.
  private static func offset(_ text: Substring) -> Int?? {
    var zone = text.filter { $0 != " " && $0 != ":" }
    for name in ["z", "utc", "gmt"] where zone.hasPrefix(name) {
      zone.removeFirst(name.count)
      break
    }
    guard let sign = zone.first else { return .some(nil) }
    let digits = zone.dropFirst()
    guard sign == "+" || sign == "-" || sign == "−", digits.count == 2 || digits.count == 4,
      let hours = Int(digits.prefix(2)), let minutes = Int("0" + digits.dropFirst(2)), hours < 16,
      minutes < 60
    else { return nil }
    return .some((sign == "+" ? 1 : -1) * (hours * 60 + minutes))
  }
}
