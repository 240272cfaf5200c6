/// Words to look for in what people wrote.
///
/// A text is found if all phrases stand in it, whatever their order. Case and
/// diacritics do not matter, nor do marks between words.
public struct TextSearch: Equatable, Sendable {
  /// Words that stand one after the other.
  public struct Phrase: Equatable, Sendable {
    /// The words.
    public let text: String
    /// Whether the last word may go on.
    public let isPrefix: Bool

    /// Creates a phrase.
    public init(_ text: String, isPrefix: Bool = false) {
      self.text = text
      self.isPrefix = isPrefix
    }

    /// Whether there is anything in it that can be found: a letter or a digit.
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

  /// The most phrases of a search; SQLite takes some more.
  public static let mostPhrases = 100

  /// The phrases.
  public let phrases: [Phrase]

  /// Creates a search for phrases.
  ///
  /// - Precondition: There are 1 to ``mostPhrases``, and each holds words.
  public init(_ phrases: [Phrase]) {
    precondition((1...Self.mostPhrases).contains(phrases.count), "too many phrases, or none")
    precondition(phrases.allSatisfy(\.holdsWords), "a phrase without words finds nothing")
    self.phrases = phrases
  }
}
