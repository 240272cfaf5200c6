/// A parser for a range of lags in days: `-7...14`, `-7..14`, or one lag, `1`.
package enum LagRangeExpression {
  /// The lags that make sense for a journal.
  package static let bounds = -90...90

  /// Returns the lags that `text` names, both ends included.
  ///
  /// - Parameter text: The typed text.
  /// - Returns: Lags within `bounds`.
  /// - Throws: ``InputError``.
  package static func parse(_ text: String) throws(InputError) -> ClosedRange<Int> {
    let compact = InputText.words(text).joined()
    let (left, right) = DayRangeExpression.splitAtDots(compact) ?? (compact, compact)
    guard let first = lag(left), let last = lag(right) else {
      throw InputError.unknownLags.about(text)
    }
    guard first <= last else { throw InputError.backwardsLags.about(text) }
    guard bounds.contains(first), bounds.contains(last) else {
      throw InputError.lagsOutOfRange.about(text)
    }
    return first...last
  }

  private static func lag(_ text: String) -> Int? {
    text.hasPrefix("-")
      ? InputText.digits(text.dropFirst()).map { -$0 } : InputText.digits(text)
  }
}
