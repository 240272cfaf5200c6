import CivilDay
import JournalStore

/// A day without quotes, which SQLite takes for arithmetic.
enum UnquotedDay {
  /// Returns a sentence about the first day without quotes.
  static func remark(on tokens: [SQLToken]) -> String? {
    for index in tokens.indices.dropLast(4) {
      let parts = tokens[index..<(index + 5)]
      let sign = parts[index + 1].text
      guard sign == "-" || sign == "/", parts[index + 3].text == sign,
        parts.dropFirst().allSatisfy({ $0.lead.isEmpty }),
        parts[index].text.count == 4, let day = Written(parts.map(\.text).joined())?.day,
        let year = Int(parts[index].text), (1900...2199).contains(year),
        let month = Int(parts[index + 2].text), let number = Int(parts[index + 4].text)
      else { continue }
      let value = sign == "-" ? "\(year - month - number)" : "a division"
      return "Without quotes, \(parts.map(\.text).joined()) is \(value); write '\(day)'."
    }
    return nil
  }

  /// Whether the tokens contain a day such as 1.11.2026, which is not even a number.
  static func isDotted(_ tokens: [SQLToken]) -> Bool {
    tokens.contains { $0.kind == .number && Written($0.text)?.separator == "." }
  }
}

/// Text that is compared with a day, but has another form than days have.
enum MisformedDay {
  /// Returns a sentence about the first such text.
  static func remark(on tokens: [SQLToken]) -> String? {
    for (index, token) in tokens.enumerated() where token.kind == .text {
      if let call = words[token.content.lowercased()], tokens.isCompared(index, with: isDay) {
        return "\(token.text) is plain text to SQL; write \(call)."
      }
      guard let written = Written(token.content), !written.isStandard,
        tokens.isCompared(index, with: isDay)
      else { continue }
      guard let day = written.day else {
        return "Days are written year first, as in '2026-11-30', so \(token.text) does not match "
          + "them."
      }
      return "Days are written as in '\(day)', so \(token.text) does not match them."
    }
    return nil
  }

  /// What to write for the words that other commands take for a day.
  private static let words = [
    "today": "today()", "now": "today()", "yesterday": "date(today(), '-1 day')",
    "tomorrow": "date(today(), '+1 day')",
  ]

  /// Whether a column or a function of that name is a day.
  private static func isDay(_ name: String) -> Bool {
    ["date", "monday", "to_day", "today"].contains(name)
      || name.split(separator: "_").last == "day"
  }
}

/// Text that is compared with a time of day, but lacks the zero before the hour.
enum MisformedTime {
  /// Returns a sentence about the first such text.
  static func remark(on tokens: [SQLToken]) -> String? {
    for (index, token) in tokens.enumerated() where token.kind == .text {
      let parts = token.content.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3, parts[0].count == 1,
        parts.allSatisfy({ Int($0) != nil }), parts.dropFirst().allSatisfy({ $0.count == 2 }),
        tokens.isCompared(index, with: isTime)
      else { continue }
      let seconds = parts.count == 2 ? ":00" : ""
      return
        "Times are written as in '0\(token.content)\(seconds)', so \(token.text) is not compared "
        + "with them as a time."
    }
    return nil
  }

  private static func isTime(_ name: String) -> Bool {
    name.split(separator: "_").last == "time"
  }
}

/// A day as people write it.
private struct Written {
  let separator: Character
  /// The day; `nil` if it could be two, as 1.11.2026 could.
  let day: Day?
  /// Whether it has the form of days in the journal.
  let isStandard: Bool

  /// Reads text that is a day and nothing else; `nil` for other text.
  init?(_ text: String) {
    guard text.utf8.count <= 10, let separator = text.first(where: { "-/.".contains($0) }) else {
      return nil
    }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3,
      parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[1].count == 1 || parts[1].count == 2
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.separator = separator
    if parts[0].count == 4, parts[2].count == 1 || parts[2].count == 2 {
      guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
      self.day = day
      isStandard = "\(day)" == text
    } else if parts[2].count == 4, parts[0].count == 1 || parts[0].count == 2 {
      let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
      let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
      guard dayFirst != nil || monthFirst != nil else { return nil }
      day =
        dayFirst == nil || monthFirst == nil || dayFirst == monthFirst
        ? dayFirst ?? monthFirst : nil
      isStandard = false
    } else {
      return nil
    }
  }
}

extension SQLToken {
  /// The text between the quotes.
  fileprivate var content: String { String(text.dropFirst().dropLast()) }
}

extension [SQLToken] {
  /// Whether the value at `index` is compared with a column or the result of a
  /// function whose name passes `test`.
  fileprivate func isCompared(_ index: Int, with test: (String) -> Bool) -> Bool {
    if index > 0, let other = operand(before: index), test(other) { return true }
    // Such as '2026-11-3' = day
    guard index + 2 < count, self[index + 1].isComparison,
      ["=", "==", "<>", "!=", "<", ">", "<=", ">="].contains(self[index + 1].text)
    else { return false }
    var place = index + 2
    while place + 2 < count, self[place + 1].isSymbol(".") { place += 2 }
    return self[place].identifier.map(test) == true
  }

  /// The name of the column or function that the value at `index` is compared with.
  private func operand(before index: Int) -> String? {
    var place = index - 1
    if let list = list(around: index) {
      place = list - 1
    } else if self[place].keyword == "AND", place >= 2, self[place - 2].keyword == "BETWEEN" {
      place -= 2
    }
    let isOrdered =
      ["=", "==", "<>", "!=", "<", ">", "<=", ">="].contains(self[place].text)
    guard
      isOrdered || ["IN", "BETWEEN", "IS", "LIKE"].contains(self[place].keyword) || isNot(place)
    else { return nil }
    place -= 1
    while place >= 0, ["NOT", "IS"].contains(self[place].keyword) { place -= 1 }
    guard place >= 0 else { return nil }
    guard self[place].isSymbol(")") else { return self[place].identifier }
    // The name before the parenthesis that is closed here.
    var depth = 0
    while place >= 0 {
      if self[place].isSymbol(")") { depth += 1 }
      if self[place].isSymbol("(") { depth -= 1 }
      if depth == 0 { break }
      place -= 1
    }
    guard place > 0, let function = self[place - 1].identifier else { return nil }
    // The smallest day is a day.
    guard ["min", "max", "coalesce", "ifnull"].contains(function) else { return function }
    return place + 1 < count ? self[place + 1].identifier : nil
  }

  /// Whether it is the NOT of IS NOT.
  private func isNot(_ place: Int) -> Bool {
    self[place].keyword == "NOT" && place > 0 && self[place - 1].keyword == "IS"
  }
}
