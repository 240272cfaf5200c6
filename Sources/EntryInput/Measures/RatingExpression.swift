/// A parser for a rating of pain, stress or mood: a whole number from 0 to 10.
///
/// `4/10` means 4. A missing rating is unknown, never 0: empty text is refused, so
/// the caller decides what it means.
package enum RatingExpression {
  /// Returns the rating that `text` names.
  ///
  /// - Parameter text: The typed text.
  /// - Returns: 0 to 10.
  /// - Throws: ``InputError/notARating``.
  package static func parse(_ text: String) throws(InputError) -> Int {
    var number = InputText.words(text).joined()[...]
    if number.hasSuffix("/10") { number.removeLast(3) }
    guard let rating = InputText.digits(number, count: 1...2), (0...10).contains(rating),
      String(rating) == number
    else { throw InputError.notARating.about(text) }
    return rating
  }
}

/// A parser for effort on the CR-10 scale: 0 to 10 in steps of 0.5.
package enum ExertionExpression {
  /// Returns the effort that `text` names.
  ///
  /// - Parameter text: The typed text, with a decimal point or comma.
  /// - Returns: 0 to 10, a multiple of 0.5.
  /// - Throws: ``InputError/notAnExertion``.
  package static func parse(_ text: String) throws(InputError) -> Double {
    var number = InputText.words(text).joined()
    if number.hasSuffix("/10") { number.removeLast(3) }
    guard let value = try? InputText.decimal(number), (0...10).contains(value),
      (value * 2).rounded() == value * 2
    else { throw InputError.notAnExertion.about(text) }
    return value
  }
}
