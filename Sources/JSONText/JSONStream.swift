/// A reader of JSON that holds no more than one value at a time, and takes one
/// document after another.
package struct JSONStream {
  /// What is no JSON, or none that is understood here.
  package struct Broken: Error {
    package init() {}
  }

  /// The bytes that were read so far.
  package var offset: Int { passed + position }

  private let source: (UnsafeMutableRawBufferPointer) throws -> Int
  private let isLenient: Bool
  private var buffer: [UInt8] = []
  private var position = 0
  private var passed = 0
  private var isAtEnd = false

  /// The longest text, which no field of the journal comes near.
  private static let longestText = 1 << 20

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - isLenient: Whether `�` stands in for what is no valid UTF-8 or no pair of
  ///     surrogates; otherwise it is ``Broken``.
  ///   - source: Fills the buffer that it is given and returns the number of bytes, 0
  ///     at the end.
  package init(
    isLenient: Bool = false, _ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.isLenient = isLenient
    self.source = source
  }

  /// Begins to read bytes that are in memory, leniently.
  package init(_ bytes: [UInt8]) {
    isLenient = true
    source = { _ in 0 }
    buffer = bytes
  }

  /// Passes over the mark of the order of bytes, if it comes next.
  package mutating func skipByteOrderMark() throws {
    guard try current() == 0xEF else { return }
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] where try next() != byte { throw Broken() }
  }

  /// The next byte that is not blank, which stays; `nil` at the end.
  package mutating func peek() throws -> UInt8? {
    while let byte = try current() {
      guard [0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return byte }
      position += 1
    }
    return nil
  }

  /// Takes `mark` if it comes next, and returns whether it did.
  package mutating func take(_ mark: Unicode.Scalar) throws -> Bool {
    guard try peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// Takes `mark`, which must come next.
  package mutating func expect(_ mark: Unicode.Scalar) throws {
    guard try take(mark) else { throw Broken() }
  }

  /// Reads an object; `body` reads the value of each member.
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
  package mutating func readArray(_ body: (inout JSONStream) throws -> Void) throws {
    try expect("[")
    guard try !take("]") else { return }
    repeat { try body(&self) } while try take(",")
    try expect("]")
  }

  /// Reads a text.
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

  /// Reads a number, a truth value or null, as it is written.
  package mutating func readWord() throws -> String {
    _ = try peek()
    var bytes: [UInt8] = []
    while let byte = try current(), !Self.ends.contains(byte), bytes.count < 400 {
      bytes.append(byte)
      position += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The finite number that `word` is by the grammar of JSON, or `nil`.
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

  /// Reads the character behind `\u`, which above U+FFFF takes two such escapes.
  private mutating func readUnits() throws -> String {
    var units = [try readUnit()]
    while UTF16.isLeadSurrogate(units[units.count - 1]), try current() == UInt8(ascii: "\\") {
      position += 1
      // Another escape: what came before it stands alone.
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
