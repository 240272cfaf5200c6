import JournalStore

extension SQLiteError {
  /// The error as one sentence about the user's statement.
  var sentence: String {
    switch code.primary {
    // SQLite reports a refused function without a code of its own.
    case _ where message.hasPrefix("not authorized"), .denied:
      "The statement was refused: SQL can only read here. To change entries, use: nerve sql --write"
    case .interrupted: "The statement was interrupted."
    case .tooBig: "A value in the statement is too large."
    case .outOfMemory:
      "The statement needs more than \(statementMemoryMiB) MB of memory; read less, with WHERE or "
        + "LIMIT."
    default:
      "Cannot run the SQL: \(explanation)."
    }
  }

  /// SQLite's message, without text that it quotes: that may come from a note.
  private var explanation: String {
    // An unrecognised token is mostly text without its closing quote.
    if message.hasPrefix("unrecognized token") {
      return "a quote is not closed, or this is not SQL"
    }
    if let name = quoted(after: "no such column: "), !isName(name) {
      return "no such column; put text in single quotes"
    }
    if let word = quoted(after: "near \""), !isName(word.prefix { $0 != "\"" }) {
      return "syntax error"
    }
    // A constraint may be written over several lines.
    return message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns the rest of the message after `words`, if it starts with them.
  private func quoted(after words: String) -> Substring? {
    message.hasPrefix(words) ? message.dropFirst(words.count) : nil
  }

  /// Returns whether `text` is a name or a keyword that SQL needs no quotes for.
  private func isName(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
  }
}
