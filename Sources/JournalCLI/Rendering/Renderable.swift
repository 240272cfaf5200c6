import ArgumentParser
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

/// How a result is to be written.
struct FormatOptions: ParsableArguments {
  @Option(help: "How to print it: text, json, csv, plain or markdown.", completion: .formats)
  var format: String?

  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format plain: a record a line, tabs between fields, no heading.")
  var plain = false

  @Flag(help: "Do not show long results through a pager.")
  var noPager = false

  /// The format asked for.
  func chosen() throws -> OutputFormat {
    let named = try format.map { word in
      guard let known = OutputFormat(word: word) else { throw Self.oneFormat }
      return known
    }
    let asked = Set([named, json ? .json : nil, plain ? .plain : nil].compactMap(\.self))
    guard asked.count <= 1 else { throw Self.oneFormat }
    return asked.first ?? .text
  }

  private static let oneFormat = UsageError(
    "The format is one of plain, text (or table), json, csv and markdown.")

  /// Writes `result` in the format asked for.
  func write(_ result: some Renderable, _ surroundings: Surroundings) throws {
    let output = surroundings.output
    switch try chosen() {
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
