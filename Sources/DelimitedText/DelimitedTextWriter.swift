/// A writer of delimited text as RFC 4180 describes it.
///
/// Lines end in CRLF. A field is quoted if it contains the delimiter, a quote or
/// a line end. `nil` is written as nothing and an empty string as `""`, which
/// distinguishes missing from empty; other programs read both as empty. Text is
/// UTF-8 without a byte order mark.
///
/// A record whose only field is `nil` would be an empty line, which readers
/// skip, so it is written as `""`.
public struct DelimitedTextWriter: Sendable {
  /// The bytes written and not yet taken.
  public private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8

  /// Creates an empty writer.
  public init(delimiter: Delimiter = .comma) {
    self.delimiter = delimiter.rawValue
  }

  /// Writes one record.
  ///
  /// - Parameter fields: At least one field; `nil` for a missing value.
  public mutating func write(_ fields: some Sequence<String?>) {
    let start = bytes.count
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(delimiter) }
      isFirst = false
      if let field { append(field) }
    }
    if bytes.count == start { append("") }
    bytes.append(carriageReturn)
    bytes.append(lineFeed)
  }

  /// Returns everything written so far and clears it.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ field: String) {
    let needsQuotes =
      field.isEmpty
      || field.utf8.contains { $0 == delimiter || $0 == quote || isLineEnd($0) }
      // At the start of a file, U+FEFF would look like a byte order mark.
      || field.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    guard needsQuotes else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
