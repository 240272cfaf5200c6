import JournalStore

/// Text in a statement without the single quotes that SQL wants, which SQLite takes
/// for the name of a column.
struct MistakenText {
  /// The text, without quotes.
  private let text: String
  /// The quote that the text is in, if any.
  private let quote: Character?

  /// Looks at the word that SQLite takes for a missing column.
  ///
  /// - Parameters:
  ///   - index: The place of the word in `tokens`.
  ///   - tokens: The statement.
  init?(at index: Int, in tokens: [SQLToken]) {
    let token = tokens[index]
    // What follows a dot is a column.
    guard index == 0 || !tokens[index - 1].isSymbol(".") else { return nil }
    isCompared = Self.isValue(index, in: tokens) || Self.isComparedWithName(index, in: tokens)
    switch token.kind {
    case .name:
      text = String(token.text.dropFirst().dropLast())
      quote = token.text.first
    case .word:
      (text, quote) = (token.text, nil)
      guard Self.isValue(index, in: tokens) else { return nil }
    case .text, .number, .symbol:
      return nil
    }
  }

  /// Whether it is compared with a column.
  let isCompared: Bool

  /// Whether it cannot be a misspelt name, since it is in quotes.
  var isQuoted: Bool { quote != nil }

  /// What to tell, such as `"run"; put text in single quotes, as in 'run'`.
  ///
  /// Only a word or a day is repeated: other text may come from a note.
  var sentence: String {
    let isHarmless =
      text.utf8.count <= 20 && !text.isEmpty
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    guard isHarmless else { return "no such column; put text in single quotes" }
    let closing = quote == "[" ? "]" : quote.map(String.init) ?? ""
    return "no such column: \(quote.map(String.init) ?? "")\(text)\(closing); put text in single "
      + "quotes, as in '\(text)'"
  }

  /// Those of `columns` that are the text with a letter wrong, or with blanks for
  /// underscores.
  func columns(spelt columns: [String]) -> [String] {
    let word = text.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
    guard word.count >= 3 else { return [] }
    let near = columns.filter { column in
      GuessedNames.slips(from: word, to: column.lowercased().filter { $0 != "_" })
        <= (word.count < 6 ? 1 : 2)
    }
    return near.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Whether what stands at `index` is compared with what stands before it.
  private static func isValue(_ index: Int, in tokens: [SQLToken]) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if before.isComparison { return true }
    if before.keyword == "NOT" { return index > 1 && tokens[index - 2].keyword == "IS" }
    if before.keyword == "AND" {
      return index > 2 && tokens[index - 3].keyword == "BETWEEN"
    }
    return tokens.isInList(index)
  }

  /// Whether a column is compared with what stands at `index`, as in `"run" = state`.
  private static func isComparedWithName(_ index: Int, in tokens: [SQLToken]) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].isComparison
      && tokens[index + 2].identifier != nil && tokens[index + 2].keyword != "NULL"
  }
}

extension SQLToken {
  /// Whether a value follows that is compared with what stands before.
  var isComparison: Bool {
    switch kind {
    case .symbol: ["=", "==", "<>", "!=", "<", ">", "<=", ">="].contains(text)
    case .word: ["LIKE", "GLOB", "REGEXP", "MATCH", "IS", "BETWEEN"].contains(keyword)
    case .name, .text, .number: false
    }
  }
}

extension [SQLToken] {
  /// The place of the parenthesis of the list after IN with the value at `index`.
  func list(around index: Int) -> Int? {
    var place = index - 1
    while place >= 0, !self[place].isSymbol("(") {
      guard self[place].kind != .word || self[place].keyword == "NULL", !self[place].isSymbol(")")
      else { return nil }
      place -= 1
    }
    return place > 0 && self[place - 1].keyword == "IN" ? place : nil
  }

  /// Whether the value at `index` is in a list after IN.
  func isInList(_ index: Int) -> Bool { list(around: index) != nil }
}
