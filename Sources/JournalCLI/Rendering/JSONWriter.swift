/// A writer of JSON text (RFC 8259) into a byte sink.
///
/// Whole values are written by `write(_:)`. An array of any length is written
/// by `beginArray()`, `writeElement(_:)` for each element, and `endArray()`,
/// without ever holding more than one element. Each document ends in a line
/// feed.
///
/// Numbers have the fewest digits that read back exactly; a number that is not
/// finite is `null`. Text is UTF-8, with escapes only where they are required.
struct JSONWriter {
  /// How the text is laid out.
  enum Style: Sendable {
    /// One member or element a line, indented by two spaces.
    case pretty
    /// No white space at all.
    case compact
  }

  private let sink: any ByteSink
  private let style: Style
  private var bytes: [UInt8] = []
  private var elements: Int?

  /// Creates a writer.
  init(to sink: any ByteSink, style: Style = .pretty) {
    self.sink = sink
    self.style = style
  }

  /// Writes a whole document.
  ///
  /// - Parameter value: The value.
  /// - Throws: What the sink throws.
  mutating func write(_ value: JSON) throws {
    append(value, depth: 0)
    append("\n")
    try flush()
  }

  /// Starts a document that is an array.
  ///
  /// - Throws: What the sink throws.
  mutating func beginArray() throws {
    precondition(elements == nil, "an array is already open")
    elements = 0
    append("[")
    try flush()
  }

  /// Writes the next element of the array.
  ///
  /// - Parameter value: The element.
  /// - Throws: What the sink throws.
  mutating func writeElement(_ value: JSON) throws {
    guard let count = elements else { preconditionFailure("no array is open") }
    if count > 0 { append(",") }
    newLine(depth: 1)
    append(value, depth: 1)
    elements = count + 1
    try flush()
  }

  /// Ends the array.
  ///
  /// - Throws: What the sink throws.
  mutating func endArray() throws {
    guard let count = elements else { preconditionFailure("no array is open") }
    if count > 0 { newLine(depth: 0) }
    append("]\n")
    elements = nil
    try flush()
  }

  /// Returns the text of a whole document.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - style: The layout.
  /// - Returns: The text with a line feed at its end.
  static func text(_ value: JSON, style: Style = .pretty) -> String {
    var writer = JSONWriter(to: DiscardingSink(), style: style)
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
      // To a terminal U+0080 to U+009F are commands too.
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

  private mutating func flush() throws {
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A sink for text that is taken from the writer itself.
private final class DiscardingSink: ByteSink {
  func write(_ bytes: [UInt8]) {}
}
