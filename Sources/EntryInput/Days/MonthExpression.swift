package import CivilDay

/// A parser for the names of a month: `2026-10`, `oct`, `october 2025`,
/// `this month`, `last month`.
///
/// A month without a year is the latest one that has begun.
package enum MonthExpression {
  /// Returns the month that `text` names.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - today: The day to count from.
  /// - Returns: A month from 1900 on that has begun.
  /// - Throws: ``InputError``; for a month that has not begun,
  ///   ``InputError/futureMonth(_:)``.
  package static func parse(_ text: String, today: Day) throws(InputError) -> Month {
    try InputError.quoting(text) { () throws(InputError) in
      let month = try named(InputText.words(text), current: today.month)
      guard month.year >= 1900 else { throw .tooLongAgo }
      guard month <= today.month else { throw .futureMonth(month) }
      return month
    }
  }

  private static func named(_ words: [String], current: Month) throws(InputError) -> Month {
    switch words.joined(separator: " ") {
    case "this month": return current
    case "last month": return current.previous
    case "next month": return current.next
    default: break
    }
    guard let first = words.first, words.count <= 2 else { throw .unknownMonth }
    if words.count == 1, let month = numeric(first) { return month }
    // The year comes before or after the name.
    let name = words.first { CalendarNames.month(withoutMarks($0)) != nil } ?? ""
    guard let number = CalendarNames.month(withoutMarks(name)) else { throw .unknownMonth }
    guard let yearText = words.first(where: { $0 != name }) else {
      guard words.count == 1 else { throw .unknownMonth }
      let year = number <= current.number ? current.year : current.year - 1
      return Month(year: year, number: number) ?? current
    }
    guard yearText.allSatisfy(InputText.isDigit) else { throw .unknownMonth }
    guard let year = InputText.digits(yearText, count: 4...4) else { throw .shortYear }
    guard let month = Month(year: year, number: number) else { throw .unknownMonth }
    return month
  }

  /// Returns the month written as `2026-10`, `2026-3` or `2026/10`.
  private static func numeric(_ text: String) -> Month? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" })
    guard parts.count == 2, let year = InputText.digits(parts[0], count: 4...4),
      let number = InputText.digits(parts[1], count: 1...2)
    else { return nil }
    return Month(year: year, number: number)
  }

  /// Returns `word` without a trailing comma or full stop.
  private static func withoutMarks(_ word: String) -> String {
    word.hasSuffix(",") || word.hasSuffix(".") ? String(word.dropLast()) : word
  }
}
