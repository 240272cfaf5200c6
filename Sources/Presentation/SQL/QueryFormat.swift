/// A form in which rows of a query are printed, each as it comes.
package enum QueryFormat: String, CaseIterable, Sendable {
  /// An aligned table for people.
  case text
  /// Comma-separated values with a header, as in RFC 4180.
  case csv
  /// The same with tabs between values and line feeds at the ends of lines.
  case tsv
  /// An array of one object a row.
  case json
  /// One object a line.
  case ndjson
  /// A table in GitHub Flavored Markdown.
  case markdown
  /// A table in HTML.
  case html
  /// One value a line, with its column before it.
  case line
  /// A row a line, tabs between values, no heading.
  case plain
}

extension QueryFormat {
  /// The format that `word` names, also by the names of other programs and by
  /// the endings of files.
  package init?(word: String) {
    switch word.lowercased() {
    case "table", "txt": self = .text
    case "jsonl": self = .ndjson
    case "md": self = .markdown
    case "htm": self = .html
    case let word: self.init(rawValue: word)
    }
  }

  /// What writes results in this format.
  ///
  /// - Parameters:
  ///   - output: Where they go.
  ///   - layout: The width that tables for people keep to.
  /// - Returns: A writer that has written nothing yet.
  package func writer(to output: ResultBuffer, _ layout: TextLayout) -> any ResultWriter {
    switch self {
    case .text: TableResult(output, .text(layout))
    case .markdown: TableResult(output, .markdown)
    case .csv: DelimitedResult(output, delimiter: UInt8(ascii: ","), lineEnd: "\r\n")
    case .tsv: DelimitedResult(output, delimiter: UInt8(ascii: "\t"), lineEnd: "\n")
    case .json: JSONResult(output, isArray: true)
    case .ndjson: JSONResult(output, isArray: false)
    case .html: HTMLResult(output)
    case .line: LineResult(output)
    case .plain: PlainResult(output)
    }
  }
}
