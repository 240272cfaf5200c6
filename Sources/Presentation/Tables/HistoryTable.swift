import WrittenValues
import JournalStore

/// Rows whose last cell is long.
///
/// Where the table does not fit the terminal, each row becomes two lines or more,
/// so that nothing is cut off.
struct HistoryTable {
  let columns: [TableColumn]
  let rows: [[String]]
  /// The terminal width from which the last cell may be cut off instead; `nil` for
  /// never.
  var mayBeCutFrom: Int?

  func text(width: Int?) -> String {
    guard !rows.isEmpty else { return "" }
    let table = TextTable(columns: columns, rows: rows)
    guard let width else { return table.text() }
    let isCut = table.text().split(separator: "\n").contains { DisplayText.width($0) > width }
    guard isCut, mayBeCutFrom.map({ width < $0 }) ?? true else {
      return table.text(maximumWidth: width)
    }
    return rows.map { row in
      let head = row.dropLast().filter { !$0.isEmpty }.map(DisplayText.visible)
      let rest = Paragraph.lines(row.last ?? "", width: width - 2).map { "  \($0)" }
      return ([head.joined(separator: "  ")] + rest).map { "\($0)\n" }.joined()
    }.joined()
  }

  var markdown: String { MarkdownTable(columns: columns, rows: rows).text }
}
