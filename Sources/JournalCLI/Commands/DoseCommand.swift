import ArgumentParser
import Presentation
import Reports

/// Compares short, middle and long runs with rest days.
struct DoseCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "dose",
    abstract: "Compare pain after shorter and longer runs.",
    discussion: """
        $ nerve dose
        $ nerve dose --load minutes --from -1y
        $ nerve dose --csv days.csv --json

      Splits your runs into thirds by length, and compares each third with \
      rest days that were otherwise alike. It answers only where 'nerve \
      correlate' sees a link, and never gives a limit: no journal can show \
      how many kilometres are too many.
      """)

  @OptionGroup var diary: DiaryOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    let diary = try diary.read(journal, chosen, context)
    try format.write(
      DoseText(
        report: DoseReport(diary.question, diary.days), unit: diary.unit,
        isSynthetic: diary.isSynthetic), context)
  }
}
