import WrittenValues
import JournalStore

/// A table for the terminal: aligned columns under an underlined heading.
///
/// Columns stand two spaces apart, no line ends in a space, and every cell is
/// one line: what could drive the terminal is made visible. A row that is too
/// short is filled up with empty cells; cells beyond the columns are left out.
package struct TextTable {
  private let columns: [TableColumn]
  private let cells: [[String]]

  /// The narrowest that a text column is made to fit the terminal.
  private static let minimumWidth = 6

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

  /// Returns the lines of the table, each with a line feed.
  ///
  /// - Parameter maximumWidth: The cells of the terminal, or `nil` for as many as
  ///   needed. Only text columns are shortened, the widest first; a number is
  ///   never cut, so that a table of many numbers may be wider.
  /// - Returns: The heading, its underline and the rows.
  package func text(maximumWidth: Int? = nil) -> String {
    let (titles, body, widths) = (titles, body, widths(maximumWidth))
    // Into one text, for a cell may be of megabytes.
    var text = ""
    func add(_ cells: [String]) {
      text += line(cells, widths)
      text += "\n"
    }
    add(titles)
    add(widths.map { String(repeating: "-", count: $0) })
    for row in cells.indices { add(body.map { $0[row] }) }
    return text
  }

  /// What lays out a row that comes after those of the table, with a line feed.
  ///
  /// - Parameter maximumWidth: The cells of the terminal; without one, no cell is
  ///   shortened, and one that is wider than its column pushes the rest aside.
  /// - Returns: What makes a line of a row's cells.
  package func further(maximumWidth: Int?) -> ([String]) -> String {
    let widths = widths(maximumWidth)
    return { cells in
      let cells = cells.map(DisplayText.visible)
      let fitting =
        maximumWidth != nil
        ? widths : zip(widths, cells).map { max($0, DisplayText.width($1)) }
      return line(cells, fitting) + "\n"
    }
  }

  private var titles: [String] { columns.map { DisplayText.visible($0.title) } }

  /// The cells by column, filled up where they are aligned at their points.
  private var body: [[String]] {
    columns.indices.map { column in
      let cells = cells.map { $0[column] }
      return columns[column].alignment == .decimal ? Self.alignedAtPoint(cells) : cells
    }
  }

  private func widths(_ maximumWidth: Int?) -> [Int] {
    let (titles, body) = (titles, body)
    var widths = columns.indices.map { column in
      body[column].reduce(DisplayText.width(titles[column])) { max($0, DisplayText.width($1)) }
    }
    if let maximumWidth { shrink(&widths, to: maximumWidth) }
    return widths
  }

  /// Makes text columns narrower, one cell of the widest at a time.
  private func shrink(_ widths: inout [Int], to maximumWidth: Int) {
    var excess = widths.reduce(2 * (widths.count - 1), +) - maximumWidth
    while excess > 0 {
      let widest = widths.indices
        .filter { columns[$0].alignment == .left && widths[$0] > Self.minimumWidth }
        .max { widths[$0] < widths[$1] }
      guard let widest else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for column in columns.indices {
      let cell = DisplayText.truncated(cells[column], to: widths[column])
      // A number may be wider than the rows that the widths are from.
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
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Fills `cells` up on the right so that their points line up once the cells
  /// do; a cell without a point ends where the point would be.
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
