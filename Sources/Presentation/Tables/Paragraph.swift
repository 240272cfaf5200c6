import WrittenValues

/// Wraps running text.
package enum Paragraph {
  /// The lines of `text`, each at most so many columns wide where words allow.
  ///
  /// Control characters, which names may contain, are made visible.
  package static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in DisplayText.visible(text).split(separator: " ") {
      if !line.isEmpty, DisplayText.width(line) + 1 + DisplayText.width(String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// Rows of a name and a text, aligned and wrapped.
  ///
  /// - Parameters:
  ///   - rows: The names, each with its text.
  ///   - width: The cells of a line.
  ///   - indent: The cells before the text; `nil` to fit the names.
  /// - Returns: The lines, each with a line feed.
  package static func rows(
    _ rows: [(name: String, text: String)], width: Int, indent: Int? = nil
  ) -> String {
    let indent = indent ?? 2 + (rows.map { DisplayText.width($0.name) }.max() ?? 0) + 2
    return rows.map { row in
      let start = "  " + row.name
      let lines = lines(row.text, width: max(20, width - indent))
      let head = start + String(repeating: " ", count: indent - DisplayText.width(start))
      return lines.enumerated().map { index, line in
        (index == 0 ? head : String(repeating: " ", count: indent)) + line + "\n"
      }.joined()
    }.joined()
  }
}
