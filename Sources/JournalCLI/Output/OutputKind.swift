import JSONText
import JournalFiles
import Presentation

/// The type of an output file.
struct OutputKind: Sendable {
  /// Its name in errors.
  let name: String
  /// Its file name extensions, the usual one first; empty if any will do.
  let endings: [String]
  /// Whether the beginning of a file matches this type.
  let isBegun: @Sendable (ArraySlice<UInt8>) -> Bool

  /// A page of HTML, or a part of one.
  static let html = OutputKind(name: "HTML", endings: ["html", "htm"]) { bytes in
    let text = OutputText(bytes)?.all.drop { $0.isWhitespace }.prefix(40).lowercased() ?? ""
    return ["<!doctype html", "<html", "<table"].contains { text.hasPrefix($0) }
  }

  /// A picture in SVG.
  static let svg = OutputKind(name: "SVG", endings: ["svg"]) { bytes in
    OutputText(bytes)?.all.drop { $0.isWhitespace }.hasPrefix("<svg") == true
  }

  /// A chart drawn in characters.
  static let textChart = OutputKind(name: "a chart in text", endings: ["txt", "text"]) { bytes in
    OutputText(bytes)?.lines.first?.contains(ChartResult.titleMark) == true
  }

  /// An export of a whole journal, in one document.
  static let export = OutputKind(name: "a Nerve export", endings: ["json"]) {
    JournalImporter.isJSON(Array($0))
  }

  /// An export of a whole journal, in lines.
  static let exportLines = OutputKind(
    name: "a Nerve export in lines", endings: ["ndjson", "jsonl"], isBegun: export.isBegun)

  /// A file that only this program uses.
  static let own = OutputKind(name: "a file made by nerve", endings: []) { _ in false }
}

extension ResultForm {
  /// The type of a results file in this form.
  var kind: OutputKind {
    switch self {
    case .rows(let format, _): format.kind
    case .chart(_, .text): .textChart
    case .chart(_, .svg): .svg
    case .chart(_, .html): .html
    }
  }
}

extension QueryFormat {
  /// The type of a results file in this format.
  ///
  /// Content without a shape of its own, such as a single column without a
  /// heading, counts as plain text.
  var kind: OutputKind {
    switch self {
    case .html: .html
    case .json: OutputKind(name: "JSON", endings: ["json"]) { Self.startsWithin("{[", $0) }
    case .ndjson:
      OutputKind(name: "JSON in lines", endings: ["ndjson", "jsonl"]) { Self.startsWithin("{", $0) }
    case .csv, .safeCSV:
      OutputKind(name: "CSV", endings: ["csv"]) { OutputText($0)?.isDelimited(by: ",") == true }
    case .tsv:
      OutputKind(name: "TSV", endings: ["tsv"]) { OutputText($0)?.isDelimited(by: "\t") == true }
    case .plain:
      OutputKind(name: "plain text", endings: ["txt", "plain"]) {
        OutputText($0)?.isDelimited(by: "\t") == true
      }
    case .text:
      OutputKind(name: "a table", endings: ["txt", "text", "table"]) {
        OutputText($0)?.secondLine(isOf: "- ") == true
      }
    case .markdown:
      OutputKind(name: "a Markdown table", endings: ["md", "markdown"]) {
        OutputText($0)?.secondLine(isOf: "|-: ") == true
      }
    case .line:
      OutputKind(name: "text", endings: ["txt", "line"]) {
        OutputText($0)?.lines.first?.contains(" = ") == true
      }
    }
  }

  private static func startsWithin(_ signs: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    OutputText(bytes)?.all.first { !$0.isWhitespace }.map(signs.contains) == true
  }
}

/// The text at the beginning of a file.
private struct OutputText {
  let all: Substring

  /// Returns `nil` if it is not text.
  init?(_ bytes: ArraySlice<UInt8>) {
    // The last character may be cut off.
    let whole = (0...3).lazy.compactMap { String(validating: bytes.dropLast($0), as: UTF8.self) }
    guard let text = whole.first, !text.utf8.contains(0) else { return nil }
    all = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  }

  /// The first two lines, and the rest.
  var lines: [Substring] {
    all.utf8.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  func secondLine(isOf signs: String) -> Bool {
    guard lines.count > 1, !lines[1].isEmpty else { return false }
    return lines[1].allSatisfy(signs.contains)
  }

  /// Whether the first two lines have the same number of fields between `sign`; a first
  /// line that ends as in RFC 4180 suffices.
  func isDelimited(by sign: Character) -> Bool {
    let lines = lines
    if sign == ",", lines.count > 1, lines[0].unicodeScalars.last == "\r" { return true }
    let counts = lines.prefix(2).filter { !$0.isEmpty }.map { line in line.count { $0 == sign } }
    // Signs between quotes do not count, but are not parsed here.
    return !counts.isEmpty
      && counts.allSatisfy { $0 > 0 && ($0 == counts[0] || all.contains("\"")) }
  }
}
