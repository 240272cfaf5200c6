import WrittenValues
import JournalStore

/// A table for the terminal: aligned columns under an underlined heading.
///
/// Columns are two spaces apart, no line ends in a space, and every cell is one
/// line: control characters are made visible. Short rows are padded with empty
/// cells; cells beyond the columns are ignored.
package struct TextTable {
  private let columns: [TableColumn]
  private let cells: [[String]]

  /// The minimum width of a shortened text column.
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
  /// - Parameter maximumWidth: The cells of the terminal, or `nil` for no limit.
  ///   Only text columns are shortened, the widest first; numbers are never cut, so
  ///   a table of many numbers may be wider.
  /// - Returns: The heading, its underline and the rows.
  package func text(maximumWidth: Int? = nil) -> String {
    let (titles, body, widths) = (titles, body, widths(maximumWidth))
    // One string, because a cell may have megabytes.
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

  /// Returns a function that lays out rows after those of the table, with a line
  /// feed.
  ///
  /// - Parameter maximumWidth: The cells of the terminal; without one, no cell is
  ///   shortened, and a cell wider than its column moves the others right.
  /// - Returns: A function from the cells of a row to its line.
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

  /// The cells by column, padded where they are aligned at the decimal point.
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

  /// Narrows the widest text column repeatedly, one cell at a time.
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
      // A number may be wider than those in the rows that set the widths.
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
