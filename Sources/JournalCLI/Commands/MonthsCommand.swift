import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalStore
import Presentation
import Reports

/// Prints one row per month.
struct MonthsCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "months",
    abstract: "Show one row per month.",
    discussion: """
        $ nerve months
        $ nerve months --since 2025-01
        $ nerve months --since jan --load minutes --format csv
        $ nerve months --html months.html

      Without --since, shows the last two years. Each verdict uses only the days \
      up to the end of its month.
      """)

  @Option(
    help: ArgumentHelp("First month, such as 2025-01, jan or jan 2025.", valueName: "month"),
    completion: .months)
  var since: String?

  @OptionGroup var correlation: MonthCorrelationOptions
  @OptionGroup var format: PageFormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let chosen = try correlation.chosen()
    let first = try since.map { try MonthExpression.parse($0, today: session.today) }
    _ = try format.chosen()
    let journal = try session.journal()
    let history = try journal.months(
      since: first, today: session.today, measure: chosen.measure, timing: chosen.timing,
      limit: session.preferences.smallestEffect)
    try format.write(
      MonthHistoryText(
        history: history, measure: history.answer.load, unit: session.preferences.unit,
        isSynthetic: try journal.isSynthetic, typed: session.typed),
      session.context, sparing: self.journal.places(session.context))
  }
}

/// The load and the ratings that a summary of months correlates.
struct MonthCorrelationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(LoadMeasure.help, valueName: "load"), completion: .loads)
  var load: String?

  @Option(
    help: "Ratings: morning, evening or unknown. Default: the most frequent.",
    completion: .timings)
  var timing: String?

  /// Returns the chosen load and timing.
  ///
  /// - Throws: ``UsageError``.
  func chosen() throws -> (measure: LoadMeasure?, timing: Timing?) {
    (
      try load.map(LoadMeasure.init(typed:)),
      try timing.map { name in
        try Timing(word: name, "timing", "morning, evening or unknown")
      }
    )
  }
}
