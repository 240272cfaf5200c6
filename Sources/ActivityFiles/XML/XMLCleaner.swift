/// Repairs almost-XML, piece by piece, so that one bad byte does not cost a run.
///
/// It drops blanks and marks before the document and its declaration, turns
/// forbidden characters into blanks, escapes a stray `&` or `<`, replaces HTML's
/// names by letters, and reads invalid UTF-8 as windows-1252. A sound document
/// passes unchanged.
final class XMLCleaner {
  /// The repairs so far.
  private(set) var repairs: Set<XMLRepair> = []

  /// The place of the next byte.
  private enum Place {
    /// Before its first element or declaration.
    case start
    case content
    /// In a section that ends with `>` after these bytes, such as a comment; and
    /// whether it is dropped.
    case section(end: [UInt8], isDropped: Bool)
  }

  private let source: ByteSource
  private let isWestern: Bool
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var filled: Int
  private var hasEnded = false
  private var place = Place.start
  /// The last two bytes before the block.
  private var before: (UInt8, UInt8) = (0, 0)
  private var mended: [UInt8] = []

  /// The maximum length of a token.
  private static let longestToken = 16

  /// Creates a cleaner of `source`.
  ///
  /// - Throws: Any error of `source`.
  init(_ source: @escaping ByteSource) throws {
    // Enough to detect the encoding; the bytes are put back.
    var first = [UInt8](repeating: 0, count: 1 << 12)
    let count = try Self.fill(&first, from: 0, with: source)
    let encoding = TextEncoding(of: first.prefix(count))
    let prefix = first.prefix(count)
    var position = 0
    self.source = encoding.decoding { buffer in
      guard position < prefix.count else { return try source(buffer) }
      let piece = prefix[position..<min(prefix.count, position + buffer.count)]
      buffer.copyBytes(from: piece)
      position += piece.count
      return piece.count
    }
    isWestern = encoding == .utf8(isWestern: true)
    filled = 0
  }

  /// Passes the next piece to `body`; `false` after the last.
  ///
  /// - Throws: Any error of the source or `body`.
  func next(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    guard !hasEnded else { return false }
    filled = try Self.fill(&block, from: filled, with: source)
    hasEnded = filled < block.count
    let used = try clean(body)
    if used > 0 {
      before = (used > 1 ? block[used - 2] : before.1, block[used - 1])
      block.withUnsafeMutableBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[used..<filled])
        UnsafeMutableRawBufferPointer(rebasing: bytes[..<rest.count]).copyMemory(from: rest)
      }
      filled -= used
    }
    return true
  }

  /// Fills `bytes` from `start` until it is full or the source ends.
  private static func fill(
    _ bytes: inout [UInt8], from start: Int, with source: ByteSource
  ) throws -> Int {
    var filled = start
    while filled < bytes.count {
      let count = try bytes.withUnsafeMutableBytes {
        try source(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }

  /// Cleans the block and returns the number of bytes done.
  private func clean(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    mended.removeAll(keepingCapacity: true)
    return try block.withUnsafeBytes { bytes in
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[..<filled])
      // Bytes from here to the position are sound but not passed on yet.
      var (sound, position) = (0, 0)
      while position < bytes.count {
        position = pass(bytes, from: position)
        guard position < bytes.count else { break }
        guard hasEnded || bytes.count - position >= Self.longestToken else { break }
        guard let (length, replacement) = look(bytes[position...]) else {
          position += 1
          continue
        }
        if let replacement {
          mended += bytes[sound..<position]
          mended += replacement
          sound = position + length
        }
        position += length
      }
      if sound == 0 {
        try body(UnsafeRawBufferPointer(rebasing: bytes[..<position]))
      } else {
        mended += bytes[sound..<position]
        try mended.withUnsafeBytes { try body($0) }
      }
      return position
    }
  }

  /// The place of the next byte of interest.
  private func pass(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard case .content = place else { return start }
    return Self.isSpecial.withUnsafeBufferPointer { isSpecial in
      var position = start
      while position < bytes.count {
        let byte = bytes[position]
        if isSpecial[Int(byte)] {
          // Nearly every < begins a tag.
          guard byte == UInt8(ascii: "<"), position + 1 < bytes.count,
            isSpecial[Int(bytes[position + 1]) | 0x100]
          else { return position }
        }
        position += 1
      }
      return position
    }
  }

  /// The bytes of interest; from 0x100, those that show that the `<` before them
  /// begins a tag.
  private static let isSpecial: [Bool] = (0..<0x200).map { index in
    let byte = UInt8(truncatingIfNeeded: index)
    guard index < 0x100 else {
      return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "/")
    }
    return byte >= 0x80 || byte < 0x20 && !isBlank(byte) || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: "<")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Examines the start of `bytes`: how many belong together, and their
  /// replacement; `nil` for a sound byte.
  private func look(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> (length: Int, replacement: [UInt8]?)? {
    let byte = bytes[bytes.startIndex]
    switch place {
    case .start: return lookAtStart(bytes)
    case .section(let end, let isDropped):
      if byte == UInt8(ascii: ">"), endsSection(bytes, end) { place = .content }
      if isDropped { return (1, []) }
      if byte < 0x80 { return byte < 0x20 && !Self.isBlank(byte) ? blank() : nil }
      return letter(bytes)
    case .content: break
    }
    switch byte {
    case UInt8(ascii: "<"): return mark(bytes)
    case UInt8(ascii: "&"): return reference(bytes)
    case 0x80...: return letter(bytes)
    default: return Self.isBlank(byte) || byte >= 0x20 ? nil : blank()
    }
  }

  private func blank() -> (Int, [UInt8]?) {
    repairs.insert(.characters)
    return (1, [0x20])
  }

  private func lookAtStart(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> (length: Int, replacement: [UInt8]?)? {
    let byte = bytes[bytes.startIndex]
    if byte <= 0x20 { return (1, []) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (3, []) }
    place = .content
    return look(bytes)
  }

  private func endsSection(_ bytes: Slice<UnsafeRawBufferPointer>, _ end: [UInt8]) -> Bool {
    let start = bytes.startIndex
    let last = start > 0 ? bytes.base[start - 1] : before.1
    let lastButOne = start > 1 ? bytes.base[start - 2] : start > 0 ? before.1 : before.0
    return end.last == last && (end.count < 2 || end.first == lastButOne)
  }

  /// A `<`: a tag, a section, or stray.
  private func mark(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> (length: Int, replacement: [UInt8]?)? {
    if bytes.starts(with: "<?xml".utf8), bytes.dropFirst(5).first.map(Self.isBlank) == true {
      place = .section(end: [UInt8(ascii: "?")], isDropped: true)
      return (5, [])
    }
    let sections: [(String, [UInt8])] = [
      ("<!--", [0x2D, 0x2D]), ("<![CDATA[", [0x5D, 0x5D]), ("<?", [0x3F]),
    ]
    for (start, end) in sections where bytes.starts(with: start.utf8) {
      place = .section(end: end, isDropped: false)
      return (start.utf8.count, nil)
    }
    // A name may begin beyond ASCII, or be in a declaration.
    guard let next = bytes.dropFirst().first, next < 0x80, next != UInt8(ascii: "!"),
      next != UInt8(ascii: "_"), next != UInt8(ascii: ":"),
      !Self.isSpecial[Int(next) | 0x100]
    else { return nil }
    repairs.insert(.marks)
    return (1, Array("&lt;".utf8))
  }

  /// An `&`: a reference of XML or HTML, or stray.
  private func reference(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> (length: Int, replacement: [UInt8]?)? {
    let name = bytes.dropFirst().prefix(Self.longestToken - 2).prefix { $0 != UInt8(ascii: ";") }
    let length = name.count + 2
    if bytes.dropFirst(length - 1).first == UInt8(ascii: ";"), let first = name.first {
      if first == UInt8(ascii: "#") {
        if let value = Self.number(name.dropFirst()) {
          return Self.isAllowed(value) ? (length, nil) : (length, blank().1)
        }
      } else if Self.known.contains(where: { name.elementsEqual($0.utf8) }) {
        return (length, nil)
      } else if name.count <= HTMLEntities.longestName,
        let letter = HTMLEntities.letter(named: name)
      {
        repairs.insert(.marks)
        return (length, letter)
      }
    }
    repairs.insert(.marks)
    return (1, Array("&amp;".utf8))
  }

  /// The references of every XML document.
  private static let known = ["amp", "lt", "gt", "quot", "apos"]

  /// The number of a reference such as `65` or `x41`.
  private static func number(_ digits: some Collection<UInt8>) -> UInt32? {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let digits = String(decoding: Array(digits.dropFirst(isHexadecimal ? 1 : 0)), as: UTF8.self)
    return UInt32(digits, radix: isHexadecimal ? 16 : 10)
  }

  /// Whether XML allows the character `value`.
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20..<0xD800, 0xE000..<0xFFFE, 0x1_0000..<0x11_0000: true
    default: false
    }
  }

  /// A letter beyond ASCII, in UTF-8 or else in windows-1252.
  private func letter(
    _ bytes: Slice<UnsafeRawBufferPointer>
  ) -> (length: Int, replacement: [UInt8]?)? {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) {
      let length = UTF8.width(scalar)
      guard !Self.isAllowed(scalar.value) else { return (length, nil) }
      return (length, blank().1)
    }
    if !isWestern { repairs.insert(.letters) }
    return (1, CodePage.western[Int(bytes[bytes.startIndex]) - 0x80])
  }
}
