import ArgumentParser
import EntryInput
import JSONText
import Platform
import Presentation
import Reports

/// Correlates running load with pain on other days.
struct CorrelateCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: "Show how running load relates to pain.",
    discussion: """
        $ nerve correlate
        $ nerve correlate --load minutes --pain back --lags 0...7
        $ nerve correlate --csv days.csv --json
        $ nerve correlate --summary

      The answer comes first, then the numbers: pain after a typical run, \
      adjusted for the pain before it, and the plain correlation. --explain says \
      how to read them. --summary is for studies of many journals.
      """)

  @OptionGroup var diary: DiaryOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days from run to pain, as a range: 1 is the day after, negative is before. Default: -7...14.",
      valueName: "range"))
  var lags: String?

  @Option(
    help: ArgumentHelp(
      "Smallest effect of one typical run that matters, in points of pain. Default: the setting "
        + "smallest-effect, or 0.5 with --csv.", valueName: "points"))
  var limit: String?

  @Flag(help: "Explain how to read the result.")
  var explain = false

  @Flag(help: "One line of JSON for a study: numbers only, without names, notes or days.")
  var summary = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    guard !summary || (chosen == .text && !explain) else {
      throw UsageError("--summary is always one line of JSON; remove the format and --explain.")
    }
    let range = try lags.map { try LagRangeExpression.parse($0) }
    let typed = try limit.map { try InputText.decimal($0) ?? 0 }
    guard typed.map({ $0 > 0 && $0 <= 10 }) ?? true else {
      throw UsageError(
        "The smallest effect must be above 0 and at most 10 points", not: limit ?? "")
    }
    let lags = try summary ? Self.summaryLags(of: range) : range
    let read = try diary.read(
      journal, summary ? .json : chosen, context, for: summary ? .studying : .reading)
    var question = read.question
    question.lags = lags ?? question.lags
    question.limit = typed ?? question.limit
    let report = CorrelationReport(question, read.days)
    guard summary || chosen == .json else {
      return try format.write(
        CorrelationText(
          report: report, unit: read.unit, isSynthetic: read.isSynthetic, isExplained: explain,
          alwaysShowsLags: range != nil, pen: context.showsUnicode ? .lines : .ascii), context)
    }
    let source = CorrelationSource(
      program: NerveCommand.configuration.version, schemaVersion: read.schemaVersion,
      journalID: read.studyID, isWhole: diary.span.isOpen,
      figures: PoolingFigures(report, read.days))
    guard summary else {
      return try format.write(
        CorrelationText(
          report: report, unit: read.unit, isSynthetic: read.isSynthetic, source: source),
        context)
    }
    let line = CorrelationSummary(report, source, isSynthetic: read.isSynthetic).json
    try context.output.write(JSONWriter.text(line, style: .compact))
  }

  /// The lags of a summary, which has only those with a slope.
  private static func summaryLags(of range: ClosedRange<Int>?) throws -> ClosedRange<Int> {
    let range = range ?? 1...3
    guard range.upperBound >= 1 else {
      throw UsageError("--summary needs a lag of 1 or more; use --lags 1...3.")
    }
    return max(1, range.lowerBound)...range.upperBound
  }
}
