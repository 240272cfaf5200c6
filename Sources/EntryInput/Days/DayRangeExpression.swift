package import CivilDay

/// Understands a range of days: `DAY..DAY`, `DAY..` up to today, or one `DAY`.
///
/// Three dots do as well as two. Each `DAY` is read by ``DayExpression``. A
/// weekday at the start is the latest before the end: on a Wednesday `mon..fri`
/// is the week before.
package enum DayRangeExpression {
  /// Returns the days that `text` names, both ends included.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day from which to count, and the end of an open range.
  ///   - allowingFuture: Whether days after `today` are let through.
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

  /// Returns what stands before and after the first `..` or `...`.
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
