/// A format for the rows of a query, printed as they arrive.
package enum QueryFormat: String, CaseIterable, Sendable {
  /// An aligned table.
  case text
  /// Comma-separated values with a header, as in RFC 4180.
  case csv
  /// The same, with formulas neutralised: see ``FormulaGuard``.
  case safeCSV = "safe-csv"
  /// The same with tabs between values and line feeds after rows.
  case tsv
  /// An array with one object per row.
  case json
  /// One object per line.
  case ndjson
  /// A table in GitHub Flavored Markdown.
  case markdown
  /// An HTML table.
  case html
  /// One value per line, after its column name.
  case line
  /// One row per line, with tabs between values and no heading.
  case plain
}

extension QueryFormat {
  /// The format called `word`, including names from other programs and file name
  /// extensions.
  package init?(word: String) {
    switch word.lowercased() {
    case "table", "txt": self = .text
    case "jsonl": self = .ndjson
    case "md": self = .markdown
    case "htm": self = .html
    case let word: self.init(rawValue: word)
    }
  }

  /// Whether the names of the columns can be left out.
  package var canOmitHeader: Bool {
    switch self {
    case .text, .csv, .safeCSV, .tsv, .html, .plain: true
    // A Markdown table has a header, and the others name each value.
    case .markdown, .line, .json, .ndjson: false
    }
  }

  /// Whether NULL has no notation of its own.
  package var canShowNull: Bool { self != .json && self != .ndjson }

  /// Returns a writer for this format.
  ///
  /// - Parameters:
  ///   - output: The destination.
  ///   - layout: The layout of tables.
  ///   - style: What to vary.
  /// - Returns: A new writer.
  package func writer(
    to output: ResultBuffer, _ layout: TextLayout, _ style: ResultStyle = ResultStyle()
  ) -> any ResultWriter {
    switch self {
    case .text: PlanResult(TableResult(output, .text(layout), style), output)
    case .markdown: TableResult(output, .markdown, style)
    case .csv: DelimitedResult(output, delimiter: UInt8(ascii: ","), lineEnd: "\r\n", style)
    case .safeCSV:
      DelimitedResult(
        output, delimiter: UInt8(ascii: ","), lineEnd: "\r\n", style, neutralisesFormulas: true)
    case .tsv: DelimitedResult(output, delimiter: UInt8(ascii: "\t"), lineEnd: "\n", style)
    case .json: JSONResult(output, isArray: true)
    case .ndjson: JSONResult(output, isArray: false)
    case .html: HTMLResult(output, style)
    case .line: LineResult(output, style)
    case .plain: PlainResult(output, style)
    }
  }
}
