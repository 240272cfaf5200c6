import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalStore
import Presentation
import Reports

/// Prints a row a month.
struct MonthsCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "months",
    abstract: "Read a row a month.",
    discussion: """
        $ nerve months
        $ nerve months --since 2025-01
        $ nerve months --since jan --load minutes --format csv
        $ nerve months --html months.html

      Without --since they are the last two years. The verdict is that of the \
      days known at each month's end.
      """)

  @Option(
    help: ArgumentHelp("The first month: 2025-01, jan or jan 2025.", valueName: "month"),
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
      sesoi: session.preferences.smallestChange)
    try format.write(
      MonthHistoryText(
        history: history, measure: chosen.measure, unit: session.preferences.unit,
        isSynthetic: try journal.isSynthetic),
      session.context, sparing: self.journal.places(session.context))
  }
}

/// Which load and which ratings a summary of months correlates.
struct MonthCorrelationOptions: ParsableArguments {
  @Option(
    help: "What load is counted in: km, minutes, srpe (effort x minutes) or ascent.",
    completion: .loads)
  var load = "km"

  @Option(
    help: "Which ratings: morning, evening or unknown. Else those that most days have.",
    completion: .timings)
  var timing: String?

  /// What was chosen.
  ///
  /// - Throws: ``UsageError``.
  func chosen() throws -> (measure: LoadMeasure, timing: Timing?) {
    (
      try LoadMeasure(word: load, "The load is one of km, minutes, srpe and ascent"),
      try timing.map { name in
        try Timing(word: name, "The timing is one of morning, evening and unknown")
      }
    )
  }
}
