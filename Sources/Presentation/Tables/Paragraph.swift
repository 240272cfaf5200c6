import WrittenValues

/// Wraps running text.
package enum Paragraph {
  /// The lines of `text`, each at most so many columns wide.
  ///
  /// Lines are broken between words; within quotes only where what is quoted does
  /// not fit a line, since it may be part of a command to copy. A word that does not
  /// fit a line has one to itself: the terminal breaks it, and a path can still be
  /// copied whole. Control characters, as a name may hold them, are made visible.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - width: The cells of a line.
  ///   - rest: The cells of the lines after the first, if they are others.
  /// - Returns: The lines without line feeds; none for a text without words.
  package static func lines(_ text: String, width: Int, rest: Int? = nil) -> [String] {
    let rest = max(1, rest ?? width)
    var lines: [String] = []
    var (line, used) = ("", 0)
    func room() -> Int { lines.isEmpty ? max(1, width) : rest }
    for word in words(DisplayText.visible(text), upTo: rest) {
      let cells = DisplayText.width(word)
      if used > 0, used + 1 + cells > room() {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += cells
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// The words of `text`; what is quoted is one word if it is at most so many cells
  /// wide.
  private static func words(_ text: String, upTo width: Int) -> [Substring] {
    let parts = text.split(separator: " ")
    guard text.contains(where: { $0 == "\"" || $0 == "'" }) else { return parts }
    var words: [Substring] = []
    var index = 0
    while index < parts.count {
      let end = endOfQuote(in: parts[index...], of: text, upTo: width)
      words.append(text[parts[index].startIndex..<parts[end].endIndex])
      index = end + 1
    }
    return words
  }

  /// The place of the part that closes the quote which the first of `parts` opens;
  /// that of the first itself if it opens none that fits.
  private static func endOfQuote(
    in parts: ArraySlice<Substring>, of text: String, upTo width: Int
  ) -> Int {
    let first = parts.startIndex
    // As in 'a b', ("a b") and --note="a b", but not in can't.
    let opening = parts[first].drop { $0 == "(" || $0 == "[" }
    let quoted = opening.first == "-" ? opening.drop { $0 != "=" }.dropFirst() : opening
    guard let quote = quoted.first, quote == "\"" || quote == "'" else { return first }
    for index in parts.indices {
      let whole = text[parts[first].startIndex..<parts[index].endIndex]
      guard DisplayText.width(whole) <= width else { return first }
      let inner = index == first ? quoted.dropFirst() : parts[index]
      if inner.contains(quote) { return index }
    }
    return first
  }

  /// The fewest cells in which a text stands beside its name.
  private static let narrowestText = 24

  /// Rows of a name and a text, the texts below each other and broken.
  ///
  /// Where the names leave too little room, each text stands below its name.
  ///
  /// - Parameters:
  ///   - rows: The names, each with its text.
  ///   - width: The cells of a line.
  ///   - indent: The cells before the texts; `nil` for as many as the names take.
  ///   - margin: The cells before the names.
  ///   - namesAll: Whether to name rows whose text is empty; they are left out
  ///     otherwise.
  /// - Returns: The lines, each with a line feed.
  package static func rows(
    _ rows: [(name: String, text: String)], width: Int, indent: Int? = nil, margin: Int = 2,
    namesAll: Bool = false
  ) -> String {
    let rows = namesAll ? rows : rows.filter { row in row.text.contains { $0 != " " } }
    let before = String(repeating: " ", count: margin)
    let longest = rows.map { DisplayText.width($0.name) }.max() ?? 0
    let indent = indent ?? margin + longest + 2
    guard width - indent >= narrowestText || longest == 0 else {
      return rows.map { row in
        (lines(row.name, width: width - margin).map { before + $0 }
          + lines(row.text, width: width - margin - 2).map { before + "  " + $0 })
          .map { "\($0)\n" }.joined()
      }.joined()
    }
    return rows.map { row in
      let start = before + row.name
      let head = start + String(repeating: " ", count: max(0, indent - DisplayText.width(start)))
      let text = trimmed(DisplayText.visible(row.text))
      // What fits keeps its spaces, as a value of the journal may have several.
      let lines =
        DisplayText.width(text) <= width - indent && text.first != " "
        ? [text].filter { !$0.isEmpty } : lines(text, width: width - indent)
      guard !lines.isEmpty else { return "\(trimmed(start))\n" }
      return lines.enumerated().map { index, line in
        (index == 0 ? head : String(repeating: " ", count: indent)) + line + "\n"
      }.joined()
    }.joined()
  }

  /// A line without the spaces at its end.
  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
