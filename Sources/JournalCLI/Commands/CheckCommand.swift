import ArgumentParser
import EntryInput
import Presentation
import Reports

/// Checks whether the diary is fit for an answer.
struct CheckCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check whether your diary can give an answer.",
    discussion: """
        $ nerve check
        $ nerve check --from -1y
        $ nerve check --load minutes --json

      Shows what would make the answer of 'nerve correlate' better, with figures \
      and a command: rating times, missing ratings, rest days that nobody \
      confirmed, runs that always fall on the same weekdays, and entries that \
      look like slips. Habits are judged by the last eight weeks.
      """)

  @OptionGroup var diary: DiaryOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let chosen = try format.chosen()
    guard diary.csv == nil else {
      let file = try diary.read(journal, chosen, context)
      return try format.write(
        DiaryCheckText(
          check: DiaryCheck(file.question, file.days), unit: file.unit, isSynthetic: false,
          typed: nil), context)
    }
    let session = try journal.session(for: .reading, context)
    var question = try diary.question()
    question.limit = session.preferences.smallestEffect
    let span = try diary.span.days(today: session.today)
    let opened = try session.journal()
    if chosen != .text { try opened.labelSample(context) }
    let check = try opened.check(question, in: span, today: session.today)
    try format.write(
      DiaryCheckText(
        check: check, unit: LoadUnit(check.answer.load, in: session.preferences.unit),
        isSynthetic: try opened.isSynthetic, typed: session.typed), context)
  }
}
