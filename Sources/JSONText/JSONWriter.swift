/// A writer of JSON text (RFC 8259).
///
/// Numbers have the fewest digits that read back exactly; a number that is not
/// finite is `null`. Text is UTF-8, with escapes only where they are required.
package struct JSONWriter {
  /// The layout of the text.
  package enum Style: Sendable {
    /// One member or element per line, indented by two spaces.
    case pretty
    /// No white space.
    case compact
  }

  private let style: Style
  private var bytes: [UInt8] = []

  /// Returns the text of a whole document.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - style: The layout.
  /// - Returns: The text, with a line feed at the end.
  package static func text(_ value: JSON, style: Style = .pretty) -> String {
    var writer = JSONWriter(style: style)
    writer.append(value, depth: 0)
    writer.append("\n")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

// MARK: - Values

extension JSONWriter {
  private mutating func append(_ value: JSON, depth: Int) {
    switch value {
    case .object(let members):
      list("{", members, "}", depth: depth) { writer, member in
        writer.append(quoted: member.0)
        writer.append(writer.style == .pretty ? ": " : ":")
        writer.append(member.1, depth: depth + 1)
      }
    case .array(let values):
      list("[", values, "]", depth: depth) { $0.append($1, depth: depth + 1) }
    case .string(let text): append(quoted: text)
    case .number(let number):
      append(number.isFinite ? (number == 0 ? 0.0 : number).description : "null")
    case .integer(let integer): append(integer.description)
    case .bool(let bool): append(bool ? "true" : "false")
    case .null: append("null")
    }
  }

  private mutating func list<Item>(
    _ open: String, _ items: [Item], _ close: String, depth: Int,
    _ body: (inout JSONWriter, Item) -> Void
  ) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(",") }
      newLine(depth: depth + 1)
      body(&self, item)
    }
    if !items.isEmpty { newLine(depth: depth) }
    append(close)
  }

  private mutating func append(quoted text: String) {
    append("\"")
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20: append("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
      // Terminals also treat U+0080 to U+009F as commands.
      case 0x80..<0xA0 where previous == 0xC2:
        bytes.removeLast()
        append("\\u00\(String(byte, radix: 16))")
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func newLine(depth: Int) {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
