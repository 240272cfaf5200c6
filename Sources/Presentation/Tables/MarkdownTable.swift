import WrittenValues

/// A table in GitHub Flavored Markdown, aligned for readers of the source.
///
/// Anything that Markdown or HTML would take for markup is escaped, so that notes
/// show as written; a line break becomes `<br>`.
package struct MarkdownTable {
  private let columns: [TableColumn]
  private let cells: [[String]]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - columns: The columns, left to right; a decimal column is aligned right.
  ///   - rows: The cells of each row, padded or cut to the columns.
  package init(columns: [TableColumn], rows: [[String]]) {
    self.columns = columns
    cells = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? Self.escaped(row[$0]) : "" }
    }
  }

  /// The lines of the table, each with a line feed.
  package var text: String {
    let (titles, widths) = (titles, widths)
    let rules = columns.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] - 1)
      return columns[column].alignment == .left ? ":\(dashes)" : "\(dashes):"
    }
    return ([titles, rules] + cells).map { line($0, widths) }.joined()
  }

  /// Returns a function that lays out rows after those of the table, with a line
  /// feed.
  package func further() -> ([String]) -> String {
    let widths = widths
    return { line($0.map(Self.escaped), widths) }
  }

  private var titles: [String] { columns.map { Self.escaped($0.title) } }

  private var widths: [Int] {
    let titles = titles
    return columns.indices.map { column in
      ([titles] + cells).reduce(3) { max($0, DisplayText.width($1[column])) }
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = columns.indices.map { column in
      let padding = String(
        repeating: " ", count: max(0, widths[column] - DisplayText.width(cells[column])))
      return columns[column].alignment == .left
        ? cells[column] + padding : padding + cells[column]
    }
    return "| \(padded.joined(separator: " | ")) |\n"
  }

  /// Returns `text` escaped, so that Markdown shows it unchanged on one line.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    var isInWord = false
    for (index, character) in zip(text.indices, text) {
      switch character {
      case "\r\n", "\n", "\r": escaped += "<br>"
      case "_":
        // Inside a word, such as a column name, it is not markup.
        let next = text[text.index(after: index)...].first
        let joinsWord = isInWord && (next?.isLetter ?? false || next?.isNumber ?? false)
        escaped += joinsWord ? "_" : "\\_"
      case "\\", "|", "`", "*", "<", "[", "]", "&", "~": escaped += "\\\(character)"
      default: escaped.append(character)
      }
      isInWord = character.isLetter || character.isNumber
    }
    return DisplayText.visible(escaped)
  }
}
