/// A reader of JSON that holds no more than one value at a time, and takes one
/// document after another.
struct JSONStream {
  /// What is no JSON, or none that is understood here.
  struct Broken: Error {}

  private let source: (UnsafeMutableRawBufferPointer) throws -> Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// The longest text, which no field of the journal comes near.
  private static let longestText = 1 << 20

  /// Begins to read.
  init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
    self.source = source
  }

  /// Passes over the mark of the order of bytes, if it comes next.
  mutating func skipByteOrderMark() throws {
    guard try current() == 0xEF else { return }
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] where try next() != byte { throw Broken() }
  }

  /// The next byte that is not blank, which stays; `nil` at the end.
  mutating func peek() throws -> UInt8? {
    while let byte = try current() {
      guard [0x20, 0x09, 0x0A, 0x0D].contains(byte) else { return byte }
      position += 1
    }
    return nil
  }

  /// Takes `mark` if it comes next, and returns whether it did.
  mutating func take(_ mark: Unicode.Scalar) throws -> Bool {
    guard try peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// Takes `mark`, which must come next.
  mutating func expect(_ mark: Unicode.Scalar) throws {
    guard try take(mark) else { throw Broken() }
  }

  /// Reads an object; `body` reads the value of each member.
  mutating func readObject(_ body: (inout JSONStream, String) throws -> Void) throws {
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
  mutating func readArray(_ body: (inout JSONStream) throws -> Void) throws {
    try expect("[")
    guard try !take("]") else { return }
    repeat { try body(&self) } while try take(",")
    try expect("]")
  }

  /// Reads a text.
  mutating func readText() throws -> String {
    try expect("\"")
    var bytes: [UInt8] = []
    while let byte = try next() {
      guard bytes.count <= Self.longestText else { throw Broken() }
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Broken() }
        return text
      case UInt8(ascii: "\\"): bytes += Array(String(try readEscape()).utf8)
      case 0..<0x20: throw Broken()
      default: bytes.append(byte)
      }
    }
    throw Broken()
  }

  /// Reads a number, a truth value or null, as it is written.
  mutating func readWord() throws -> String {
    _ = try peek()
    var bytes: [UInt8] = []
    while let byte = try current(), !Self.ends.contains(byte), bytes.count < 400 {
      bytes.append(byte)
      position += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let ends = Set(",]} \t\r\n\"[{:".utf8)

  private mutating func readEscape() throws -> Unicode.Scalar {
    switch try next() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try readUnit()
      // Two escapes make a character beyond the first 65,536.
      guard (0xD800..<0xDC00).contains(first) else { return try scalar(UInt32(first)) }
      guard try next() == UInt8(ascii: "\\"), try next() == UInt8(ascii: "u") else {
        throw Broken()
      }
      let second = try readUnit()
      guard (0xDC00..<0xE000).contains(second) else { throw Broken() }
      return try scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
    default: throw Broken()
    }
  }

  private func scalar(_ value: UInt32) throws -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw Broken() }
    return scalar
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
    buffer = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { piece, count in
      count = try source(UnsafeMutableRawBufferPointer(piece))
    }
    position = 0
    isAtEnd = buffer.isEmpty
    return buffer.first
  }
}
