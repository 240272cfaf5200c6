import JournalStore

/// Results as aligned tables, in text or in Markdown.
///
/// The first rows are held back to determine the column widths; later rows are
/// written as they arrive. A wider value in them breaks the alignment, or is
/// shortened on a terminal, like all values that do not fit.
struct TableResult: ResultWriter {
  enum Style: Equatable {
    /// As text; at most `width` cells wide if there is a limit.
    case text(width: Int?)
    /// As Markdown.
    case markdown
  }

  /// The maximum number of rows held back, and of bytes in them.
  private static let heldRows = 1_000
  private static let heldBytes = 1 << 20

  private let output: ResultBuffer
  private let style: Style
  private var columns: [TableColumn] = []
  private var held: [[String]] = []
  private var heldSize = 0
  private var isFirst = true
  // Lays out a row, once the widths are known.
  private var line: (([String]) -> String)?

  init(_ output: ResultBuffer, _ style: Style) {
    self.output = output
    self.style = style
  }

  mutating func begin(_ columns: [String]) throws {
    if !isFirst { try output.append("\n") }
    isFirst = false
    self.columns = columns.map { TableColumn($0) }
    line = nil
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    var cells: [String] = []
    cells.reserveCapacity(columns.count)
    for column in columns.indices {
      let value = row[column]
      if line == nil, value.isNumber { columns[column].alignment = .right }
      cells.append(value.shown)
    }
    if let line { return try output.append(line(cells)) }
    held.append(cells)
    heldSize += cells.reduce(0) { $0 + $1.utf8.count }
    if held.count == Self.heldRows || heldSize > Self.heldBytes { try writeHeld() }
  }

  mutating func end() throws {
    if line == nil { try writeHeld() }
  }

  private mutating func writeHeld() throws {
    switch style {
    case .text(let width):
      let table = TextTable(columns: columns, rows: held)
      try output.append(table.text(maximumWidth: width))
      line = table.further(maximumWidth: width)
    case .markdown:
      let table = MarkdownTable(columns: columns, rows: held)
      try output.append(table.text)
      line = table.further()
    }
    held = []
    heldSize = 0
  }
}
