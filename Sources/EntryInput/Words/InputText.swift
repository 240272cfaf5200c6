/// Text functions shared by the parsers: folding, splitting, plain numbers.
///
/// Only ASCII digits are digits, so a number always means what it looks like.
package enum InputText {
  /// A number as typed, and the letters after it, if any.
  package typealias Quantity = (number: String, unit: String)

  /// Returns `text` in lower case, with single spaces and none at either end.
  package static func folded(_ text: String) -> String {
    words(text).joined(separator: " ")
  }

  /// Returns `text` without white space at either end.
  package static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// Returns a word without its leading dashes of any kind.
  ///
  /// Phones turn two dashes into one long one, and one dash is easily forgotten.
  package static func withoutDashes(_ word: String) -> Substring {
    word.drop { "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains($0) }
  }

  /// Returns the words of `text` in lower case.
  package static func words(_ text: String) -> [String] {
    text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Returns whether `character` is a digit from 0 to 9.
  package static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber
  }

  /// Returns the value of `text` if it is only ASCII digits, and as many as `count`.
  package static func digits(_ text: some StringProtocol, count: ClosedRange<Int> = 1...9) -> Int? {
    guard count.contains(text.count), text.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  /// Returns the value of a number such as `8`, `8.25`, `8,2` or `.5`.
  ///
  /// - Returns: A finite number of at least 0, or `nil` for anything else, including
  ///   signs and exponents.
  /// - Throws: ``InputError/ambiguousComma`` for a comma before three digits.
  package static func decimal(_ text: String) throws(InputError) -> Double? {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard let whole = parts.first, whole.allSatisfy(isDigit) else { return nil }
    guard parts.count == 2 else { return finite(text) }
    let fraction = parts[1]
    guard !fraction.isEmpty, fraction.allSatisfy(isDigit) else { return nil }
    guard !text.contains(",") || fraction.count != 3 else { throw .ambiguousComma }
    return finite("\(whole.isEmpty ? "0" : whole).\(fraction)")
  }

  /// Splits text such as `8.2 km` or `1h 05` into numbers and their units.
  ///
  /// - Returns: The quantities in order, or `nil` if `text` is empty, starts with a
  ///   letter, or has anything but digits, marks, letters and spaces.
  package static func quantities(in text: String) -> [Quantity]? {
    var quantities: [Quantity] = []
    var isInNumber = false
    for character in folded(text) {
      if isDigit(character) || character == "." || character == "," {
        if !isInNumber { quantities.append(("", "")) }
        quantities[quantities.count - 1].number.append(character)
        isInNumber = true
      } else if character == " " {
        isInNumber = false
      } else if character.isASCII, character.isLetter, !quantities.isEmpty {
        quantities[quantities.count - 1].unit.append(character)
        isInNumber = false
      } else {
        return nil
      }
    }
    return quantities.isEmpty ? nil : quantities
  }

  private static func finite(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
