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
    help: ArgumentHelp("Days from load to pain, as a range.", valueName: "range"))
  var lags = "-7...14"

  @Option(
    help: ArgumentHelp(
      "Smallest effect that matters, in points of pain. Default: the setting smallest-change, "
        + "or 1 with --csv.", valueName: "points"))
  var sesoi: String?

  @Flag(help: "Explain how to read the result.")
  var explain = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    let lags = try LagRangeExpression.parse(lags)
    let typed = try sesoi.map { try InputText.decimal($0) ?? 0 }
    guard typed.map({ $0 > 0 && $0 <= 10 }) ?? true else {
      throw UsageError(
        "The smallest effect must be above 0 and at most 10 points", not: sesoi ?? "")
    }
    let diary = try diary.read(journal, chosen, context)
    var question = diary.question
    question.lags = lags
    question.sesoi = typed ?? question.sesoi
    try format.write(
      CorrelationText(
        report: CorrelationReport(question, diary.days), unit: diary.unit,
        isSynthetic: diary.isSynthetic, isExplained: explain,
        pen: context.showsUnicode ? .lines : .ascii), context)
  }
}
