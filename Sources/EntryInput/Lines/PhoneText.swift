/// Text as phones and their keyboards write it.
package enum PhoneText {
  /// Returns `line` without invisible characters, with single spaces and none at either
  /// end.
  ///
  /// Phones use spaces that do not break, and marks of direction around dates.
  package static func cleaned(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in line.unicodeScalars where !isInvisible(scalar) {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
        isSpaceDue = !text.isEmpty
      } else {
        if isSpaceDue { text.append(" ") }
        isSpaceDue = false
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// Returns what two lines have in common that differ only in capitals, and in what a
  /// keyboard corrects: the shape of quotes, dashes and dots.
  ///
  /// - Parameter text: A cleaned line.
  /// - Returns: The common form.
  package static func folded(_ text: String) -> String {
    var folded = ""
    for character in text.lowercased() {
      switch character {
      case _ where doubleQuotes.contains(character): folded.append("\"")
      case _ where singleQuotes.contains(character): folded.append("'")
      case "\u{2014}", "\u{2015}": folded += "--"
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": folded.append("-")
      case "\u{2026}": folded += "..."
      default: folded.append(character)
      }
    }
    return folded
  }

  /// Quotes around text with spaces, straight and curly.
  static let doubleQuotes: Set<Character> = [
    "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}",
  ]

  /// Single quotes, and apostrophes.
  static let singleQuotes: Set<Character> = [
    "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}",
  ]

  /// Whether a character takes no room and has no meaning in an entry: a byte order
  /// mark, a mark of direction, or a place where a word may break.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFEFF, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069: true
    default: false
    }
  }
}
