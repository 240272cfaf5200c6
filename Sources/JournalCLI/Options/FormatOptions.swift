import ArgumentParser
import EntryInput
import Presentation

/// How a result is to be written.
struct FormatOptions: ParsableArguments {
  @Option(help: "How to print it: text, json, csv, plain or markdown.", completion: .formats)
  var format: String?

  @OptionGroup var short: ShortFormatOptions

  /// The format asked for.
  func chosen() throws -> OutputFormat {
    try short.chosen(
      format, "The format is one of plain, text (or table), json, csv and markdown") ?? .text
  }

  /// Writes `result` in the format asked for.
  func write(_ result: some Renderable, _ context: CommandContext) throws {
    try chosen().write(result, context)
  }
}

/// How a result that is a page too is to be written, and where.
struct PageFormatOptions: ParsableArguments {
  @Option(
    help: "How to print it: text, json, csv, plain, markdown or html.", completion: .pageFormats)
  var format: String?

  @OptionGroup var short: ShortFormatOptions

  @Option(
    help: ArgumentHelp(
      "Write it as a page to a file instead; - is standard output.", valueName: "file"),
    completion: .file())
  var html: String?

  @OptionGroup var replacing: OverwriteOptions

  /// What a page is called where formats are named.
  static let page = "html"

  /// The format asked for, or `nil` for a page.
  func chosen() throws -> OutputFormat? {
    let rule = "The format is one of plain, text (or table), json, csv, markdown and html"
    let isPage = format?.lowercased() == Self.page
    let named = try short.chosen(isPage ? nil : format, rule)
    guard !isPage || named == nil else { throw UsageError("\(rule).") }
    guard html == nil || (named ?? .text) == .text else {
      throw UsageError("A page is HTML; leave --html or the format out.")
    }
    return isPage || html != nil ? nil : named ?? .text
  }

  /// Writes `result` in the format and to the place asked for, which is none of
  /// `journals`; `quietly` does not say where the page is.
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

/// Short names of formats, and whether long results are paged.
struct ShortFormatOptions: ParsableArguments {
  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format plain: a record a line, tabs between fields, no heading.")
  var plain = false

  @Flag(help: "Do not show long results through a pager.")
  var noPager = false

  /// The one format that is asked for, if any is.
  ///
  /// - Throws: ``UsageError`` that says `rule`, a sentence without its full stop, for an
  ///   unknown word, or where two formats are asked for.
  func chosen(_ word: String?, _ rule: String) throws -> OutputFormat? {
    let named = try word.map { word in
      guard let known = OutputFormat(word: word) else { throw UsageError(rule, not: word) }
      return known
    }
    let asked = Set([named, json ? .json : nil, plain ? .plain : nil].compactMap(\.self))
    guard asked.count <= 1 else { throw UsageError("\(rule).") }
    return asked.first
  }
}
