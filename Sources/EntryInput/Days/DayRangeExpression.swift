package import CivilDay

/// A parser for a range of days: `DAY..DAY`, `DAY..` up to today, or one `DAY`.
///
/// Three dots are allowed too. ``DayExpression`` reads each `DAY`. A weekday at the
/// start is the latest one before the end: on a Wednesday, `mon..fri` is last week.
package enum DayRangeExpression {
  /// Returns the days that `text` names, both ends included.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - today: The day to count from, and the end of an open range.
  ///   - allowingFuture: Whether to allow days after `today`.
  /// - Returns: At least one day.
  /// - Throws: ``InputError``.
  package static func parse(
    _ text: String, today: Day, allowingFuture: Bool = false
  ) throws(InputError) -> ClosedRange<Day> {
    guard let (left, right) = splitAtDots(InputText.folded(text)) else {
      let day = try DayExpression.parse(text, today: today, allowingFuture: allowingFuture)
      return day...day
    }
    guard !left.isEmpty else { throw InputError.openRange.about(text) }
    let last =
      right.isEmpty
      ? today : try DayExpression.parse(right, today: today, allowingFuture: allowingFuture)
    let isWeekday = CalendarNames.weekday(InputText.folded(left)) != nil
    let first = try DayExpression.parse(
      left, today: isWeekday ? min(last, today) : today, allowingFuture: allowingFuture)
    guard first <= last else { throw InputError.backwardsRange.about(text) }
    return first...last
  }

  /// Returns the text before and after the first `..` or `...`, or `nil` without one.
  package static func splitAtDots(_ text: String) -> (left: String, right: String)? {
    let characters = Array(text)
    guard
      let index = characters.indices.dropLast().first(where: {
        characters[$0] == "." && characters[$0 + 1] == "."
      })
    else { return nil }
    let after = characters[(index + 2)...]
    return (
      String(characters[..<index]), String(after.first == "." ? after.dropFirst() : after)
    )
  }
}
