import JournalFiles

/// The typed value of `--note`: the note itself, or a dash.
enum NoteText {
  /// Enough bytes for the longest note.
  private static let mostBytes = 1 << 16

  /// Returns the note; for a dash, reads it from standard input, which keeps it out
  /// of the shell's history.
  ///
  /// - Parameter typed: The typed value.
  /// - Returns: The note without trailing white space; `nil` if standard input is
  ///   blank.
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
