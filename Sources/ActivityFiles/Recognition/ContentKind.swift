/// The kind of a file, from its first bytes.
enum ContentKind: Equatable {
  case empty
  case fit
  case gzip
  case zip
  /// XML, with the name of its root element.
  case xml(root: String)
  case json
  case text
  /// A known file type that cannot be read.
  case foreign(ForeignFile)
  case other

  /// Determines the kind of a file that begins with `prefix`.
  init(_ prefix: [UInt8]) {
    // Only 16-bit text contains zeros; without them, its markup is ASCII.
    var text = prefix[...]
    if case .utf16 = TextEncoding(of: prefix) { text = prefix.filter { $0 != 0 }[...] }
    // Blanks and byte order marks may come in any order and number.
    text = text.drop { Self.passedOver.contains($0) }
    let first = text.first
    self =
      switch true {
      case prefix.isEmpty: .empty
      case FITFile.isFIT(prefix: prefix): .fit
      case prefix.starts(with: [0x1F, 0x8B]): .gzip
      default: ForeignFile(prefix).map { .foreign($0) } ?? Self.packedOrWritten(prefix, text, first)
      }
  }

  private static func packedOrWritten(
    _ prefix: [UInt8], _ text: ArraySlice<UInt8>, _ first: UInt8?
  ) -> Self {
    switch true {
    case prefix.starts(with: [0x50, 0x4B, 3, 4]) || prefix.starts(with: [0x50, 0x4B, 5, 6]): .zip
    case first == UInt8(ascii: "<"):
      root(of: text).map { root in ForeignFile(root: root).map { .foreign($0) } ?? .xml(root: root)
      }
        ?? .other
    case first == UInt8(ascii: "{") || first == UInt8(ascii: "["): .json
    case first != nil && !text.contains(0): .text
    default: .other
    }
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
  private static let passedOver = blanks + [0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]

  /// The name of the first element, without its prefix; comments, instructions
  /// and declarations before it are skipped.
  private static func root(of text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let mark = rest.first else { return nil }
      if rest.starts(with: "!--".utf8) {
        rest = after("-->", in: rest)
      } else if mark == UInt8(ascii: "!") {
        rest = afterDeclaration(rest)
      } else if mark == UInt8(ascii: "?") {
        rest = after("?>", in: rest)
      } else {
        let name = rest.prefix { !blanks.contains($0) && $0 != 0x3E && $0 != 0x2F }
        return String(decoding: name.split(separator: 0x3A).last ?? name, as: UTF8.self)
      }
    }
    return nil
  }

  private static func after(_ end: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = Array(end.utf8)
    var rest = text
    while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
    return rest.dropFirst(end.count)
  }

  /// The text after a `<!DOCTYPE …>`, which may contain declarations in brackets.
  ///
  /// They are not parsed: those of Apple Health are invalid.
  private static func afterDeclaration(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return [] }
    guard var bracket = text[..<end].firstIndex(of: UInt8(ascii: "[")) else {
      return text[(end + 1)...]
    }
    while let next = text[(bracket + 1)...].firstIndex(of: UInt8(ascii: "]")) {
      let rest = text[(next + 1)...].drop { blanks.contains($0) }
      if rest.first == UInt8(ascii: ">") { return rest.dropFirst() }
      bracket = next
    }
    return []
  }
}
