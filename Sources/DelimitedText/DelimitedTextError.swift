/// A problem that makes it impossible to continue reading a file.
///
/// Lines and columns count from 1; a line is a physical line, as an editor
/// shows it. The description is one sentence and never quotes the file, since
/// it may hold health data.
public enum DelimitedTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file contains only empty lines, so there is no header.
  case noHeader
  /// The file starts with the byte order mark of UTF-16.
  case utf16
  /// The header line is not valid UTF-8 or has a NUL byte.
  case damagedHeader(line: Int)
  /// The quoted field that starts on `line` never ends.
  case unterminatedQuote(line: Int, column: Int)
  /// Something other than a delimiter or a line end follows a closing quote.
  case textAfterQuote(line: Int, column: Int)
  /// The field that starts on or before `line` is longer than `limit` bytes.
  case fieldTooLong(line: Int, column: Int, limit: Int)
  /// The record that starts on `line` has more bytes or fields than any table.
  case recordTooLong(line: Int)
  /// The operating system refused to read; `code` is its `errno`.
  case unreadable(code: Int32)

  /// One sentence, without text from the file.
  public var description: String {
    switch self {
    case .noHeader:
      "The file is empty; its first line must contain the column names."
    case .utf16:
      "The file is UTF-16 text; save it as UTF-8 and try again."
    case .damagedHeader(let line):
      "Line \(line) with the column names is not valid UTF-8; save the file as UTF-8 and try again."
    case .unterminatedQuote(let line, let column):
      "The quote that opens column \(column) on line \(line) is never closed; add the "
        + "closing quote."
    case .textAfterQuote(let line, let column):
      "Text follows the closing quote of column \(column) on line \(line); double any "
        + "quote inside a quoted field."
    case .fieldTooLong(let line, let column, let limit):
      "Column \(column) is longer than \(limit) bytes on line \(line); look for a missing quote "
        + "before it."
    case .recordTooLong(let line):
      "The row on line \(line) is too long for a table; check that the file is CSV or TSV."
    case .unreadable(let code):
      "The file could not be read (system error \(code)); check its permissions."
    }
  }
}
