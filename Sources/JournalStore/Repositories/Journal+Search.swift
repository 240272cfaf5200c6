internal import JournalModel

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

  /// The search in the language of FTS5; what is quoted there has no meaning of
  /// its own.
  fileprivate var expression: String {
    phrases.map { phrase in
      let quoted = phrase.text.split(separator: "\"").joined(separator: " ")
      return "\"\(quoted)\"\(phrase.isPrefix ? "*" : "")"
    }.joined(separator: " ")
  }
}

extension EntryTable {
  /// The number of the table among the lowest four bits of `entry_text.id`;
  /// nothing is written in the others.
  var textNumber: Int? {
    switch self {
    case .run: 0
    case .checkIn: 1
    case .stretch: 2
    case .flareUp: 3
    case .crossTraining: 4
    case .guidance: 5
    case .footwear: 6
    case .exercise: 7
    case .dayMark, .routine, .routineStep, .setting: nil
    }
  }

  /// The condition that `text` is found in what was written in an entry.
  func found(_ text: TextSearch, _ query: inout BoundQuery) -> String {
    guard let number = textNumber else { return "FALSE" }
    return """
      \(rawValue).id IN (
        SELECT rowid >> 4 FROM temp.word_index
        WHERE word_index MATCH \(query.place(.text(text.expression))) AND rowid & 15 = \(number)
      )
      """
  }
}

extension Journal {
  /// Runs `body` at one moment of the journal, with an index of the words that
  /// were written if `filter` looks for some.
  ///
  /// The index lives in memory and only as long as `body`: see the decision
  /// "Words are indexed when they are looked for".
  func searching<T>(_ filter: EntryFilter, _ body: () throws -> T) throws -> T {
    try explaining {
      guard filter.text != nil else { return try connection.snapshot(body) }
      try connection.execute(script: "PRAGMA temp_store = MEMORY")
      return try connection.snapshot {
        try connection.execute(
          script: """
            CREATE VIRTUAL TABLE temp.word_index
            USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')
            """)
        let names = filter.tables.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try connection.run(
          """
          INSERT INTO temp.word_index (rowid, text)
          SELECT id, text FROM entry_text WHERE entry IN (\(names))
          """)
        let result = try body()
        try connection.execute(script: "DROP TABLE temp.word_index")
        return result
      }
    }
  }
}
