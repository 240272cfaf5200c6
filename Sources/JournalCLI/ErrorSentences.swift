import JournalStore

extension SQLiteError {
  /// The error as one sentence about the statement that a person typed.
  var sentence: String {
    switch code.primary {
    case .denied: "The statement is refused: SQL here can only read the journal."
    case .interrupted: "The statement was interrupted."
    case .tooBig: "The statement makes a value that is too large."
    case .outOfMemory: "There is not enough memory for the statement."
    default: "SQL error\(offset.map { " at character \($0 + 1)" } ?? ""): \(explanation)."
    }
  }

  /// SQLite's words; a piece of text that it quotes is left out.
  private var explanation: String {
    // What is no token is most often a text without its closing quote.
    guard !message.hasPrefix("unrecognized token") else {
      return "a quote is not closed, or this is no part of SQL"
    }
    return message
  }
}
