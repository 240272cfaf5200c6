/// Words to search for in people's text.
///
/// Text matches if it contains all phrases, in any order. Case, diacritics and
/// punctuation between words do not matter.
public struct TextSearch: Equatable, Sendable {
  /// Consecutive words.
  public struct Phrase: Equatable, Sendable {
    /// The words.
    public let text: String
    /// Whether the last word may continue.
    public let isPrefix: Bool

    /// Creates a phrase.
    public init(_ text: String, isPrefix: Bool = false) {
      self.text = text
      self.isPrefix = isPrefix
    }

    /// Whether it contains anything to find: a letter or a digit.
    public var holdsWords: Bool {
      text.unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber:
          true
        default: false
        }
      }
    }
  }

  /// The maximum number of phrases in a search; SQLite's limit is a little
  /// higher.
  public static let mostPhrases = 100

  /// The phrases.
  public let phrases: [Phrase]

  /// Creates a search for phrases.
  ///
  /// - Precondition: There are 1 to ``mostPhrases``, and each contains words.
  public init(_ phrases: [Phrase]) {
    precondition((1...Self.mostPhrases).contains(phrases.count), "too many phrases, or none")
    precondition(phrases.allSatisfy(\.holdsWords), "a phrase without words finds nothing")
    self.phrases = phrases
  }
}
