import WrittenValues

/// Running text broken into lines.
package enum Paragraph {
  /// The lines of `text`, each at most so many columns wide where words allow.
  ///
  /// Control characters, as a name may hold them, are made visible.
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

  /// Rows of a name and a text, the texts below each other and broken.
  ///
  /// - Parameters:
  ///   - rows: Names and texts.
  ///   - width: The cells of a line.
  ///   - indent: The cells before the texts; `nil` for as many as the names take.
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
