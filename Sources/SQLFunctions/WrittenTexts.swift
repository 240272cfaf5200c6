internal import CSQLiteExtension
internal import CivilDay
import Platform
internal import WrittenValues

/// Functions that read numbers, days and times as programs and people write them.
///
/// Unreadable text is NULL; ambiguous text is refused, so that nobody's months
/// become days.
struct WrittenTexts {
  /// Minutes after midnight until which the night belongs to the previous day.
  let dayBoundaryMinutes: Int

  /// The functions, with their numbers of arguments.
  var functions: [(ScalarFunction, Int32)] {
    let texts = self
    func number(_ arguments: Int32) -> (ScalarFunction, Int32) {
      (
        ScalarFunction(
          "to_number",
          number: { (row) throws(FunctionError) in
            try texts.number(row, hasMark: arguments > 1)
          }), arguments
      )
    }
    func day(_ arguments: Int32) -> (ScalarFunction, Int32) {
      (
        ScalarFunction("to_day") { (row) throws(FunctionError) in
          try texts.day(row, hasOrder: arguments > 1)
        }, arguments
      )
    }
    return [
      number(1), number(2), day(1), day(2),
      (ScalarFunction("to_clock") { (row) throws(FunctionError) in try texts.clock(row) }, 1),
      (
        ScalarFunction(
          "to_minutes",
          number: { (row) throws(FunctionError) in
            guard let text = try row.text(0) else { return nil }
            return WrittenSpan.minutes(text)
          }), 1
      ),
    ]
  }

  private func number(
    _ row: borrowing Arguments, hasMark: Bool
  ) throws(FunctionError) -> Double? {
    guard try row.isText(0) else { return try row.number(0) }
    let shape = NumberShape(try row.text(0) ?? "")
    guard case .ambiguous = shape else { return shape.value(nil) }
    guard hasMark, let mark = try row.text(1) else {
      throw .refused(
        "a number such as 1,234 could be 1.234 or 1234; add 'comma' or 'point'")
    }
    guard let mark = DecimalMark(rawValue: mark.lowercased()) else {
      throw .refused("the decimal mark must be 'comma' or 'point'")
    }
    return shape.value(mark)
  }

  private func day(
    _ row: borrowing Arguments, hasOrder: Bool
  ) throws(FunctionError) -> String? {
    var order: DateOrder?
    if hasOrder, let word = try row.text(1) {
      guard let known = DateOrder(rawValue: word.lowercased()) else {
        throw .refused("the order must be 'dmy', 'mdy' or 'ymd'")
      }
      order = known
    }
    guard let date = try date(row, order) else { return nil }
    // Midnight is the time of a day without one.
    guard let second = date.secondOfDay, second > 0 else { return "\(date.day)" }
    let lived = Self.wallSeconds(date) - dayBoundaryMinutes * 60
    return "\(Day(daysSince1970: (lived - Self.second(lived)) / 86_400))"
  }

  private func clock(_ row: borrowing Arguments) throws(FunctionError) -> String? {
    if try row.isText(0), let text = try row.text(0), let second = WrittenClock(text)?.secondOfDay {
      return Self.clockText(second)
    }
    // The order of day and month does not affect the clock.
    let dayFirst = try date(row, .dayFirst)
    let monthFirst = try date(row, .monthFirst)
    guard let date = dayFirst ?? monthFirst, date.secondOfDay != nil else { return nil }
    return Self.clockText(Self.second(Self.wallSeconds(date)))
  }

  private func date(
    _ row: borrowing Arguments, _ order: DateOrder?
  ) throws(FunctionError) -> WrittenDate? {
    guard try row.isText(0) else {
      // Seconds since 1970 in UTC, or thousandths of them.
      guard let number = try row.number(0), (1e8..<1e14).contains(number) else { return nil }
      return WrittenDate(utcSeconds: Int(number >= 1e11 ? number / 1000 : number))
    }
    let text = try row.text(0) ?? ""
    do throws(WrittenDate.Problem) {
      return try WrittenDate(text, order: order)
    } catch .ambiguous {
      throw FunctionError.refused(
        "a date such as 10/5/2026 could have the day or the month first; add 'dmy' or 'mdy'"
      )
    } catch {
      return nil
    }
  }

  /// Seconds since the start of 1970 on the local clock; UTC is converted to the
  /// computer's zone.
  private static func wallSeconds(_ date: WrittenDate) -> Int {
    guard date.zone == .offset(0) else { return date.seconds }
    var (seconds, parts) = (date.seconds, tm())
    localtime_r(&seconds, &parts)
    return date.seconds + parts.tm_gmtoff
  }

  private static func second(_ seconds: Int) -> Int { (seconds % 86_400 + 86_400) % 86_400 }

  private static func clockText(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
