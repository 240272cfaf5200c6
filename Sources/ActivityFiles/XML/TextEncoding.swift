/// How the letters of an XML document are written.
enum TextEncoding: Equatable {
  /// UTF-8, and what is not UTF-8 in windows-1252: nobody writes in that what
  /// happens to be UTF-8. `isDeclared` says that the document names a Western
  /// encoding itself.
  case utf8(isWestern: Bool)
  case utf16(isBigEndian: Bool)
  /// One byte for a letter; the letters of the bytes from 0x80 on.
  case codePage([[UInt8]])

  /// The encoding of a document that begins with `prefix`.
  ///
  /// Its bytes are believed before what it says: texts are often written in
  /// another encoding than the one they were composed in.
  init(of prefix: some Collection<UInt8>) {
    let bytes = Array(prefix.prefix(1 << 12))
    if let isBigEndian = Self.isWide(bytes) {
      self = .utf16(isBigEndian: isBigEndian)
      return
    }
    self =
      switch Self.declared(in: bytes) {
      case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "iso-8859-15", "us-ascii",
        "ascii", "iso8859-1":
        .utf8(isWestern: true)
      case "windows-1250", "cp1250": .codePage(CodePage.centralEuropean)
      case "iso-8859-2", "latin2": .codePage(CodePage.latin2)
      case "windows-1251", "cp1251": .codePage(CodePage.cyrillic)
      case "windows-1254", "iso-8859-9", "cp1254", "latin5": .codePage(CodePage.turkish)
      default: .utf8(isWestern: false)
      }
  }

  /// Whether the first byte of each 16 bits is the high one; `nil` for what is
  /// not 16 bits wide.
  private static func isWide(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    // Two marks with a zero between them, both in the same place of the 16 bits.
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "<")), mark + 3 < bytes.count,
      bytes[mark + 1] == 0, bytes[mark + 2] != 0, bytes[mark + 3] == 0
    else { return nil }
    return !mark.isMultiple(of: 2)
  }

  /// What the declaration of the document says, in lower case.
  private static func declared(in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    guard let start = text.firstRange(of: "<?xml"),
      let end = text[start.upperBound...].firstRange(of: "?>")
    else { return "" }
    let declaration = text[start.upperBound..<end.lowerBound]
    guard let name = declaration.firstRange(of: "encoding") else { return "" }
    return declaration[name.upperBound...].split { "=\"' \t\r\n".contains($0) }.first
      .map(String.init) ?? ""
  }

  /// `source` in UTF-8.
  func decoding(_ source: @escaping ByteSource) -> ByteSource {
    switch self {
    case .utf8: source
    case .utf16(let isBigEndian): WideSource(source, isBigEndian: isBigEndian).read
    case .codePage(let letters): CodePageSource(source, letters).read
    }
  }
}

/// Turns a source of UTF-16 into one of UTF-8.
private final class WideSource {
  private let source: ByteSource
  private let isBigEndian: Bool
  private var decoder = UTF16()
  private var units = UnitIterator()

  init(_ source: @escaping ByteSource, isBigEndian: Bool) {
    (self.source, self.isBigEndian) = (source, isBigEndian)
  }

  /// The units that have come and are not decoded; a byte may be left over.
  private struct UnitIterator: IteratorProtocol {
    var bytes: [UInt8] = []
    var position = 0
    var isBigEndian = false

    mutating func next() -> UInt16? {
      guard position + 1 < bytes.count else { return nil }
      defer { position += 2 }
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var written = 0
    while written + 4 <= buffer.count {
      if units.position + 4 > units.bytes.count, try !fill(), units.position + 2 > units.bytes.count
      {
        break
      }
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): written += put(scalar, buffer, written)
      case .error: written += put("\u{FFFD}", buffer, written)
      case .emptyInput: return written
      }
    }
    return written
  }

  private func put(
    _ scalar: Unicode.Scalar, _ buffer: UnsafeMutableRawBufferPointer, _ place: Int
  ) -> Int {
    let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    for (index, byte) in bytes.enumerated() { buffer[place + index] = byte }
    return bytes.count
  }

  /// Whether there was more.
  private func fill() throws -> Bool {
    var rest = Array(units.bytes[units.position...])
    let kept = rest.count
    rest += [UInt8](repeating: 0, count: 1 << 14)
    let count = try rest.withUnsafeMutableBytes { bytes in
      try source(UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
    }
    rest.removeLast(rest.count - kept - count)
    units = UnitIterator(bytes: rest, position: 0, isBigEndian: isBigEndian)
    return count > 0
  }
}

/// Turns a source of single-byte letters into one of UTF-8.
private final class CodePageSource {
  private let source: ByteSource
  private let letters: [[UInt8]]

  init(_ source: @escaping ByteSource, _ letters: [[UInt8]]) {
    (self.source, self.letters) = (source, letters)
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // No letter takes more than three bytes.
    var bytes = [UInt8](repeating: 0, count: max(1, buffer.count / 3))
    let count = try bytes.withUnsafeMutableBytes { try source($0) }
    var written = 0
    for byte in bytes.prefix(count) {
      if byte < 0x80 {
        buffer[written] = byte
        written += 1
      } else {
        for part in letters[Int(byte) - 0x80] {
          buffer[written] = part
          written += 1
        }
      }
    }
    return written
  }
}
