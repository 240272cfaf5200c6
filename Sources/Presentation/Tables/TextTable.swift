import JournalStore
import WrittenValues

/// A table for the terminal: aligned columns under an underlined heading.
///
/// Columns stand two spaces apart, no line ends in a space, and what could drive
/// the terminal is made visible. A row that is too short is filled up with empty
/// cells; cells beyond the columns are left out. Columns without any title have no
/// heading.
///
/// Nothing is cut off where the table is too wide: running text is broken between
/// words, then columns are left out with a remark, and if that does not help, each
/// row becomes a record of names and values.
package struct TextTable {
  private let columns: [TableColumn]
  private let cells: [[String]]

  /// The fewest cells in which running text reads well.
  private static let narrowestText = 30

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - columns: The columns, left to right.
  ///   - rows: The cells of each row.
  package init(columns: [TableColumn], rows: [[String]]) {
    self.columns = columns
    cells = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? DisplayText.visible(row[$0]) : "" }
    }
  }

  /// Returns the lines, each with a line feed.
  ///
  /// - Parameter layout: The width that the table has to keep to.
  /// - Returns: The heading, its underline and the rows, or a record for each row,
  ///   without its empty cells and a blank line after the one before.
  package func text(_ layout: TextLayout = .document) -> String {
    aligned(layout) ?? records(layout, withEmptyCells: false)
  }

  /// Returns the lines of the table, each with a line feed.
  ///
  /// - Parameter layout: The width that the table has to keep to.
  /// - Returns: The heading, its underline and the rows, and what was left out;
  ///   `nil` if they do not fit.
  package func aligned(_ layout: TextLayout) -> String? {
    var (table, omitted) = (self, [String]())
    while true {
      if let widths = table.widths(within: layout.width) {
        let remark = omitted.isEmpty ? "" : "Not shown: \(omitted.joined(separator: ", "))\n"
        return table.lines(widths, layout.style)
          + layout.style.hint(layout.wrapped(remark))
      }
      guard let last = table.columns.lastIndex(where: { $0.fit == .optional }) else { return nil }
      omitted.insert(table.titles[last], at: 0)
      table = table.without(last)
    }
  }

  /// Returns a record of names and values for each row, a blank line between them.
  ///
  /// - Parameters:
  ///   - layout: The width to keep to.
  ///   - withEmptyCells: Whether to name what is empty.
  /// - Returns: The lines, each with a line feed.
  package func records(_ layout: TextLayout, withEmptyCells: Bool) -> String {
    let titles = titles
    return cells.map { cells in
      Paragraph.rows(
        zip(titles, cells).map { (name: $0, text: $1) }
          .filter { withEmptyCells || !$0.text.isEmpty },
        width: layout.width, indent: indentOfRecords, margin: 0, namesAll: withEmptyCells)
    }.joined(separator: "\n")
  }

  /// The cells before the values of records, the same for all.
  private var indentOfRecords: Int { (titles.map { DisplayText.width($0) }.max() ?? 0) + 2 }

  /// What lays out a row that comes after those of the table, with a line feed.
  ///
  /// A cell that is wider than its column pushes the rest aside.
  ///
  /// - Parameter layout: The width to keep to.
  /// - Returns: What makes a line of a row's cells, or `nil` where it does not fit.
  package func further(_ layout: TextLayout) -> ([String]) -> String? {
    let widths = naturalWidths
    return { cells in
      let cells = cells.map(DisplayText.visible)
      let fitting = zip(widths, cells).map { max($0, DisplayText.width($1)) }
      guard Self.total(fitting) <= layout.width else { return nil }
      return line(cells, fitting) + "\n"
    }
  }

  private func without(_ column: Int) -> TextTable {
    var columns = columns
    columns.remove(at: column)
    return TextTable(
      columns: columns,
      rows: cells.map { row in row.indices.filter { $0 != column }.map { row[$0] } })
  }

  private var titles: [String] { columns.map { DisplayText.visible($0.title) } }

  /// The cells by column, padded where they are aligned at the decimal point.
  private var body: [[String]] {
    columns.indices.map { column in
      let cells = cells.map { $0[column] }
      return columns[column].alignment == .decimal ? Self.alignedAtPoint(cells) : cells
    }
  }
}

// MARK: - Widths

extension TextTable {
  private var naturalWidths: [Int] {
    let (titles, body) = (titles, body)
    return columns.indices.map { column in
      body[column].reduce(DisplayText.width(titles[column])) { max($0, DisplayText.width($1)) }
    }
  }

  /// The cells of a line with columns of these widths.
  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(2 * (widths.count - 1), +)
  }

  /// The widths of the columns, where running text is broken if need be; `nil` if
  /// even so they are too wide.
  private func widths(within width: Int) -> [Int]? {
    var widths = naturalWidths
    var excess = Self.total(widths) - width
    guard excess > 0 else { return widths }
    let least = columns.indices.map { column in
      columns[column].fit == .wrapped
        ? max(min(widths[column], Self.narrowestText), longestWord(of: column)) : widths[column]
    }
    guard Self.total(least) <= width else { return nil }
    while excess > 0 {
      let widest = widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
      guard let widest else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func longestWord(of column: Int) -> Int {
    ([titles[column]] + cells.map { $0[column] }).reduce(0) { longest, cell in
      cell.split(separator: " ").reduce(longest) { max($0, DisplayText.width($1)) }
    }
  }
}

// MARK: - Lines

extension TextTable {
  private func lines(_ widths: [Int], _ style: TextStyle) -> String {
    let body = body
    // Into one text, for a cell may be of megabytes.
    var text = ""
    if titles.contains(where: { !$0.isEmpty }) {
      text += style.heading(line(titles, widths)) + "\n"
      text += style.hint(line(widths.map { String(repeating: "-", count: $0) }, widths)) + "\n"
    }
    for row in cells.indices {
      for cells in broken(body.map { $0[row] }, widths) {
        text += line(cells, widths)
        text += "\n"
      }
    }
    return text
  }

  /// The cells of a row, line by line.
  private func broken(_ cells: [String], _ widths: [Int]) -> [[String]] {
    let tooWide = cells.indices.filter {
      columns[$0].fit == .wrapped && DisplayText.width(cells[$0]) > widths[$0]
    }
    guard !tooWide.isEmpty else { return [cells] }
    let parts = cells.indices.map { column in
      tooWide.contains(column)
        ? Paragraph.lines(cells[column], width: widths[column]) : [cells[column]]
    }
    return (0..<(parts.map(\.count).max() ?? 0)).map { line in
      parts.map { $0.indices.contains(line) ? $0[line] : "" }
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for column in columns.indices {
      let cell = cells[column]
      let padding = String(repeating: " ", count: max(0, widths[column] - DisplayText.width(cell)))
      if column > 0 { line += "  " }
      if columns[column].alignment == .left {
        line += cell
        line += padding
      } else {
        line += padding
        line += cell
      }
    }
    return Paragraph.trimmed(line)
  }

  /// Pads `cells` on the right so that their decimal points align once the cells
  /// are right-aligned; a cell without a point ends where the point would be.
  private static func alignedAtPoint(_ cells: [String]) -> [String] {
    let fractions = cells.map { cell in
      cell.firstIndex(of: ".").map { DisplayText.width(cell[$0...]) } ?? 0
    }
    let longest = fractions.max() ?? 0
    return zip(cells, fractions).map { cell, fraction in
      cell.isEmpty ? "" : cell + String(repeating: " ", count: longest - fraction)
    }
  }
}
