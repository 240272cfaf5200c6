import JournalStore
import WrittenValues

/// Results with each value on its own line after the column name, and an empty line
/// between rows: for rows too wide for a table.
struct LineResult: ResultWriter {
  private let output: ResultBuffer
  private var names: [String] = []
  private var isFirst = true

  init(_ output: ResultBuffer) {
    self.output = output
  }

  mutating func begin(_ columns: [String]) {
    let shown = columns.map(DisplayText.visible)
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
      try output.append(DisplayText.visible(row[column].shown))
      try output.append("\n")
    }
  }

  mutating func end() {}
}

/// Results with one row per line and tabs between values, for `cut` and `awk`.
struct PlainResult: ResultWriter {
  private let output: ResultBuffer

  init(_ output: ResultBuffer) {
    self.output = output
  }

  mutating func begin(_ columns: [String]) {}

  mutating func take(_ row: borrowing QueryRow) throws {
    for column in 0..<row.count {
      if column > 0 { try output.append(UInt8(ascii: "\t")) }
      if case .text = row[column] {
        try output.append(DisplayText.visible(row[column].shown))
      } else {
        try output.append(plain: row[column])
      }
    }
    try output.append(UInt8(ascii: "\n"))
  }

  mutating func end() {}
}

/// Results as HTML tables, to insert into a page.
struct HTMLResult: ResultWriter {
  private let output: ResultBuffer

  init(_ output: ResultBuffer) {
    self.output = output
  }

  mutating func begin(_ columns: [String]) throws {
    try output.append("<table>\n<thead>\n<tr>")
    for var name in columns {
      try output.append("<th>")
      try name.withUTF8 { try append(escaping: $0) }
      try output.append("</th>")
    }
    try output.append("</tr>\n</thead>\n<tbody>\n")
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    try output.append("<tr>")
    for column in 0..<row.count {
      try output.append("<td>")
      if case .text(let bytes) = row[column] {
        try withValidText(bytes) { try append(escaping: $0) }
      } else {
        try output.append(plain: row[column])
      }
      try output.append("</td>")
    }
    try output.append("</tr>\n")
  }

  mutating func end() throws {
    try output.append("</tbody>\n</table>\n")
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
