/// A strict reader of JSON that is in memory: what is not asked for is passed
/// over and never kept.
struct JSONReader {
  /// A value, with only the kind of one that holds others.
  enum Value: Equatable {
    case text(String)
    case number(Double)
    case bool(Bool)
    case null
    case nested

    /// The number, also one that is written as text.
    var number: Double? {
      switch self {
      case .number(let number): number
      case .text(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
      default: nil
      }
    }

    /// The text, if it is one and not empty.
    var text: String? {
      guard case .text(let text) = self, !text.trimmed.isEmpty else { return nil }
      return text.trimmed
    }
  }

  /// How deep arrays and objects may lie in each other.
  private static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Begins to read `bytes`; a byte order mark is passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Whether the next value is an array.
  mutating func isAtArray() -> Bool { peek() == UInt8(ascii: "[") }

  /// Whether the next value is an object.
  mutating func isAtObject() -> Bool { peek() == UInt8(ascii: "{") }

  /// Makes sure that nothing follows.
  mutating func finish() throws(ActivityFileError) {
    if peek() != nil { throw broken() }
  }

  /// Reads an array; `each` reads the next value.
  mutating func readArray(
    _ each: (inout JSONReader) throws(ActivityFileError) -> Void
  ) throws(ActivityFileError) {
    try readMembers(from: "[", to: "]", each)
  }

  /// Reads an object; `each` reads the value of the key that it is given.
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
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    // No JSON, but what Polar writes for what was not measured.
    case UInt8(ascii: "N"): return try word("NaN", .null)
    default: return .number(try readNumber())
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
    if peek() == UInt8(ascii: last) {
      position += 1
      return
    }
    while true {
      try each(&self)
      guard peek() == UInt8(ascii: ",") else { break }
      position += 1
    }
    try take(last)
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
      position += 1
    }
    return nil
  }

  private mutating func take(_ mark: Unicode.Scalar) throws(ActivityFileError) {
    guard peek() == UInt8(ascii: mark) else { throw broken() }
    position += 1
  }

  private mutating func word(
    _ word: StaticString, _ value: Value
  ) throws(ActivityFileError) -> Value {
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard isThere else { throw broken() }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func readNumber() throws(ActivityFileError) -> Double {
    let start = position
    func isDigit(_ place: Int) -> Bool {
      place < bytes.count && (0x30...0x39).contains(bytes[place])
    }
    func byte() -> UInt8? { position < bytes.count ? bytes[position] : nil }
    if byte() == UInt8(ascii: "-") { position += 1 }
    guard isDigit(position), byte() != UInt8(ascii: "0") || !isDigit(position + 1) else {
      throw broken()
    }
    while isDigit(position) { position += 1 }
    if byte() == UInt8(ascii: ".") {
      position += 1
      guard isDigit(position) else { throw broken() }
      while isDigit(position) { position += 1 }
    }
    if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
      position += 1
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { position += 1 }
      guard isDigit(position) else { throw broken() }
      while isDigit(position) { position += 1 }
    }
    let number = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    guard let number, number.isFinite else { throw broken() }
    return number
  }

  private mutating func readText() throws(ActivityFileError) -> String {
    try take("\"")
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try readEscape()
      case 0..<0x20: throw broken()
      default: text.append(byte)
      }
    }
    throw broken()
  }

  /// What stands behind a backslash, in UTF-8.
  private mutating func readEscape() throws(ActivityFileError) -> [UInt8] {
    guard position < bytes.count else { throw broken() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var units = [try readUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        units.append(try readUnit())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default: throw broken()
    }
  }

  private mutating func readUnit() throws(ActivityFileError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(.init($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw broken() }
    position += 4
    return unit
  }

  private func broken() -> ActivityFileError {
    ActivityFileError("The JSON is broken at byte \(position).")
  }
}
