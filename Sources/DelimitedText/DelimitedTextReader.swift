/// A reader of comma-, semicolon- or tab-separated text, record by record.
///
/// It follows RFC 4180 and is as lenient as files in the wild need: lines end
/// in CRLF, LF or a lone CR, the last one may lack its line end, a UTF-8 byte
/// order mark is skipped, and a quote inside an unquoted field stands for
/// itself. Empty lines are skipped. Fields are not trimmed.
///
/// Memory is bounded by the longest record that is allowed, not by the file.
///
/// **Errors.** Damage to one record, such as a wrong number of fields, is its
/// ``DelimitedRecord/problem``: count it as refused and go on. Damage after
/// which no record boundary can be trusted is thrown as
/// ``DelimitedTextError``; reading cannot go on after that. Errors of the byte
/// source are passed through.
///
/// ```swift
/// var reader = try DelimitedTextReader(descriptor: 0)
/// while let record = try reader.next() {
///   guard record.problem == nil else { continue }
///   print(record.line, record[0])
/// }
/// ```
public struct DelimitedTextReader: ~Copyable {
  /// Fills the start of a buffer and returns the number of bytes, 0 at the end.
  public typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  /// The longest field that is accepted, in bytes.
  public static let maximumFieldBytes = 1 << 20

  /// The longest record that is accepted, in bytes of its fields.
  public static let maximumRecordBytes = 1 << 24

  /// The largest number of fields in a record; spreadsheets have no more.
  public static let maximumFields = 16_384

  /// The names of the columns, unique without regard to case; empty if the file
  /// was opened without a header.
  ///
  /// Duplicates get a suffix, as in `Distance`, `Distance_2`; a column without
  /// a name is called after its place, as in `column_3`.
  public private(set) var columns: [String] = []

  /// The delimiter in use, detected or forced.
  public private(set) var delimiter: Delimiter = .comma

  private let source: Source
  private var isExhausted = false

  /// Bytes that were read; those in `position..<limit` are still to be parsed.
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var limit = 0

  /// The 1-based physical line of the byte at `position`.
  private var line = 1

  /// Whether the byte before `position` was a carriage return that ended a
  /// record, so that a line feed now belongs to it.
  private var isAfterCarriageReturn = false

  /// The fields of the record being read, as in ``DelimitedRecord``.
  private var bytes: [UInt8] = []
  private var marks: [Int] = []

  /// Opens `source` and reads the names of the columns.
  ///
  /// - Parameters:
  ///   - delimiter: The delimiter, or `nil` to detect it from the first record.
  ///   - hasHeader: Whether the first record names the columns. Without a
  ///     header no record counts as too short or too long.
  ///   - source: Where the bytes come from.
  /// - Throws: ``DelimitedTextError``, or what `source` throws.
  public init(
    delimiter: Delimiter? = nil, hasHeader: Bool = true, source: @escaping Source
  ) throws {
    self.source = source
    try skipByteOrderMark()
    self.delimiter = try delimiter ?? detectDelimiter()
    guard hasHeader else { return }
    guard let header = try next() else { throw DelimitedTextError.noHeader }
    guard header.problem == nil else { throw DelimitedTextError.damagedHeader(line: header.line) }
    columns = uniqueColumnNames(header.fields)
  }

  /// Reads the next record.
  ///
  /// - Returns: The record, or `nil` at the end of the file.
  /// - Throws: ``DelimitedTextError``, or what the source throws.
  public mutating func next() throws -> DelimitedRecord? {
    bytes.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    guard try skipEmptyLines() else { return nil }
    let firstLine = line
    while true {
      guard marks.count < Self.maximumFields, bytes.count <= Self.maximumRecordBytes else {
        throw DelimitedTextError.recordTooLong(line: firstLine)
      }
      if try peek() == quote {
        try readQuotedField()
        marks.append(bytes.count << 1 | 1)
      } else {
        try readPlainField()
        marks.append(bytes.count << 1)
      }
      guard let byte = try peek() else { break }
      position += 1
      if byte != delimiter.rawValue {
        line += 1
        isAfterCarriageReturn = byte == carriageReturn
        break
      }
    }
    return DelimitedRecord(
      line: firstLine, problem: problem(), bytes: bytes, marks: marks)
  }
}

// MARK: - Fields

extension DelimitedTextReader {
  /// Moves past line ends to the first byte of a record, if there is one.
  private mutating func skipEmptyLines() throws -> Bool {
    while let byte = try peek() {
      guard isLineEnd(byte) else {
        isAfterCarriageReturn = false
        return true
      }
      if byte == carriageReturn || !isAfterCarriageReturn { line += 1 }
      isAfterCarriageReturn = byte == carriageReturn
      position += 1
    }
    return false
  }

  /// Copies a field up to the delimiter or line end after it.
  private mutating func readPlainField() throws {
    let start = bytes.count
    let delimiter = delimiter.rawValue
    while try peek() != nil {
      var end = position
      while end < limit, chunk[end] != delimiter, !isLineEnd(chunk[end]) { end += 1 }
      bytes.append(contentsOf: chunk[position..<end])
      position = end
      try checkLength(from: start)
      if end < limit { return }
    }
  }

  /// Copies a quoted field and moves past its closing quote.
  private mutating func readQuotedField() throws {
    let start = bytes.count
    let column = marks.count + 1
    let firstLine = line
    var previous: UInt8 = 0
    position += 1
    while true {
      guard try peek() != nil else {
        throw DelimitedTextError.unterminatedQuote(line: firstLine, column: column)
      }
      var end = position
      while end < limit, chunk[end] != quote {
        if chunk[end] == carriageReturn || chunk[end] == lineFeed && previous != carriageReturn {
          line += 1
        }
        previous = chunk[end]
        end += 1
      }
      bytes.append(contentsOf: chunk[position..<end])
      position = end
      try checkLength(from: start)
      guard end < limit else { continue }
      position += 1
      let next = try peek()
      guard next == quote else {
        guard next.map({ $0 == delimiter.rawValue || isLineEnd($0) }) ?? true else {
          throw DelimitedTextError.textAfterQuote(line: line, column: column)
        }
        return
      }
      bytes.append(quote)
      previous = quote
      position += 1
    }
  }

  private func checkLength(from start: Int) throws {
    guard bytes.count - start <= Self.maximumFieldBytes else {
      throw DelimitedTextError.fieldTooLong(
        line: line, column: marks.count + 1, limit: Self.maximumFieldBytes)
    }
  }

  /// Says what is wrong with the record in `bytes` and `marks`, if anything.
  private func problem() -> DelimitedRecord.Problem? {
    if !columns.isEmpty, marks.count != columns.count {
      return marks.count < columns.count
        ? .tooFewFields(expected: columns.count, found: marks.count)
        : .tooManyFields(expected: columns.count, found: marks.count)
    }
    // Nearly all records are plain ASCII: one pass without branches tells.
    var union: UInt8 = 0
    var hasNul = false
    for byte in bytes {
      union |= byte
      hasNul = hasNul || byte == 0
    }
    guard union >= 0x80 || hasNul else { return nil }
    for index in marks.indices {
      let field = bytes[range(of: index, in: marks)]
      if field.contains(0) { return .nul(column: index + 1) }
      if String(validating: field, as: UTF8.self) == nil { return .invalidUTF8(column: index + 1) }
    }
    return nil
  }
}

// MARK: - Bytes

extension DelimitedTextReader {
  /// The next byte, or `nil` at the end of the source.
  @inline(__always)
  private mutating func peek() throws -> UInt8? {
    if position < limit { return chunk[position] }
    position = 0
    limit = 0
    return try readMore() ? chunk[0] : nil
  }

  /// Adds bytes after `limit`; false at the end of the source.
  private mutating func readMore() throws -> Bool {
    guard !isExhausted else { return false }
    if limit == chunk.count { chunk.append(contentsOf: repeatElement(0, count: chunk.count)) }
    let source = source
    let start = limit
    let count = try chunk.withUnsafeMutableBytes { buffer in
      try source(UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
    }
    precondition((0...chunk.count - start).contains(count), "a source returned a bad count")
    limit += count
    isExhausted = count == 0
    return count > 0
  }

  private mutating func skipByteOrderMark() throws {
    while limit < 3, try readMore() {}
    if limit >= 3, chunk[..<3] == [0xEF, 0xBB, 0xBF] { position = 3 }
    guard limit < 2 || chunk[..<2] != [0xFF, 0xFE] && chunk[..<2] != [0xFE, 0xFF] else {
      throw DelimitedTextError.utf16
    }
  }

  private mutating func detectDelimiter() throws -> Delimiter {
    while true {
      let (delimiter, isComplete) = Delimiter.detect(in: chunk[position..<limit])
      guard !isComplete, limit < Self.maximumFieldBytes, try readMore() else { return delimiter }
    }
  }
}
