import DelimitedText

/// A result that can be written in every format, always from the same values.
protocol Renderable {
  /// The result for a person, at most so many columns wide if there is a limit.
  func text(width: Int?) -> String
  /// The result for a program; names are stable.
  var json: JSON { get }
  /// The result as one table: names of columns, then rows, `nil` for unknown.
  var csv: (header: [String], rows: [[String?]]) { get }
  /// The result for a document.
  var markdown: String { get }
}

extension OutputFormat {
  /// The format that `word` names; `table` is what other programs call text.
  init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "table" ? "text" : word)
  }
}

extension OutputFormat {
  /// Writes `result` in this format.
  func write(_ result: some Renderable, _ surroundings: Surroundings) throws {
    let output = surroundings.output
    switch self {
    case .text: try output.write(result.text(width: surroundings.terminalWidth))
    case .json: try output.write(JSONWriter.text(result.json))
    case .markdown: try output.write(result.markdown)
    case .csv:
      var writer = DelimitedTextWriter()
      writer.write(result.csv.header)
      for row in result.csv.rows { writer.write(row) }
      try output.write(writer.take())
    case .plain:
      try output.write(result.csv.rows.map(PlainText.line).joined())
    }
  }
}

/// A result that is a page too.
protocol PageRenderable: Renderable {
  /// The result as a page that stands by itself.
  var html: String { get }
}
