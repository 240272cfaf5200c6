/// Numbers in XML, including the notation of phones in other countries.
enum XMLNumber {
  /// The number in `text`, such as `5.02`, `5,02` or `1.234,5`; `nil` if there is
  /// none or it is not finite.
  static func value(_ text: String) -> Double? {
    (Double(text) ?? localised(text)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The same, from zero.
  static func notNegative(_ text: String) -> Double? {
    value(text).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The same, above zero.
  static func positive(_ text: String) -> Double? {
    value(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Degrees up to `limit`.
  static func coordinate(_ text: String, upTo limit: Double) -> Double? {
    value(text).flatMap { abs($0) <= limit ? $0 : nil }
  }

  /// Metres above sea level, within what exists on earth.
  static func elevation(_ text: String) -> Double? {
    value(text).flatMap { abs($0) < 12_000 ? $0 : nil }
  }

  /// A number with a decimal comma or digits of another script: the last mark is
  /// the decimal one.
  private static func localised(_ text: String) -> Double? {
    guard text.utf8.count < 100 else { return nil }
    var plain = ""
    let mark = text.lastIndex { ",.٫".contains($0) }
    for index in text.indices {
      let character = text[index]
      if index == mark {
        plain.append(".")
      } else if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        plain += "\(digit)"
      } else if character == "−" {
        plain.append("-")
      } else if character.isASCII, !",.".contains(character), !character.isWhitespace {
        plain.append(character)
      } else if !character.isWhitespace, !",.٬".contains(character) {
        return nil
      }
    }
    return Double(plain)
  }
}
