import ArgumentParser
import EntryInput
import Presentation

/// The format of a result.
struct FormatOptions: ParsableArguments {
  @Option(help: "Format: text, json, csv, plain or markdown.", completion: .formats)
  var format: String?

  @OptionGroup var short: ShortFormatOptions

  /// Returns the chosen format.
  func chosen() throws -> OutputFormat {
    try short.chosen(format, "text (or table), json, csv, markdown or plain") ?? .text
  }

  /// Writes `result` in the chosen format.
  func write(_ result: some Renderable, _ context: CommandContext) throws {
    try chosen().write(result, context)
  }
}

/// The format and destination of a result that can also be a page.
struct PageFormatOptions: ParsableArguments {
  @Option(
    help: "Format: text, json, csv, plain, markdown or html.", completion: .pageFormats)
  var format: String?

  @OptionGroup var short: ShortFormatOptions

  @Option(
    help: ArgumentHelp(
      "Write an HTML page to a file; - is standard output.", valueName: "file"),
    completion: .file())
  var html: String?

  @OptionGroup var replacing: OverwriteOptions

  /// The name of a page among the formats.
  static let page = "html"

  /// Returns the chosen format, or `nil` for a page.
  func chosen() throws -> OutputFormat? {
    let isPage = format?.lowercased() == Self.page
    let named = try short.chosen(
      isPage ? nil : format, "text (or table), json, csv, markdown, html or plain")
    guard !isPage || named == nil else { throw ShortFormatOptions.conflict }
    guard html == nil || (named ?? .text) == .text else {
      throw UsageError("--html always writes HTML; remove --html or the format.")
    }
    return isPage || html != nil ? nil : named ?? .text
  }

  /// Writes `result` in the chosen format to the chosen destination, but never over
  /// one of `journals`; `quietly` does not print the path of the page.
  func write(
    _ result: some PageRenderable, _ context: CommandContext, sparing journals: [String],
    quietly: Bool = false
  ) throws {
    guard let format = try chosen() else {
      let file = try OutputFile(
        html ?? "-", .html, overwriting: replacing.overwrite, sparing: journals)
      return try file.write(page: result.html, context, quietly: quietly)
    }
    try format.write(result, context)
  }
}

/// Short options for formats, and the choice of a pager.
struct ShortFormatOptions: ParsableArguments {
  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format plain: one record per line, tabs between fields, no heading.")
  var plain = false

  @Flag(help: "CSV for spreadsheets: text that would run as a formula gets an apostrophe.")
  var safeCSV = false

  @Flag(help: "Print long results without a pager.")
  var noPager = false

  /// The error of choosing two formats.
  static let conflict = UsageError("Use only one of --format, --json, --plain and --safe-csv.")

  /// Returns the chosen format, if any.
  ///
  /// - Throws: ``UsageError`` that lists `choices` for an unknown word, or says that
  ///   two formats were chosen.
  func chosen(_ word: String?, _ choices: String) throws -> OutputFormat? {
    let named = try word.map { word in
      guard let known = OutputFormat(word: word) else {
        throw UsageError(unknown: "format", word, use: choices)
      }
      return known
    }
    let isSafe = safeCSV && (named ?? .csv) == .csv
    let asked = Set(
      [
        isSafe ? .safeCSV : named, json ? .json : nil, plain ? .plain : nil,
        safeCSV ? .safeCSV : nil,
      ].compactMap(\.self))
    guard asked.count <= 1 else { throw Self.conflict }
    return asked.first
  }
}
