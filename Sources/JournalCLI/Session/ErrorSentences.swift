import JournalStore

extension SQLiteError {
  /// The error as one sentence about the statement that a person typed.
  var sentence: String {
    switch code.primary {
    // A function that is refused is told by words only.
    case _ where message.hasPrefix("not authorized"), .denied:
      "The statement is refused: SQL here can only read the journal."
    case .interrupted: "The statement was interrupted."
    case .tooBig: "The statement makes a value that is too large."
    case .outOfMemory: "There is not enough memory for the statement."
    default:
      "The SQL cannot be run: \(explanation)."
    }
  }

  /// SQLite's words; texts that it quotes, which may be of a note, are left out.
  private var explanation: String {
    // What is no token is most often a text without its closing quote.
    if message.hasPrefix("unrecognized token") {
      return "a quote is not closed, or this is no part of SQL"
    }
    if let name = quoted(after: "no such column: "), !isName(name) {
      return "no such column; a text stands between single quotes"
    }
    if let word = quoted(after: "near \""), !isName(word.prefix { $0 != "\"" }) {
      return "syntax error"
    }
    return message
  }

  /// What follows `words` at the start of the message.
  private func quoted(after words: String) -> Substring? {
    message.hasPrefix(words) ? message.dropFirst(words.count) : nil
  }

  /// Whether `text` is a name or a keyword, as SQL has them without quotes.
  private func isName(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
  }
}
