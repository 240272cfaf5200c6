package import CivilDay

/// A parser for a date in numbers: `2026-11-20`, `20.11.2026`, `11/20/2026`,
/// `20.11.`, `11/20`, `20261120`.
///
/// With dots, the day comes first, unless the year does: no country that writes
/// dates with dots puts the month first. With slashes and dashes, some put the day
/// first and some the month, so a date counts only if all readings are the same day.
package enum NumericDate {
  /// Returns the day that `text` names.
  ///
  /// - Parameters:
  ///   - text: Digits and separators without spaces.
  ///   - latest: The last possible day of a date without its year.
  /// - Returns: The only possible day, in any year.
  /// - Throws: ``InputError``.
  package static func day(_ text: String, latest: Day) throws(InputError) -> Day {
    if let digits = InputText.digits(text, count: 8...8) { return try day(ofDigits: digits) }
    let separators = Set(text.filter { !InputText.isDigit($0) })
    guard let separator = separators.first, separators.count == 1, "-/.".contains(separator) else {
      throw .unknownDay
    }
    var parts = text.split(separator: separator, omittingEmptySubsequences: false)
    if separator == ".", parts.last == "" { parts.removeLast() }
    let numbers = parts.compactMap { InputText.digits($0, count: 1...4) }
    guard numbers.count == parts.count, parts.allSatisfy({ $0.count != 3 }) else {
      throw .unknownDay
    }
    let orders: [Order] = separator == "." ? [.dayFirst] : [.dayFirst, .monthFirst]
    switch parts.map({ $0.count == 4 }) {
    case [true, false, false]:
      return try one(of: [Day(year: numbers[0], month: numbers[1], day: numbers[2])])
    case [false, false, true]:
      return try one(of: orders.map { $0.day(numbers[0], numbers[1], numbers[2]) })
    case [false, false, false]:
      return try day(ofShortNumbers: numbers, orders, withYearFirst: separator != ".", latest)
    case [true, false], [false, true]: throw .notOneDay
    case [false, false]:
      return try one(
        of: orders.map { order in
          self.latest(notAfter: latest) { order.day(numbers[0], numbers[1], $0) }
        })
    default: throw .unknownDay
    }
  }

  /// Returns the last day up to `latest` of a date without its year, or `nil` if the
  /// calendar has none; `day` returns the day in a year.
  package static func latest(notAfter latest: Day, _ day: (_ year: Int) -> Day?) -> Day? {
    // 29 February can be missing from eight years in a row.
    let year = latest.civil.year
    return stride(from: year, through: year - 8, by: -1).compactMap(day).first { $0 <= latest }
  }

  /// Returns the day meant by a year of two digits, from five years before `latest`
  /// to one year after it, or `nil`; `day` returns the day in a year.
  ///
  /// Nobody writes older days like that.
  package static func recent(year: Int, _ latest: Day, _ day: (_ year: Int) -> Day?) -> Day? {
    let century = latest.civil.year / 100 * 100
    return [century - 100, century, century + 100].compactMap { day($0 + year) }
      .first { (latest.fiveYearsBefore...(latest + 366)).contains($0) }
  }
}

extension NumericDate {
  /// The order of a day and a month.
  private enum Order {
    case dayFirst, monthFirst

    func day(_ first: Int, _ second: Int, _ year: Int) -> Day? {
      self == .dayFirst
        ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
    }
  }

  /// Returns the day of eight digits, `YYYYMMDD` or with the year last.
  private static func day(ofDigits digits: Int) throws(InputError) -> Day {
    let (first, second, year) = (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000)
    let days = [
      Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100),
      Order.dayFirst.day(first, second, year), Order.monthFirst.day(first, second, year),
    ].filter { $0.map { (1900...2199).contains($0.civil.year) } ?? false }
    guard !days.isEmpty else { throw .unknownDay }
    return try one(of: days)
  }

  /// Returns the day of three numbers of up to two digits, one of them the year.
  private static func day(
    ofShortNumbers numbers: [Int], _ orders: [Order], withYearFirst: Bool, _ latest: Day
  ) throws(InputError) -> Day {
    var readings: [(year: Int, day: (Int) -> Day?)] = orders.map { order in
      (numbers[2], { order.day(numbers[0], numbers[1], $0) })
    }
    if withYearFirst {
      readings.append((numbers[0], { Day(year: $0, month: numbers[1], day: numbers[2]) }))
    }
    let recent = readings.compactMap { self.recent(year: $0.year, latest, $0.day) }
    let isPossible = readings.contains { $0.day(2000) != nil }
    guard !recent.isEmpty || !isPossible else { throw .shortYear }
    return try one(of: recent)
  }

  /// Returns the only day among the readings in the calendar.
  private static func one(of readings: [Day?]) throws(InputError) -> Day {
    let days = readings.compactMap(\.self)
    guard let first = days.first else { throw .noSuchDay }
    if let other = days.first(where: { $0 != first }) { throw .ambiguousDay(first, other) }
    return first
  }
}

extension Day {
  /// The same date five years earlier; 1 March for 29 February.
  package var fiveYearsBefore: Day {
    let (year, month, day) = (civil.year - 5, civil.month, civil.day)
    return Day(year: year, month: month, day: day) ?? Day(year: year, month: 3, day: 1) ?? self
  }
}
