/// The part before the first record.
extension DelimitedTextReader {
  /// Skips the byte order mark; from here on UTF-16 is converted to UTF-8.
  mutating func skipByteOrderMark() throws {
    while limit < 8, try readMore() {}
    if let isBigEndian = UTF16Source.isBigEndian(chunk[..<limit]) {
      guard form != .exact else { throw DelimitedTextError.utf16 }
      let wide = UTF16Source(source, after: Array(chunk[..<limit]), isBigEndian: isBigEndian)
      source = wide.read
      (limit, isExhausted) = (0, false)
    } else if limit >= 3, chunk[..<3] == [0xEF, 0xBB, 0xBF] {
      position = 3
    }
  }

  /// Takes the line that tells spreadsheets the delimiter, `sep=;`.
  mutating func takeDelimiterLine() throws -> Delimiter? {
    while limit - position < 10, try readMore() {}
    var line = chunk[position..<min(limit, position + 10)]
    let isQuoted = line.first == quote
    if isQuoted { line = line.dropFirst() }
    guard line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
      let delimiter = line.dropFirst(4).first.flatMap(Delimiter.init)
    else { return nil }
    line = line.dropFirst(5)
    if isQuoted, line.first == quote { line = line.dropFirst() }
    guard line.first.map(isLineEnd) ?? isExhausted else { return nil }
    position = line.startIndex
    return delimiter
  }

  /// Moves to the start of a physical line.
  mutating func skipLines(to number: Int) throws {
    while line < number, let byte = try peek() {
      position += 1
      guard isLineEnd(byte) else { continue }
      if byte == carriageReturn, try peek() == lineFeed { position += 1 }
      line += 1
    }
  }

  /// Moves to the header, past any other lines before it.
  mutating func skipMetadata(isDelimiterKnown: Bool) throws {
    while limit < 1 << 16, try readMore() {}
    let start = chunk[position..<min(limit, position + 1 << 16)]
    let isWhole = isExhausted && start.endIndex == limit
    if !isDelimiterKnown {
      delimiter = TableStart.delimiter(delimiter, in: start, isWhole: isWhole)
    }
    guard let header = TableStart.header(in: start, delimiter, isWhole: isWhole) else { return }
    position += header.offset
    line += header.lines
  }

  mutating func detectDelimiter() throws -> Delimiter {
    while true {
      let (delimiter, isComplete) = Delimiter.detect(in: chunk[position..<limit])
      guard !isComplete, limit < Self.maximumFieldBytes, try readMore() else { return delimiter }
    }
  }
}
