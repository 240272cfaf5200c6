import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalStore
import Presentation
import Reports

/// Prints the monthly summary.
struct MonthCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: "Show the monthly summary.",
    discussion: """
        $ nerve month
        $ nerve month 2026-10
        $ nerve month 2026-10 --html october.html
        $ nerve month --full
        $ nerve month oct --load minutes --json

      Shows the answer to date, the month's days, six figures, and the next \
      step. Without a month, shows the last complete month, or this month if there are \
      no earlier entries.
      """)

  @Argument(
    help: ArgumentHelp("Month, such as 2026-10, oct, oct 2025 or this month.", valueName: "month"),
    completion: .months)
  var words: [String] = []

  @Flag(help: "Show everything, not just one screen.")
  var full = false

  @Flag(name: .shortAndLong, help: "If there is no data, print nothing and end with status 1.")
  var quiet = false

  @OptionGroup var correlation: MonthCorrelationOptions
  @OptionGroup var format: PageFormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let today = session.today
    let (measure, timing) = try correlation.chosen()
    let named =
      words.isEmpty
      ? nil : try MonthExpression.parse(words.joined(separator: " "), today: today)
    _ = try format.chosen()
    let journal = try session.journal()
    let last = try named ?? journal.usualMonth(today: today)
    let report = try journal.report(
      on: last, today: today, measure: measure, timing: timing,
      rule: session.preferences.responseRule, limit: session.preferences.smallestEffect)
    // cron mails everything that is printed, so an empty month prints nothing.
    guard !quiet || report.days > 0 else { throw Refusal("") }
    let text = MonthText(
      report: report, measure: report.answer.load, unit: session.preferences.unit,
      isFull: full, isSynthetic: try journal.isSynthetic,
      pen: session.context.showsUnicode ? .lines : .ascii, typed: session.typed)
    try format.write(
      text, session.context, sparing: self.journal.places(session.context),
      quietly: quiet)
  }
}

extension Journal {
  /// Returns the last complete month, or this one in the journal's first month.
  ///
  /// - Throws: ``JournalError``.
  func usualMonth(today: Day) throws -> Month {
    let before = Month.earliest.firstDay...today.month.previous.lastDay
    return try newest(1, in: before).isEmpty ? today.month : today.month.previous
  }
}
