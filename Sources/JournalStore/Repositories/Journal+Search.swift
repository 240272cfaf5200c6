internal import JournalModel

extension TextSearch {
  /// The search in FTS5's language, where quoted text has no special meaning.
  fileprivate var expression: String {
    phrases.map { phrase in
      let quoted = phrase.text.split(separator: "\"").joined(separator: " ")
      return "\"\(quoted)\"\(phrase.isPrefix ? "*" : "")"
    }.joined(separator: " ")
  }
}

extension EntryTable {
  /// The table's number in the lowest four bits of `entry_text.id`; `nil` for
  /// tables without text.
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

  /// The condition for `text` in an entry's text.
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
  /// Runs `body` with a consistent view of the journal, and an index of its words
  /// if `filter` searches for some.
  ///
  /// The index is in memory and ends with `body`: see the decision "Words are
  /// indexed on demand".
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
