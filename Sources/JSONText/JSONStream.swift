/// A JSON reader that keeps at most one value in memory, and reads one document
/// after another.
package struct JSONStream {
  /// Invalid JSON, or JSON beyond this reader's limits.
  package struct Broken: Error {
    package init() {}
  }

  /// The number of bytes read so far.
  package var offset: Int { passed + position }

  private let source: (UnsafeMutableRawBufferPointer) throws -> Int
  private let isLenient: Bool
  private var buffer: [UInt8] = []
  private var position = 0
  private var passed = 0
  private var isAtEnd = false

  /// The maximum length of text, far above any field of the journal.
  private static let longestText = 1 << 20

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - isLenient: Whether `�` replaces invalid UTF-8 and lone surrogates;
  ///     otherwise they are ``Broken``.
  ///   - source: Fills the given buffer and returns the number of bytes, 0 at the
  ///     end.
  package init(
    isLenient: Bool = false, _ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.isLenient = isLenient
    self.source = source
  }

  /// Creates a lenient reader of bytes in memory.
  package init(_ bytes: [UInt8]) {
    isLenient = true
    source = { _ in 0 }
    buffer = bytes
  }

  /// Skips a byte order mark, if it comes next.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func skipByteOrderMark() throws {
    guard try current() == 0xEF else { return }
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] where try next() != byte { throw Broken() }
  }

  /// The next byte that is not blank, without consuming it; `nil` at the end.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func peek() throws -> UInt8? {
    while let byte = try current() {
      guard [0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return byte }
      position += 1
    }
    return nil
  }

  /// Consumes `mark` if it comes next; returns whether it did.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func take(_ mark: Unicode.Scalar) throws -> Bool {
    guard try peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// Consumes `mark`, which must come next.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func expect(_ mark: Unicode.Scalar) throws {
    guard try take(mark) else { throw Broken() }
  }

  /// Reads an object; `body` reads the value of each member.
  ///
  /// - Throws: ``Broken``, or any error of `body` or the source.
  package mutating func readObject(_ body: (inout JSONStream, String) throws -> Void) throws {
    try expect("{")
    guard try !take("}") else { return }
    repeat {
      let name = try readText()
      try expect(":")
      try body(&self, name)
    } while try take(",")
    try expect("}")
  }

  /// Reads an array; `body` reads each element.
  ///
  /// - Throws: ``Broken``, or any error of `body` or the source.
  package mutating func readArray(_ body: (inout JSONStream) throws -> Void) throws {
    try expect("[")
    guard try !take("]") else { return }
    repeat { try body(&self) } while try take(",")
    try expect("]")
  }

  /// Reads a string.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func readText() throws -> String {
    try expect("\"")
    var bytes: [UInt8] = []
    while let byte = try next() {
      guard bytes.count <= Self.longestText else { throw Broken() }
      switch byte {
      case UInt8(ascii: "\""):
        if isLenient { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Broken() }
        return text
      case UInt8(ascii: "\\"): bytes += Array(try readEscape().utf8)
      case 0..<0x20: throw Broken()
      default: bytes.append(byte)
      }
    }
    throw Broken()
  }

  /// Reads the text of a number, a truth value or null.
  ///
  /// - Throws: ``Broken``, or any error of the source.
  package mutating func readWord() throws -> String {
    _ = try peek()
    var bytes: [UInt8] = []
    while let byte = try current(), !Self.ends.contains(byte), bytes.count < 400 {
      bytes.append(byte)
      position += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The finite number `word` by JSON's grammar, or `nil`.
  package static func number(_ word: String) -> Double? {
    var rest = Substring(word)
    func digits() -> Bool {
      let found = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[found.endIndex...]
      return !found.isEmpty
    }
    if rest.first == "-" { rest.removeFirst() }
    let isZero = rest.first == "0"
    let whole = rest
    guard digits(), !isZero || whole.utf8.count - rest.utf8.count == 1 else { return nil }
    if rest.first == "." {
      rest.removeFirst()
      guard digits() else { return nil }
    }
    if let mark = rest.first, "eE".contains(mark) {
      rest.removeFirst()
      if let sign = rest.first, "+-".contains(sign) { rest.removeFirst() }
      guard digits() else { return nil }
    }
    return rest.isEmpty ? Double(word).flatMap { $0.isFinite ? $0 : nil } : nil
  }

  private static let ends = Set(",]} \t\r\n\"[{:".utf8)

  private mutating func readEscape() throws -> String {
    switch try next() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnits()
    default: throw Broken()
    }
  }

  /// Reads the character after `\u`, which above U+FFFF takes two such escapes.
  private mutating func readUnits() throws -> String {
    var units = [try readUnit()]
    while UTF16.isLeadSurrogate(units[units.count - 1]), try current() == UInt8(ascii: "\\") {
      position += 1
      // Another escape: the first half stands alone.
      guard try current() == UInt8(ascii: "u") else {
        guard isLenient else { throw Broken() }
        return String(decoding: units, as: UTF16.self) + (try readEscape())
      }
      position += 1
      units.append(try readUnit())
    }
    if isLenient { return String(decoding: units, as: UTF16.self) }
    guard let text = String(validating: units, as: UTF16.self) else { throw Broken() }
    return text
  }

  private mutating func readUnit() throws -> UInt16 {
    var digits: [UInt8] = []
    for _ in 0..<4 {
      guard let byte = try next() else { throw Broken() }
      digits.append(byte)
    }
    guard let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw Broken()
    }
    return unit
  }

  private mutating func next() throws -> UInt8? {
    let byte = try current()
    position += 1
    return byte
  }

  private mutating func current() throws -> UInt8? {
    if position < buffer.count { return buffer[position] }
    guard !isAtEnd else { return nil }
    passed += buffer.count
    buffer = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { piece, count in
      count = try source(UnsafeMutableRawBufferPointer(piece))
    }
    position = 0
    isAtEnd = buffer.isEmpty
    return buffer.first
  }
}
