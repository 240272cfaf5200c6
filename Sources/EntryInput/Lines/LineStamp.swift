package import CivilDay
internal import JournalModel

/// The moment at the start of a line: a date, and the time of day if it has one.
package struct LineStamp: Hashable, Sendable {
  /// The day of the calendar.
  package var day: Day
  /// Seconds since midnight by the clock; `nil` without a time.
  package var secondOfDay: Int?
  /// The UTC offset in minutes; `nil` if the line does not have it.
  package var utcOffsetMinutes: Int?

  /// Creates a moment.
  package init(day: Day, secondOfDay: Int? = nil, utcOffsetMinutes: Int? = nil) {
    (self.day, self.secondOfDay, self.utcOffsetMinutes) = (day, secondOfDay, utcOffsetMinutes)
  }

  /// Returns the moment at the start of a line, if there is one, and what follows.
  ///
  /// The date has its year: `2026-11-23`, `23.11.2026`, `23 Nov 2026`. A time follows
  /// after a space, a comma, `T` or `at`: `06:52`, `6:52:10`, `6:52 am`, `06:52+01:00`.
  /// Marks of a list and brackets around the moment do not count.
  ///
  /// - Parameter line: A line, as ``PhoneText/cleaned(_:)`` returns it.
  /// - Returns: The moment, `nil` without one, and the rest of the line.
  /// - Throws: ``InputError`` for a date with two meanings, or that does not exist.
  package static func leading(
    _ line: String
  ) throws(InputError) -> (stamp: LineStamp?, rest: String) {
    var words = line.split(separator: " ").map(String.init)[...]
    if words.count > 1, ["-", "*", "+", "\u{2022}", "\u{2013}"].contains(words[words.startIndex]) {
      words.removeFirst()
    }
    guard let first = words.first, var stamp = try date(&words, first) else { return (nil, line) }
    dropSeparators(&words)
    if stamp.secondOfDay == nil { time(&words, of: &stamp) }
    dropSeparators(&words)
    return (stamp, words.joined(separator: " "))
  }

  private static func dropSeparators(_ words: inout ArraySlice<String>) {
    while words.count > 1, words.first.map({ separators.contains($0) }) == true {
      words.removeFirst()
    }
  }

  private static let separators: Set = ["-", "\u{2013}", "\u{2014}", ":", "|", "]"]

  /// Takes a date, and a time joined to it, from the start of `words`.
  private static func date(
    _ words: inout ArraySlice<String>, _ first: String
  ) throws(InputError) -> LineStamp? {
    let bare = trimmed(first)
    if let day = Day(bare) {
      words.removeFirst()
      return LineStamp(day: day)
    }
    if bare.dropFirst(10).first.map({ "Tt".contains($0) }) == true, let day = Day(bare.prefix(10)) {
      guard let (second, offset) = clock(String(bare.dropFirst(11))) else {
        throw InputError.unknownTime.about(bare)
      }
      words.removeFirst()
      return LineStamp(day: day, secondOfDay: second, utcOffsetMinutes: offset)
    }
    for count in (1...4).reversed() where count <= words.count {
      let text = trimmed(words.prefix(count).joined(separator: " "))
      guard hasYear(text), let day = absoluteDay(text) else { continue }
      words.removeFirst(count)
      return LineStamp(day: day)
    }
    let parts = bare.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    if parts.count == 3, parts.allSatisfy({ InputText.digits($0, count: 1...4) != nil }) {
      _ = try DayExpression.parse(bare, today: someDay, allowingFuture: true)
    }
    return nil
  }

  /// Any day, for dates that do not depend on it.
  private static let someDay = Day(daysSince1970: 20_000)

  /// Returns the day that `text` names on whatever day it is read.
  private static func absoluteDay(_ text: String) -> Day? {
    let days = [someDay, someDay + 1_000].map { today in
      try? DayExpression.parse(text, today: today, allowingFuture: true)
    }
    return days[0] == days[1] ? days[0] : nil
  }

  /// Whether `text` has a number of four digits that can be a year.
  private static func hasYear(_ text: String) -> Bool {
    text.split { !InputText.isDigit($0) }.contains { digits in
      digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
    }
  }

  /// Takes a time of day from the start of `words`, if there is one.
  private static func time(_ words: inout ArraySlice<String>, of stamp: inout LineStamp) {
    var rest = words
    if rest.first.map({ InputText.folded($0) }) == "at" { rest.removeFirst() }
    guard let first = rest.popFirst().map(trimmed) else { return }
    let half = rest.first.map { InputText.folded(trimmed($0)).filter { $0 != "." } } ?? ""
    if ["am", "pm"].contains(half), let (second, offset) = clock(first + half) {
      rest.removeFirst()
      (stamp.secondOfDay, stamp.utcOffsetMinutes, words) = (second, offset, rest)
    } else if let (second, offset) = clock(first) {
      (stamp.secondOfDay, stamp.utcOffsetMinutes, words) = (second, offset, rest)
    }
  }

  /// Reads `06:52`, `6:52`, `06:52:10.5`, `6:52pm`, each also with `Z` or `+01:00`.
  ///
  /// Seconds need an hour of two digits: `1:02:33` is how long a run took.
  ///
  /// - Returns: Seconds since midnight, and the UTC offset in minutes if there is one.
  private static func clock(_ text: String) -> (second: Int, offset: Int?)? {
    var (text, offset) = (text.lowercased(), Int?.none)
    if text.hasSuffix("z") {
      (text, offset) = (String(text.dropLast()), 0)
    } else if let sign = text.dropFirst(4).lastIndex(where: { "+-\u{2212}".contains($0) }) {
      let digits = text[text.index(after: sign)...].filter { $0 != ":" }
      guard [2, 4].contains(digits.count), let number = InputText.digits(digits) else { return nil }
      let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
      guard minutes <= 900 else { return nil }
      offset = text[sign] == "+" ? minutes : -minutes
      text = String(text[..<sign])
    }
    let half = ["am", "pm"].first { text.hasSuffix($0) }
    if half != nil { text.removeLast(2) }
    guard text.contains(":") || half != nil else { return nil }
    let parts = text.prefix { $0 != "." }.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let hour = InputText.digits(parts[0], count: 1...2),
      parts.count < 3 || half != nil || parts[0].count == 2
    else { return nil }
    let others = parts.dropFirst().map { InputText.digits($0, count: 2...2) ?? 60 }
    guard others.allSatisfy({ $0 < 60 }) else { return nil }
    guard half == nil ? hour < 24 : (1...12).contains(hour) else { return nil }
    let hours = half == nil ? hour : hour % 12 + (half == "pm" ? 12 : 0)
    let seconds = others.enumerated().reduce(0) { $0 + $1.element * ($1.offset == 0 ? 60 : 1) }
    return (hours * 3600 + seconds, offset)
  }

  /// A word without brackets around it and marks after it.
  private static func trimmed(_ word: String) -> String {
    var word = word[...]
    while let first = word.first, "[(".contains(first) { word.removeFirst() }
    while let last = word.last, "]),;:".contains(last) { word.removeLast() }
    return String(word)
  }
}

extension LineStamp: CustomStringConvertible {
  /// The moment in one form, whatever form it was written in.
  package var description: String {
    guard let clock = secondOfDay.flatMap({ TimeOfDay(second: $0) }) else { return "\(day)" }
    let zone = utcOffsetMinutes.flatMap { minutes in
      TimeOfDay(second: abs(minutes) * 60).map { (minutes < 0 ? "-" : "+") + $0.minuteText }
    }
    return "\(day)T\(clock)\(zone ?? "")"
  }
}
