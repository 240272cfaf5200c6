package import JournalStore
import WrittenValues

/// A buffer for the bytes of a result, passed on in pieces of 64 KiB.
///
/// Cells are appended without becoming a `String` first: a table of a million rows
/// has millions of cells. Text longer than the buffer passes through in pieces, so
/// that memory never contains it twice.
package final class ResultBuffer {
  private static let size = 1 << 16

  private let start = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  private var count = 0
  private let pass: ([UInt8]) throws -> Void

  /// - Parameter pass: Receives the bytes.
  package init(_ pass: @escaping ([UInt8]) throws -> Void) {
    self.pass = pass
  }

  deinit { start.deallocate() }

  /// Passes everything on.
  package func flush() throws {
    guard count > 0 else { return }
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    count = 0
    try pass(bytes)
  }

  @inline(__always)
  package func append(_ byte: UInt8) throws {
    if count == Self.size { try flush() }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard bytes.count <= Self.size - count else { return try appendInPieces(bytes) }
    guard let source = bytes.baseAddress else { return }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  private func appendInPieces(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      if count == Self.size { try flush() }
      let piece = rest.prefix(Self.size - count)
      guard let source = UnsafeBufferPointer(rebasing: piece).baseAddress else { return }
      (start + count).update(from: source, count: piece.count)
      count += piece.count
      rest = rest.dropFirst(piece.count)
    }
  }

  package func append(_ text: StaticString) throws {
    try append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func append(_ text: String) throws {
    var text = text
    // A closure that throws would be called through a thunk for each error type.
    try text.withUTF8 { try append($0) }
  }

  /// Adds the digits of `number`.
  package func append(_ number: Int64) throws {
    if number < 0 { try append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // The largest has 20 digits.
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      repeat {
        first -= 1
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: remainder)
        rest = quotient
      } while rest > 0
      try append(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// Adds the fewest digits that read back as `number`, which is finite, with a
  /// point in them as SQLite writes real numbers.
  package func append(_ number: Double) throws {
    let digits = number.description
    if let exponent = digits.utf8.firstIndex(of: UInt8(ascii: "e")), !digits.utf8.contains(0x2E) {
      try append(String(digits[..<exponent]))
      try append(".0")
      try append(String(digits[exponent...]))
    } else {
      try append(digits)
    }
  }

  /// Adds the bytes in hexadecimal digits.
  package func append(hexadecimal bytes: UnsafeBufferPointer<UInt8>) throws {
    let digits: StaticString = "0123456789abcdef"
    for byte in bytes {
      try append(digits.utf8Start[Int(byte >> 4)])
      try append(digits.utf8Start[Int(byte & 15)])
    }
  }

  /// Adds a value as text: digits, the text itself, the digits of bytes; nothing
  /// for NULL.
  package func append(plain value: LentValue) throws {
    switch value {
    case .null: break
    case .integer(let number): try append(number)
    case .real(let number) where number.isFinite: try append(number)
    case .real(let number): try append(number < 0 ? "-Inf" : "Inf")
    case .text(let bytes): try withValidText(bytes) { try append($0) }
    case .blob(let bytes): try append(hexadecimal: bytes)
    }
  }
}

/// Lends `bytes` to `body` as UTF-8; invalid bytes become U+FFFD.
package func withValidText(
  _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
) throws {
  guard !isASCII(bytes), String(validating: bytes, as: UTF8.self) == nil else {
    return try body(bytes)
  }
  var repaired = String(decoding: bytes, as: UTF8.self)
  try repaired.withUTF8(body)
}

/// Whether every byte is an ASCII character.
private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var seen: UInt8 = 0
  for byte in bytes { seen |= byte }
  return seen < 0x80
}

/// A writer of statement results in one format.
package protocol ResultWriter: ResultReader {
  /// Ends the results of all statements.
  mutating func finish() throws
}

extension ResultWriter {
  package mutating func finish() throws {}
}

extension LentValue {
  /// The value as text for people: a real number with at most 15 digits that count.
  ///
  /// - Parameter null: The text for NULL.
  /// - Returns: The text, with any control characters that it has.
  package func shown(null: String = "") -> String {
    switch self {
    case .null: null
    case .integer(let number): "\(number)"
    case .real(let number): NumberText.readable(number)
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .blob(let bytes): hexadecimal(Array(bytes))
    }
  }

  /// Whether it is a number.
  package var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }
}
