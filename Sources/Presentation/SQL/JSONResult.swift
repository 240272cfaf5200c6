import JSONText
import JournalStore

/// Results as JSON (RFC 8259): one object per row, each on its own line.
///
/// The layout matches that of the `sqlite3` shell. Numbers have the fewest digits
/// that read back exactly; infinity is `1e999`, which every reader takes as a
/// number; a blob is text in hexadecimal digits. Several statements make an array of
/// their arrays. Columns of the same name get different keys.
struct JSONResult: ResultWriter {
  private let output: ResultBuffer
  private let isArray: Bool
  // Each column's name with quotes and colon, and a comma or brace before it.
  private var keys: [[UInt8]] = []
  private var isFirst = true
  // The results that came before, if there are several.
  private var earlierResults: Int?

  /// - Parameters:
  ///   - output: The destination.
  ///   - isArray: Whether the objects are elements of an array.
  init(_ output: ResultBuffer, isArray: Bool) {
    self.output = output
    self.isArray = isArray
  }

  mutating func expect(_ results: Int) throws {
    guard isArray, results > 1 else { return }
    earlierResults = 0
    try output.append("[")
  }

  mutating func begin(_ columns: [String]) throws {
    if let earlier = earlierResults {
      if earlier > 0 { try output.append(",\n") }
      earlierResults = earlier + 1
    }
    keys = distinctNames(columns).enumerated().map { index, name in
      Array((index == 0 ? "{" : ",").utf8)
        + Array(JSONWriter.text(.string(name), style: .compact).utf8.dropLast()) + Array(":".utf8)
    }
    isFirst = true
    if isArray { try output.append("[") }
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    if !isFirst, isArray { try output.append(",\n") }
    isFirst = false
    for column in 0..<min(row.count, keys.count) {
      try keys[column].withUnsafeBufferPointer { try output.append($0) }
      switch row[column] {
      case .null: try output.append("null")
      case .integer(let number): try output.append(number)
      case .real(let number): try append(number)
      case .text(let bytes): try append(quoted: bytes)
      case .blob(let bytes):
        try output.append(UInt8(ascii: "\""))
        try output.append(hexadecimal: bytes)
        try output.append(UInt8(ascii: "\""))
      }
    }
    try output.append(isArray ? "}" : "}\n")
  }

  mutating func end() throws {
    if isArray { try output.append(earlierResults == nil ? "]\n" : "]") }
  }

  mutating func finish() throws {
    if earlierResults != nil { try output.append("]\n") }
  }

  private func append(_ number: Double) throws {
    guard number.isFinite else { return try output.append(number < 0 ? "-1e999" : "1e999") }
    try output.append(number == 0 ? 0.0 : number)
  }

  @inline(__always)
  private func append(quoted bytes: UnsafeBufferPointer<UInt8>) throws {
    var seen: UInt8 = 0
    var isPlain = true
    for byte in bytes {
      seen |= byte
      isPlain = isPlain && byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != 0x5C
    }
    try output.append(UInt8(ascii: "\""))
    if seen < 0x80, isPlain {
      try output.append(bytes)
    } else {
      try withValidText(bytes) { try append(escaping: $0) }
    }
    try output.append(UInt8(ascii: "\""))
  }

  private func append(escaping bytes: UnsafeBufferPointer<UInt8>) throws {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): try output.append("\\\"")
      case 0x5C: try output.append("\\\\")
      case 0x08: try output.append("\\b")
      case 0x09: try output.append("\\t")
      case 0x0A: try output.append("\\n")
      case 0x0C: try output.append("\\f")
      case 0x0D: try output.append("\\r")
      case 0..<0x20: try append(unicode: byte)
      // U+0080 to U+009F also control terminals.
      case 0xC2 where index < bytes.count && (0x80..<0xA0).contains(bytes[index]):
        try append(unicode: bytes[index])
        index += 1
      default: try output.append(byte)
      }
    }
  }

  private func append(unicode byte: UInt8) throws {
    try output.append("\\u00")
    try withUnsafePointer(to: byte) {
      try output.append(hexadecimal: UnsafeBufferPointer(start: $0, count: 1))
    }
  }
}
