/// Understands a rating of pain, stress or mood: a whole number from 0 to 10.
///
/// `4/10` is understood as 4. A missing rating is unknown and never 0: an empty
/// text is refused, so that the caller has to decide what it means.
package enum RatingExpression {
  /// Returns the rating that `text` names.
  ///
  /// - Parameter text: What was typed.
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

/// Understands a rating of perceived exertion on the CR-10 scale: 0 to 10 in
/// steps of a half.
package enum ExertionExpression {
  /// Returns the exertion that `text` names.
  ///
  /// - Parameter text: What was typed, with a point or a comma.
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
