package import CivilDay

/// A parser for the names of a day.
///
/// - `today`, `this morning`, `tonight`, `yesterday`, `yday`, `tomorrow`
/// - `mon`, `monday`: the latest one, which is today on a Monday, as in jrnl;
///   `last mon` is always before today
/// - `-2d`, `-1w`, `2d ago`, `3 days ago`, `a week ago`, `+2d`, `in 2 weeks`
/// - `2026-02-03`, also with `/` or `.`, without leading zeros, and in any other
///   order with only one meaning (``NumericDate``)
/// - `7 feb`, `feb 7`, `7th february`, `7 févr.`: the latest one up to today
/// - `7 feb 2025`, `feb 7, 2025`, and each of these after its weekday; a weekday in
///   another language is skipped, as it can be a Tuesday in one and a Sunday in the
///   next
///
/// Case does not matter. Text with two meanings is refused, not guessed.
package enum DayExpression {
  /// Returns the day that `text` names.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - today: The day to count from.
  ///   - allowingFuture: Whether to allow a day after `today`.
  /// - Returns: A day from 1900 on.
  /// - Throws: ``InputError``; for a day after `today`,
  ///   ``InputError/futureDay(_:)``.
  package static func parse(
    _ text: String, today: Day, allowingFuture: Bool = false
  ) throws(InputError) -> Day {
    try InputError.quoting(text) { () throws(InputError) in
      let day = try named(InputText.words(text), today: today, latest: today)
      guard day.civil.year >= 1900 else { throw .tooLongAgo }
      guard allowingFuture || day <= today else { throw .futureDay(day) }
      return day
    }
  }
}

extension DayExpression {
  /// Returns the future day that `text` names, such as the last day of guidance.
  ///
  /// A weekday, or a date without its year, is the first one after `start`; `2w` is
  /// two weeks after it.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - today: The day from which `tomorrow` and `+2w` count.
  ///   - start: The day before the first possible one.
  /// - Returns: A day from 1900 on.
  /// - Throws: ``InputError``.
  package static func parseUpcoming(
    _ text: String, today: Day, after start: Day
  ) throws(InputError) -> Day {
    let words = InputText.words(text)
    if words.count == 1, let weekday = CalendarNames.weekday(words[0]) {
      return start + 7 - daysBack(to: weekday, from: start)
    }
    if let days = spanInDays(words.joined(separator: " ")) { return start + days }
    return try InputError.quoting(text) { () throws(InputError) in
      // No date comes twice in a year.
      let day = try named(words, today: today, latest: start + 365)
      guard day.civil.year >= 1900 else { throw .tooLongAgo }
      return day
    }
  }

  /// Returns whether `word` names a day, no matter which.
  package static func names(_ word: String) -> Bool {
    (try? parse(word, today: Day(daysSince1970: 20_000), allowingFuture: true)) != nil
  }
}

// MARK: - Counted from today

extension DayExpression {
  /// Returns the day that `words` name; a date without its year is the last one up to
  /// `latest`.
  private static func named(
    _ words: [String], today: Day, latest: Day
  ) throws(InputError) -> Day {
    if let relative = try relativeDay(words, today: today) { return relative }
    guard words.count > 1, let weekday = CalendarNames.weekday(withoutMarks(words[0])) else {
      return try date(words, latest: latest)
    }
    let day = try plainDate(Array(words.dropFirst()), latest: latest)
    guard day.weekday == weekday else { throw .wrongWeekday }
    return day
  }

  /// Returns the day that `words` name by its distance from today, or `nil` for
  /// other words.
  private static func relativeDay(_ words: [String], today: Day) throws(InputError) -> Day? {
    switch words.joined(separator: " ") {
    case "today", "now", "this morning", "this afternoon", "this evening", "tonight":
      return today
    case "yesterday", "yday": return today - 1
    case "tomorrow": return today + 1
    default: break
    }
    if words.count == 1, let weekday = CalendarNames.weekday(words[0]) {
      return today - daysBack(to: weekday, from: today)
    }
    if words.count == 2, words[0] == "last", let weekday = CalendarNames.weekday(words[1]) {
      return (today - 1) - daysBack(to: weekday, from: today - 1)
    }
    if let last = words.last, words.count <= 2, last != "ago",
      ["week", "weekend", "month", "year"].contains(last) || CalendarNames.month(last) != nil,
      words.count == 1 || ["last", "this", "next"].contains(words[0])
    {
      throw .notOneDay
    }
    return try counted(words, today: today)
  }

  /// Returns the day meant by `-2d`, `+1w`, `2d ago`, `3 days ago` or `in 2 weeks`.
  private static func counted(_ words: [String], today: Day) throws(InputError) -> Day? {
    if let sign = words.first?.first, sign == "-" || sign == "+" {
      let span = words.joined(separator: " ").dropFirst()
      guard let days = spanInDays(String(span)) else { throw .unknownDay }
      return sign == "-" ? today - days : today + days
    }
    if words.count >= 2, words[0] == "in" {
      guard let days = spanInDays(words.dropFirst().joined(separator: " ")) else {
        throw .unknownDay
      }
      return today + days
    }
    guard words.count >= 2, words.last == "ago" else { return nil }
    let span = words.dropLast().joined(separator: " ")
    let counted = span == "a day" || span == "a week" ? "1" + span.dropFirst() : span
    guard let days = spanInDays(counted) else { throw .unknownDay }
    return today - days
  }

  /// Returns the length of `2d`, `3 days` or `1w` in days.
  private static func spanInDays(_ text: String) -> Int? {
    guard let quantities = InputText.quantities(in: text), quantities.count == 1,
      let count = InputText.digits(quantities[0].number, count: 1...6)
    else { return nil }
    switch quantities[0].unit {
    case "d", "day", "days": return count
    case "w", "wk", "week", "weeks": return count * 7
    default: return nil
    }
  }

  /// Returns the days from the latest `weekday` to `day`, 0 to 6.
  private static func daysBack(to weekday: Int, from day: Day) -> Int {
    (day.weekday - weekday + 7) % 7
  }
}

// MARK: - Dates

extension DayExpression {
  /// Returns the day of a date, with or without a weekday of another language.
  private static func date(_ words: [String], latest: Day) throws(InputError) -> Day {
    let rest = words.dropFirst()
    // The Spanish mar. is a weekday before 5 oct., but March before 5 2026.
    if let first = words.first, CalendarNames.isForeignWeekday(withoutMarks(first)),
      rest.contains(where: { CalendarNames.month(withoutMarks($0)) != nil })
        || rest.count == 1 && rest.allSatisfy({ !$0.contains(where: \.isLetter) })
          && rest.allSatisfy({ !$0.allSatisfy(InputText.isDigit) })
    {
      return try plainDate(Array(rest), latest: latest)
    }
    return try plainDate(words, latest: latest)
  }

  /// Returns the day of a date without a weekday.
  private static func plainDate(_ words: [String], latest: Day) throws(InputError) -> Day {
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else {
      return try NumericDate.day(words.joined(), latest: latest)
    }
    return try namedDate(words.joined(separator: " "), latest: latest)
  }

  /// Returns the day of a date with a month's name.
  private static func namedDate(_ text: String, latest: Day) throws(InputError) -> Day {
    let parts = try parts(of: text)
    let months = parts.indices.filter { CalendarNames.month(parts[$0]) != nil }
    guard months.count == 1, let month = CalendarNames.month(parts[months[0]]) else {
      throw .unknownDay
    }
    var numbers = parts
    numbers.remove(at: months[0])
    guard numbers.allSatisfy({ $0.allSatisfy(InputText.isDigit) }) else { throw .unknownDay }
    // The year comes last, or first if the month follows it.
    if numbers.count == 2, numbers[0].count == 4, months[0] == 1 { numbers.swapAt(0, 1) }
    guard let first = numbers.first, numbers.count <= 2 else { throw .unknownDay }
    guard let dayOfMonth = InputText.digits(first, count: 1...2) else {
      throw first.count == 4 ? .notOneDay : .unknownDay
    }
    let day = { (year: Int) in Day(year: year, month: month, day: dayOfMonth) }
    guard numbers.count == 2 else {
      guard let found = NumericDate.latest(notAfter: latest, day) else { throw .noSuchDay }
      return found
    }
    if let year = InputText.digits(numbers[1], count: 4...4) {
      guard let found = day(year) else { throw .noSuchDay }
      return found
    }
    guard let year = InputText.digits(numbers[1], count: 2...2) else { throw .unknownDay }
    guard let found = NumericDate.recent(year: year, latest, day) else { throw .shortYear }
    return found
  }

  /// Returns `word` without trailing commas and full stops.
  private static func withoutMarks(_ word: String) -> String {
    String(word.reversed().drop { ",.".contains($0) }.reversed())
  }

  /// Splits a date with a month's name into its numbers and words, without the
  /// `th` of ordinals and the `of` or `de` before a month.
  private static func parts(of text: String) throws(InputError) -> [String] {
    var parts: [String] = []
    var previous: Character = " "
    for character in text {
      if InputText.isDigit(character) || character.isLetter {
        if previous.isLetter || InputText.isDigit(previous),
          InputText.isDigit(previous) == InputText.isDigit(character)
        {
          parts[parts.count - 1].append(character)
        } else {
          parts.append(String(character))
        }
      } else if !" ,.-/".contains(character) {
        throw .unknownDay
      }
      previous = character
    }
    let ordinals = ["st", "nd", "rd", "th", "er"]
    let links = ["of", "de", "del"]
    return parts.enumerated().filter { index, part in
      index == 0 || !links.contains(part) && !ordinals.contains(part)
        || ordinals.contains(part) && !parts[index - 1].allSatisfy(InputText.isDigit)
    }.map(\.element)
  }
}
