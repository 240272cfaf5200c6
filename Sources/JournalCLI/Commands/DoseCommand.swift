import ArgumentParser
import Presentation
import Reports

/// Compares short, middle and long runs with rest days.
struct DoseCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "dose",
    abstract: "See after which of your runs the pain differs.",
    discussion: """
        $ nerve dose
        $ nerve dose --load minutes --from -1y
        $ nerve dose --csv days.csv --json

      Your runs are parted into thirds by their length, and each third is \
      compared with rest days that were otherwise alike. It answers only where \
      'nerve correlate' sees an effect, and never names a limit: from how many \
      kilometres on it hurts, no diary can tell.
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
