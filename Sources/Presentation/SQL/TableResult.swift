import JournalStore

/// Results as aligned tables, in text or in Markdown.
///
/// The first rows are held back to see how wide the columns have to be; later
/// ones are written as they come. Where a table for people is too wide, each row
/// becomes a record of names and values. A later row with a wider value stands
/// out, or becomes a record if it does not fit.
struct TableResult: ResultWriter {
  enum Style: Equatable {
    /// For people, with numbers of at most 15 digits.
    case text(TextLayout)
    /// For documents.
    case markdown
  }

  /// The maximum number of rows held back, and of bytes in them.
  private static let heldRows = 1_000
  private static let heldBytes = 1 << 20

  private let output: ResultBuffer
  private let style: Style
  private let choices: ResultStyle
  private var columns: [TableColumn] = []
  private var held: [[String]] = []
  private var heldSize = 0
  private var isFirst = true
  // Lays out a row, once the widths are known.
  private var line: (([String]) -> String)?

  init(_ output: ResultBuffer, _ style: Style, _ choices: ResultStyle = ResultStyle()) {
    self.output = output
    self.style = style
    self.choices = choices
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
      cells.append(value.shown(null: choices.null))
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
    case .text(let layout):
      try writeHeld(layout)
    case .markdown:
      let table = MarkdownTable(columns: columns, rows: held)
      try output.append(table.text)
      line = table.further()
    }
    held = []
    heldSize = 0
  }

  private mutating func writeHeld(_ layout: TextLayout) throws {
    let columns = columns
    let table = TextTable(
      columns: choices.hasHeader ? columns : columns.map { TableColumn("", $0.alignment) },
      rows: held)
    let record = { cells in
      TextTable(columns: columns, rows: [cells]).records(layout, withEmptyCells: true)
    }
    if let text = table.aligned(layout) {
      try output.append(text)
      let further = table.further(layout)
      line = { further($0) ?? "\n\(record($0))\n" }
    } else if held.isEmpty, choices.hasHeader {
      let names = columns.map(\.title).joined(separator: "  ")
      try output.append(layout.style.heading(layout.wrapped(names)) + "\n")
      line = record
    } else {
      try output.append(
        TextTable(columns: columns, rows: held).records(layout, withEmptyCells: true))
      line = { "\n\(record($0))" }
    }
  }
}
