import JournalStore
import WrittenValues

/// Rows whose last cell is long.
///
/// Where the table does not fit, each row becomes two lines or more, so that
/// nothing is cut off.
struct HistoryTable {
  let columns: [TableColumn]
  let rows: [[String]]

  func text(_ layout: TextLayout) -> String {
    guard !rows.isEmpty else { return "" }
    var columns = columns
    columns[columns.count - 1].fit = .wrapped
    return TextTable(columns: columns, rows: rows).aligned(layout)
      ?? rows.map { row in
        let head = row.dropLast().filter { !$0.isEmpty }.joined(separator: "  ")
        return layout.style.heading(layout.wrapped(head)) + "\n"
          + Self.indented(row.last ?? "", layout)
      }.joined()
  }

  /// A text two cells in, each line with a line feed.
  static func indented(_ text: String, _ layout: TextLayout) -> String {
    Paragraph.lines(text, width: layout.width - 2).map { "  \($0)\n" }.joined()
  }

  var markdown: String { MarkdownTable(columns: columns, rows: rows).text }
}
