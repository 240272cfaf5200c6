import JournalFiles

/// What is typed for a note: the note itself, or a dash.
enum NoteText {
  /// Enough for as many characters as a note may have.
  private static let mostBytes = 1 << 16

  /// Returns the note that `typed` stands for; a dash reads it from standard
  /// input, where it stays out of the shell's history.
  ///
  /// - Parameter typed: What was typed.
  /// - Returns: The note without white space at its end; `nil` if nothing is left
  ///   of what was read.
  /// - Throws: ``FileError`` if it cannot be read.
  static func read(_ typed: String) throws -> String? {
    guard typed == "-" else { return typed }
    let bytes = try InputFile("-").allBytes(upTo: mostBytes)
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw FileError("The note is not UTF-8 text.")
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : text
  }
}
