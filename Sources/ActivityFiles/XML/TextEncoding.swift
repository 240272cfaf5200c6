/// The encoding of an XML document.
enum TextEncoding: Equatable {
  /// UTF-8, with invalid bytes as windows-1252, because no windows-1252 text
  /// happens to be valid UTF-8.
  ///
  /// `isDeclared` means that the document declares a Western encoding.
  case utf8(isWestern: Bool)
  case utf16(isBigEndian: Bool)
  /// A single-byte encoding, with the letters of the bytes from 0x80.
  case codePage([[UInt8]])

  /// The encoding of a document that begins with `prefix`.
  ///
  /// Its bytes take precedence over its declaration: text is often written in a
  /// different encoding than it was composed in.
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

  /// Whether 16-bit text has the high byte first; `nil` for other text.
  private static func isWide(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    if bytes.starts(with: [0xFE, 0xFF]) { return true }
    // Two marks with zeros in the same place of the 16 bits.
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "<")), mark + 3 < bytes.count,
      bytes[mark + 1] == 0, bytes[mark + 2] != 0, bytes[mark + 3] == 0
    else { return nil }
    return !mark.isMultiple(of: 2)
  }

  /// The document's declaration, in lower case.
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
    case .utf16(let isBigEndian): DecodedSource(source, UnitDecoder(isBigEndian: isBigEndian)).read
    case .codePage(let letters): DecodedSource(source, LetterDecoder(letters: letters)).read
    }
  }
}

/// Converts bytes of another encoding to UTF-8, piece by piece.
private protocol ByteDecoder {
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8])
}

/// A source that converts another to UTF-8.
private final class DecodedSource<Decoder: ByteDecoder> {
  private let source: ByteSource
  private var decoder: Decoder
  private var raw = [UInt8](repeating: 0, count: 1 << 14)
  private var text: [UInt8] = []
  private var position = 0

  init(_ source: @escaping ByteSource, _ decoder: Decoder) {
    (self.source, self.decoder) = (source, decoder)
  }

  func read(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while position == text.count {
      let count = try raw.withUnsafeMutableBytes { try source($0) }
      guard count > 0 else { return 0 }
      text.removeAll(keepingCapacity: true)
      position = 0
      decoder.decode(raw[..<count], into: &text)
    }
    let piece = text[position..<min(text.count, position + buffer.count)]
    buffer.copyBytes(from: piece)
    position += piece.count
    return piece.count
  }
}

/// Decodes UTF-16; half a character waits for the other half.
private struct UnitDecoder: ByteDecoder {
  let isBigEndian: Bool
  private var firstByte: UInt8?
  private var firstUnit: UInt16?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      let (high, low) = isBigEndian ? (first, byte) : (byte, first)
      add(UInt16(high) << 8 | UInt16(low), to: &text)
    }
  }

  private mutating func add(_ unit: UInt16, to text: inout [UInt8]) {
    let lead = firstUnit
    firstUnit = nil
    if let lead, UTF16.isTrailSurrogate(unit) {
      text += String(decoding: [lead, unit], as: UTF16.self).utf8
    } else if UTF16.isLeadSurrogate(unit) {
      firstUnit = unit
    } else if unit < 0x80 {
      text.append(UInt8(unit))
    } else {
      text += String(decoding: [unit], as: UTF16.self).utf8
    }
  }
}

/// Decodes single-byte letters.
private struct LetterDecoder: ByteDecoder {
  let letters: [[UInt8]]

  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += letters[Int(byte) - 0x80] }
    }
  }
}
