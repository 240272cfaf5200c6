/// A reader of comma-, semicolon- or tab-separated text, record by record.
///
/// It follows RFC 4180, with the leniency that real files need: lines end in
/// CRLF, LF or a lone CR, the last one may lack its line end, a byte order mark
/// is skipped, and a quote inside a field is literal. Empty lines are skipped.
/// Fields are not trimmed. UTF-16 is read, and so is windows-1252 in a file that
/// is not UTF-8; a line `sep=;` sets the delimiter; obvious metadata lines before
/// the header are skipped; surplus blank fields at the end of a record are
/// dropped. ``Form/exact`` does none of this.
///
/// Memory is bounded by the longest allowed record, not by the file.
///
/// **Errors.** Damage to one record, such as a wrong number of fields, is its
/// ``DelimitedRecord/problem``: count it as refused and continue. Damage that
/// makes record boundaries unreliable is thrown as ``DelimitedTextError``;
/// reading cannot continue after that. Errors of the byte source are passed on.
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

  /// The maximum length of a field, in bytes.
  public static let maximumFieldBytes = 1 << 20

  /// The maximum length of a record, in bytes of its fields.
  public static let maximumRecordBytes = 1 << 24

  /// The maximum number of fields in a record; spreadsheets have no more.
  public static let maximumFields = 16_384

  /// The names of the columns, unique without regard to case; empty if the file
  /// was opened without a header.
  ///
  /// Duplicates get a suffix, as in `Distance`, `Distance_2`; a column without a
  /// name is named after its place, as in `column_3`.
  public private(set) var columns: [String] = []

  /// The delimiter in use, detected or forced.
  public internal(set) var delimiter: Delimiter = .comma

  /// How strictly a file follows the rules.
  public enum Form: Equatable, Sendable {
    /// As programs and spreadsheets write; the header is on the given line, or
    /// detected.
    case wild(headerLine: Int? = nil)
    /// As ``DelimitedTextWriter`` writes.
    case exact
  }

  var source: Source
  let form: Form
  var isExhausted = false

  /// The bytes read; those in `position..<limit` are not parsed yet.
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  var position = 0
  var limit = 0

  /// The 1-based physical line of the byte at `position`.
  var line = 1

  /// Whether the byte before `position` was a carriage return that ended a
  /// record, so that a line feed now belongs to it.
  private var isAfterCarriageReturn = false

  /// The fields of the record being read, as in ``DelimitedRecord``.
  private var bytes: [UInt8] = []
  private var marks: [Int] = []

  /// The bytes of the quoted field being read, unchanged.
  private var raw: [UInt8] = []
  /// The problem found in the record being read.
  private var misquote: DelimitedRecord.Problem?
  /// The number of columns at the end of the header without a name.
  private var unnamed = 0
  /// Whether the file has proved to be UTF-8.
  private var isUTF8 = false

  /// Opens `source` and reads the names of the columns.
  ///
  /// - Parameters:
  ///   - delimiter: The delimiter, or `nil` to detect it from the first records.
  ///   - hasHeader: Whether a record names the columns. Without a header, no
  ///     record is too short or too long.
  ///   - form: How strictly the file follows the rules.
  ///   - source: The source of the bytes.
  /// - Throws: ``DelimitedTextError``, or any error of `source`.
  public init(
    delimiter: Delimiter? = nil, hasHeader: Bool = true, form: Form = .wild(),
    source: @escaping Source
  ) throws {
    self.source = source
    self.form = form
    try skipByteOrderMark()
    var told = delimiter
    if case .wild(let headerLine) = form {
      let named = try takeDelimiterLine()
      told = told ?? named
      if let headerLine { try skipLines(to: headerLine) }
    }
    self.delimiter = try told ?? detectDelimiter()
    guard hasHeader else { return }
    if form == .wild() { try skipMetadata(isDelimiterKnown: told != nil) }
    guard let header = try next() else { throw DelimitedTextError.noHeader }
    guard header.problem == nil else { throw DelimitedTextError.damagedHeader(line: header.line) }
    columns = uniqueColumnNames(header.fields)
    unnamed = header.fields.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
  }

  /// Reads the next record.
  ///
  /// - Returns: The record, or `nil` at the end of the file.
  /// - Throws: ``DelimitedTextError``, or any error of the source.
  public mutating func next() throws -> DelimitedRecord? {
    bytes.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    misquote = nil
    guard try skipEmptyLines() else { return nil }
    let firstLine = line
    while true {
      guard marks.count < Self.maximumFields, bytes.count <= Self.maximumRecordBytes else {
        throw DelimitedTextError.recordTooLong(line: firstLine)
      }
      if try peek() == quote {
        try readQuotedField()
        marks.append(bytes.count << 1 | 1)
        raw.removeAll(keepingCapacity: true)
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
    let problem = problem()
    return DelimitedRecord(line: firstLine, problem: problem, bytes: bytes, marks: marks)
  }
}

// MARK: - Fields

extension DelimitedTextReader {
  /// Moves past line ends to the first byte of a record, if any.
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
    raw.append(quote)
    while true {
      guard try peek() != nil else {
        return try giveUp(
          start, firstLine, .unterminatedQuote(line: firstLine, column: column))
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
      raw.append(contentsOf: chunk[position..<end])
      position = end
      if bytes.count - start > Self.maximumFieldBytes {
        return try giveUp(start, firstLine, tooLong)
      }
      guard end < limit else { continue }
      position += 1
      raw.append(quote)
      let padding = form == .exact ? [] : try takeBlanks()
      raw += padding
      let next = try peek()
      guard next == quote, padding.isEmpty else {
        if next.map({ $0 == delimiter.rawValue || isLineEnd($0) }) ?? true { return }
        guard form != .exact, line == firstLine else {
          return try giveUp(start, firstLine, .textAfterQuote(line: line, column: column))
        }
        // It is not doubled, so it is literal.
        bytes.append(quote)
        bytes += padding
        previous = quote
        continue
      }
      bytes.append(quote)
      raw.append(quote)
      previous = quote
      position += 1
    }
  }

  /// Ends the record with the line of the start of the quoted field, because a
  /// quote is missing or surplus; the rest is read again.
  private mutating func giveUp(
    _ start: Int, _ firstLine: Int, _ error: DelimitedTextError
  ) throws {
    guard form != .exact else { throw error }
    let end = raw.firstIndex(where: isLineEnd) ?? raw.count
    bytes.removeSubrange(start...)
    bytes += raw[1..<end]
    misquote = .misquoted(column: marks.count + 1)
    chunk = Array(raw[end...]) + chunk[position..<limit]
    (position, limit) = (0, chunk.count)
    line = firstLine
    isAfterCarriageReturn = false
  }

  /// Takes spaces and tabs, unless they separate fields.
  private mutating func takeBlanks() throws -> [UInt8] {
    var blanks: [UInt8] = []
    while let byte = try peek(), byte == 0x20 || byte == 0x09, byte != delimiter.rawValue {
      blanks.append(byte)
      position += 1
    }
    return blanks
  }

  private func checkLength(from start: Int) throws {
    guard bytes.count - start <= Self.maximumFieldBytes else { throw tooLong }
  }

  private var tooLong: DelimitedTextError {
    .fieldTooLong(line: line, column: marks.count + 1, limit: Self.maximumFieldBytes)
  }

  /// Determines the problem of the record in `bytes` and `marks`, unless it can
  /// be repaired.
  private mutating func problem() -> DelimitedRecord.Problem? {
    if let misquote { return misquote }
    if !columns.isEmpty, marks.count != columns.count {
      if form != .exact { fitBlanks() }
      guard marks.count == columns.count else {
        return marks.count < columns.count
          ? .tooFewFields(expected: columns.count, found: marks.count)
          : .tooManyFields(expected: columns.count, found: marks.count)
      }
    }
    // Nearly all records are plain ASCII, as one pass without branches shows.
    var union: UInt8 = 0
    var hasNul = false
    for byte in bytes {
      union |= byte
      hasNul = hasNul || byte == 0
    }
    guard union >= 0x80 || hasNul else { return nil }
    var invalid: Int?
    for index in marks.indices {
      let field = bytes[range(of: index, in: marks)]
      if field.contains(0) { return .nul(column: index + 1) }
      if String(validating: field, as: UTF8.self) == nil {
        invalid = invalid ?? index
      } else if field.contains(where: { $0 >= 0x80 }) {
        isUTF8 = true
      }
    }
    guard let invalid, isUTF8 || form == .exact || !decodeWindows1252() else { return nil }
    return .invalidUTF8(column: invalid + 1)
  }

  /// Drops surplus blank fields, and adds those of unnamed columns.
  private mutating func fitBlanks() {
    while marks.count > columns.count,
      bytes[range(of: marks.count - 1, in: marks)].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      marks.removeLast()
    }
    while marks.count < columns.count, marks.count >= columns.count - unnamed {
      marks.append(bytes.count << 1)
    }
  }

  /// Reads the record as windows-1252; false if it is not.
  private mutating func decodeWindows1252() -> Bool {
    var (decoded, places): ([UInt8], [Int]) = ([], [])
    for index in marks.indices {
      guard let field = Windows1252.utf8(bytes[range(of: index, in: marks)]) else { return false }
      decoded += field
      places.append(decoded.count << 1 | marks[index] & 1)
    }
    (bytes, marks) = (decoded, places)
    return true
  }
}

// MARK: - Bytes

extension DelimitedTextReader {
  /// The next byte, or `nil` at the end of the source.
  @inline(__always)
  mutating func peek() throws -> UInt8? {
    if position < limit { return chunk[position] }
    position = 0
    limit = 0
    return try readMore() ? chunk[0] : nil
  }

  /// Adds bytes after `limit`; false at the end of the source.
  mutating func readMore() throws -> Bool {
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
}
