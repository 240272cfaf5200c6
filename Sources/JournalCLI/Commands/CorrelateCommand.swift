import ArgumentParser
import EntryInput
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

      The answer comes first, then the numbers: pain after a typical run, \
      adjusted for the pain before it, and the plain correlation. --explain says \
      how to read them.
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

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    let range = try lags.map { try LagRangeExpression.parse($0) }
    let typed = try limit.map { try InputText.decimal($0) ?? 0 }
    guard typed.map({ $0 > 0 && $0 <= 10 }) ?? true else {
      throw UsageError(
        "The smallest effect must be above 0 and at most 10 points", not: limit ?? "")
    }
    let diary = try diary.read(journal, chosen, context)
    var question = diary.question
    question.lags = range ?? question.lags
    question.limit = typed ?? question.limit
    try format.write(
      CorrelationText(
        report: CorrelationReport(question, diary.days), unit: diary.unit,
        isSynthetic: diary.isSynthetic, isExplained: explain,
        alwaysShowsLags: range != nil, pen: context.showsUnicode ? .lines : .ascii), context)
  }
}
