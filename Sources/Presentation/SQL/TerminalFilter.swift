import WrittenValues

/// Keeps what is in a result from controlling the terminal that shows it.
///
/// Notes can come from files of others, and an escape sequence in one could hide
/// lines or change what was typed. Line feeds and tabs pass, and so do the line ends
/// of CSV.
package struct TerminalFilter {
  /// The form of characters that a terminal would obey.
  package enum Form: Sendable {
    /// A picture, such as ␛.
    case pictures
    /// An escape, such as `\u001b`; JSON has such characters only within text.
    case escapesOfJSON
  }

  private let form: Form
  // The start of a character whose rest comes with the next bytes.
  private var rest: [UInt8] = []

  package init(_ form: Form) {
    self.form = form
  }

  /// Returns the next `bytes` of the result as a terminal may get them.
  package mutating func visible(_ bytes: [UInt8]) -> [UInt8] {
    guard !rest.isEmpty || !Self.isHarmless(bytes) else { return bytes }
    var bytes = rest + bytes
    rest = Array(bytes.suffix(Self.openBytes(at: bytes)))
    bytes.removeLast(rest.count)
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var visible = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isLineEnd = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if DisplayText.isHarmless(scalar) || scalar == "\n" || scalar == "\t" || isLineEnd {
        visible.append(scalar)
      } else {
        append(scalar, to: &visible)
      }
    }
    return Array(String(visible).utf8)
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch form {
    case .pictures: text.append(DisplayText.picture(of: scalar))
    case .escapesOfJSON:
      let digits = String(scalar.value, radix: 16)
      text.append(
        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
    }
  }

  /// Whether the bytes are ASCII without anything that a terminal obeys.
  private static func isHarmless(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }
  }

  /// The number of bytes at the end that need the next ones: an incomplete
  /// character, or a carriage return.
  private static func openBytes(at bytes: [UInt8]) -> Int {
    if bytes.last == 0x0D { return 1 }
    for (count, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length =
        switch byte {
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0...: 4
        default: 1
        }
      return length > count + 1 ? count + 1 : 0
    }
    return 0
  }
}
