import JournalStore

/// Results as delimited text with a header, quoted as in RFC 4180.
///
/// NULL is an empty field and empty text is `""`, as everywhere in this program. An
/// empty line separates the results of two statements.
struct DelimitedResult: ResultWriter {
  private let output: ResultBuffer
  private let delimiter: UInt8
  private let lineEnd: StaticString
  private let style: ResultStyle
  private let neutralisesFormulas: Bool
  private var isFirst = true

  init(
    _ output: ResultBuffer, delimiter: UInt8, lineEnd: StaticString,
    _ style: ResultStyle = ResultStyle(), neutralisesFormulas: Bool = false
  ) {
    self.output = output
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    self.style = style
    self.neutralisesFormulas = neutralisesFormulas
  }

  mutating func begin(_ columns: [String]) throws {
    if !isFirst { try output.append(lineEnd) }
    isFirst = false
    guard style.hasHeader else { return }
    for (index, column) in columns.enumerated() {
      if index > 0 { try output.append(delimiter) }
      var name = neutralisesFormulas ? FormulaGuard.neutralised(column) : column
      try name.withUTF8 { try append(quoting: $0) }
    }
    try output.append(lineEnd)
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    for column in 0..<row.count {
      if column > 0 { try output.append(delimiter) }
      switch row[column] {
      case .null where !style.null.isEmpty:
        var null = style.null
        try null.withUTF8 { try append(quoting: $0) }
      // Alone in its row, it would be an empty line, which readers skip.
      case .null: if row.count == 1 { try output.append("\"\"") }
      case .text(let bytes) where neutralisesFormulas:
        var text = FormulaGuard.neutralised(String(decoding: bytes, as: UTF8.self))
        try text.withUTF8 { try append(quoting: $0) }
      case .text(let bytes): try append(text: bytes)
      case let value: try output.append(plain: value)
      }
    }
    try output.append(lineEnd)
  }

  mutating func end() {}

  @inline(__always)
  private func append(text bytes: UnsafeBufferPointer<UInt8>) throws {
    var seen: UInt8 = 0
    var isQuoted = bytes.isEmpty
    for byte in bytes {
      seen |= byte
      isQuoted = isQuoted || isSpecial(byte)
    }
    if seen < 0x80, !isQuoted { return try output.append(bytes) }
    try withValidText(bytes) { try append(quoting: $0) }
  }

  @inline(__always)
  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private func append(quoting bytes: UnsafeBufferPointer<UInt8>) throws {
    let isQuoted =
      bytes.isEmpty || bytes.contains(where: isSpecial)
      // At the start of a file, U+FEFF would be read as a byte order mark.
      || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard isQuoted else { return try output.append(bytes) }
    let quote = UInt8(ascii: "\"")
    try output.append(quote)
    for byte in bytes {
      if byte == quote { try output.append(quote) }
      try output.append(byte)
    }
    try output.append(quote)
  }
}
