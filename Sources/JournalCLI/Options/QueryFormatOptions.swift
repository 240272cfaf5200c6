import ArgumentParser
import EntryInput
import JournalStore
import Presentation

/// The format and destination of the results of a query.
struct QueryFormatOptions: ParsableArguments {
  @Option(
    help: "Format: text, csv, tsv, json, ndjson, markdown, html, line or plain.",
    completion: .cases(of: QueryFormat.self))
  var format: String?

  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format plain: one record per line, tabs between fields, no heading.")
  var plain = false

  @Flag(help: "CSV for spreadsheets: text that would run as a formula gets an apostrophe.")
  var safeCSV = false

  @Option(
    help: ArgumentHelp(
      "Draw the result instead: line, bar, scatter or heat.", valueName: "kind"),
    completion: .cases(of: ChartKind.self))
  var chart: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Output file; the file name extension sets the format, such as .csv, .json or .md; "
        + "for a chart, .svg or .html.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Leave out the names of the columns.")
  var noHeader = false

  @Option(help: ArgumentHelp("Show NULL as this text.", valueName: "text"))
  var null: String?

  @OptionGroup var replacing: OverwriteOptions

  @Flag(help: "Print long results without a pager.")
  var noPager = false

  /// Returns the chosen form: a format of rows, or a chart.
  ///
  /// - Throws: ``UsageError`` for options that are unknown or contradict each other.
  func form() throws -> ResultForm {
    if let chart { return try chosenChart(chart) }
    let format = try chosen()
    guard !noHeader || format.canOmitHeader else {
      throw UsageError(
        "--no-header works only with text, csv, tsv, html and plain; remove it.")
    }
    guard null == nil || format.canShowNull else {
      throw UsageError("NULL is always null in JSON; remove --null.")
    }
    return .rows(format, ResultStyle(hasHeader: !noHeader, null: null ?? ""))
  }

  private func chosenChart(_ word: String) throws -> ResultForm {
    guard let kind = ChartKind(rawValue: word.lowercased()) else {
      throw UsageError(unknown: "chart", word, use: "line, bar, scatter or heat")
    }
    guard !json, !plain, !safeCSV, !noHeader, null == nil else {
      let option =
        json ? "json" : plain ? "plain" : safeCSV ? "safe-csv" : noHeader ? "no-header" : "null"
      throw UsageError("--\(option) has no effect on a chart; remove it.")
    }
    let named = try format.map { word -> ChartFormat in
      guard let known = ChartFormat(word: word) else {
        throw UsageError("The format of a chart must be text, svg or html", not: word)
      }
      return known
    }
    guard let output, !OutputFile.isPassedThrough(output) else {
      return .chart(kind, named ?? .text)
    }
    let meant = FileEnding(of: output).flatMap { ChartFormat(word: $0.text) }
    guard let format = named ?? meant else {
      throw UsageError(
        "The name \(output) has no extension for a chart; use .svg, .html or .txt.")
    }
    return .chart(kind, format)
  }

  /// The first option that only a result has a use for, without its dashes.
  var resultOption: String? {
    if output != nil { return "output" }
    if chart != nil { return "chart" }
    if noHeader { return "no-header" }
    return null == nil ? nil : "null"
  }

  /// Returns the chosen format of rows.
  func chosen() throws -> QueryFormat {
    let named = try format.map { word in
      guard let known = QueryFormat(word: word) else {
        throw UsageError(unknown: "format", word, use: Self.choices)
      }
      return known
    }
    let isSafe = safeCSV && (named ?? .csv) == .csv
    let asked = Set(
      [
        isSafe ? .safeCSV : named, json ? .json : nil, plain ? .plain : nil,
        safeCSV ? .safeCSV : nil,
      ].compactMap(\.self))
    guard asked.count <= 1 else { throw ShortFormatOptions.conflict }
    guard let output, !OutputFile.isPassedThrough(output) else { return asked.first ?? .text }
    let ending = FileEnding(of: output)
    let meant = ending.flatMap { QueryFormat(word: $0.text) }
    if let asked = asked.first, let ending, meant != nil,
      !asked.kind.endings.contains(ending.text.lowercased())
    {
      throw UsageError(
        "The extension .\(ending.text) does not match \(asked.kind.name); name the file "
          + "\(ending.stem).\(asked.kind.endings[0]).")
    }
    guard let format = asked.first ?? meant else {
      guard ending?.text.lowercased() != "svg" else {
        throw UsageError("An SVG file needs a chart; add --chart line, bar, scatter or heat.")
      }
      throw UsageError(
        "The name \(output) has no known extension; use .csv, .tsv, .json, .ndjson, .md, .html "
          + "or .txt.")
    }
    return format
  }

  private static let choices =
    "text (or table), csv, tsv, json, ndjson, markdown, html, line or plain"
}
