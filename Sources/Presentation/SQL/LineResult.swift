import JournalStore
import WrittenValues

/// Results with each value on its own line after the column name, and an empty line
/// between rows: for rows too wide for a table.
///
/// Columns of the same name get different names.
struct LineResult: ResultWriter {
  private let output: ResultBuffer
  private let style: ResultStyle
  private var names: [String] = []
  private var isFirst = true

  init(_ output: ResultBuffer, _ style: ResultStyle = ResultStyle()) {
    self.output = output
    self.style = style
  }

  mutating func begin(_ columns: [String]) {
    let shown = distinctNames(columns).map(DisplayText.visible)
    let width = shown.map(DisplayText.width).max() ?? 0
    names = shown.map { name in
      String(repeating: " ", count: width - DisplayText.width(name)) + name
    }
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    if !isFirst { try output.append("\n") }
    isFirst = false
    for column in 0..<row.count {
      try output.append(names[column])
      try output.append(" = ")
      try output.append(DisplayText.visible(row[column].shown(null: style.null)))
      try output.append("\n")
    }
  }

  mutating func end() {}
}

/// Results with one row per line and tabs between values, for `cut` and `awk`.
struct PlainResult: ResultWriter {
  private let output: ResultBuffer
  private let style: ResultStyle

  init(_ output: ResultBuffer, _ style: ResultStyle = ResultStyle()) {
    self.output = output
    self.style = style
  }

  mutating func begin(_ columns: [String]) {}

  mutating func take(_ row: borrowing QueryRow) throws {
    for column in 0..<row.count {
      if column > 0 { try output.append(UInt8(ascii: "\t")) }
      switch row[column] {
      case .text, .null: try output.append(DisplayText.visible(row[column].shown(null: style.null)))
      case let value: try output.append(plain: value)
      }
    }
    try output.append(UInt8(ascii: "\n"))
  }

  mutating func end() {}
}

/// Results as HTML tables, to insert into a page.
struct HTMLResult: ResultWriter {
  private let output: ResultBuffer
  private let style: ResultStyle

  init(_ output: ResultBuffer, _ style: ResultStyle = ResultStyle()) {
    self.output = output
    self.style = style
  }

  mutating func begin(_ columns: [String]) throws {
    try output.append("<table>\n")
    if style.hasHeader {
      try output.append("<thead>\n<tr>")
      for name in columns {
        try output.append("<th>")
        try append(escaping: name)
        try output.append("</th>")
      }
      try output.append("</tr>\n</thead>\n")
    }
    try output.append("<tbody>\n")
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    try output.append("<tr>")
    for column in 0..<row.count {
      try output.append("<td>")
      switch row[column] {
      case .text(let bytes): try withValidText(bytes) { try append(escaping: $0) }
      case .null: try append(escaping: style.null)
      case let value: try output.append(plain: value)
      }
      try output.append("</td>")
    }
    try output.append("</tr>\n")
  }

  mutating func end() throws {
    try output.append("</tbody>\n</table>\n")
  }

  private func append(escaping text: String) throws {
    var text = text
    try text.withUTF8 { try append(escaping: $0) }
  }

  private func append(escaping bytes: UnsafeBufferPointer<UInt8>) throws {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): try output.append("&lt;")
      case UInt8(ascii: ">"): try output.append("&gt;")
      case UInt8(ascii: "&"): try output.append("&amp;")
      case UInt8(ascii: "\""): try output.append("&quot;")
      // HTML must not contain control characters.
      case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F: try output.append("\u{FFFD}")
      default: try output.append(byte)
      }
    }
  }
}
