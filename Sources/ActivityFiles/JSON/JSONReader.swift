internal import JSONText

/// A strict reader for JSON in memory.
///
/// It skips values that nobody reads and never keeps them.
struct JSONReader {
  /// A value; of containers only the kind.
  enum Value: Equatable {
    case text(String)
    case number(Double)
    case bool(Bool)
    case null
    case nested

    /// The number, even if written as text.
    var number: Double? {
      switch self {
      case .number(let number): number
      case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
      default: nil
      }
    }

    /// The text, unless it is empty.
    var text: String? {
      guard case .text(let text) = self, !text.trimmed.isEmpty else { return nil }
      return text.trimmed
    }
  }

  /// The maximum depth of nested arrays and objects.
  private static let deepest = 64

  private var stream: JSONStream
  private var depth = 0

  /// Creates a reader of `bytes`; skips a byte order mark.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    stream = JSONStream(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
  }

  /// Whether the next value is an array.
  mutating func isAtArray() -> Bool { peek() == UInt8(ascii: "[") }

  /// Whether the next value is an object.
  mutating func isAtObject() -> Bool { peek() == UInt8(ascii: "{") }

  /// Checks that nothing follows.
  mutating func finish() throws(ActivityFileError) {
    if peek() != nil { throw broken() }
  }

  /// Reads an array; `each` reads the next value.
  mutating func readArray(
    _ each: (inout JSONReader) throws(ActivityFileError) -> Void
  ) throws(ActivityFileError) {
    try readMembers(from: "[", to: "]", each)
  }

  /// Reads an object; `each` reads the value of each key.
  mutating func readObject(
    _ each: (inout JSONReader, String) throws(ActivityFileError) -> Void
  ) throws(ActivityFileError) {
    try readMembers(from: "{", to: "}") { reader throws(ActivityFileError) in
      guard reader.peek() == UInt8(ascii: "\"") else { throw reader.broken() }
      let key = try reader.readText()
      try reader.take(":")
      try each(&reader, key)
    }
  }

  /// Reads a value of any kind.
  mutating func readValue() throws(ActivityFileError) -> Value {
    switch peek() {
    case UInt8(ascii: "\""): return .text(try readText())
    case UInt8(ascii: "["):
      try readArray { reader throws(ActivityFileError) in _ = try reader.readValue() }
      return .nested
    case UInt8(ascii: "{"):
      try readObject { reader, _ throws(ActivityFileError) in _ = try reader.readValue() }
      return .nested
    default: break
    }
    switch try read({ try $0.readWord() }) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    // Not valid JSON, but Polar writes it for missing measurements.
    case "NaN": return .null
    case let word:
      guard let number = JSONStream.number(word) else { throw broken() }
      return .number(number)
    }
  }

  private mutating func readMembers(
    from first: Unicode.Scalar, to last: Unicode.Scalar,
    _ each: (inout JSONReader) throws(ActivityFileError) -> Void
  ) throws(ActivityFileError) {
    try take(first)
    depth += 1
    guard depth <= Self.deepest else { throw ActivityFileError("The JSON is nested too deeply.") }
    defer { depth -= 1 }
    if try read({ try $0.take(last) }) { return }
    repeat { try each(&self) } while try read({ try $0.take(",") })
    try take(last)
  }

  /// The next byte that is not blank.
  private mutating func peek() -> UInt8? { try? stream.peek() }

  private mutating func take(_ mark: Unicode.Scalar) throws(ActivityFileError) {
    try read { try $0.expect(mark) }
  }

  private mutating func readText() throws(ActivityFileError) -> String {
    try read { try $0.readText() }
  }

  private mutating func read<T>(
    _ body: (inout JSONStream) throws -> T
  ) throws(ActivityFileError) -> T {
    do {
      return try body(&stream)
    } catch {
      throw broken()
    }
  }

  private func broken() -> ActivityFileError {
    ActivityFileError("The JSON is damaged at byte \(stream.offset).")
  }
}
