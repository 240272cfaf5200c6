import ArgumentParser
import CivilDay
import Correlator
import JournalStore
import Reports

/// Prints the monthly summary.
struct MonthCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: "Read the monthly summary.",
    discussion: """
        $ nerve month
        $ nerve month 2026-10
        $ nerve month oct --load minutes --json

      Without a month it is the last complete one, or this one if there is no \
      entry before it.
      """)

  @Argument(
    help: ArgumentHelp("The month: 2026-10, oct, oct 2025 or this month.", valueName: "month"),
    completion: .months)
  var words: [String] = []

  @Option(
    help: "What load is counted in: km, minutes, srpe (effort x minutes) or ascent.",
    completion: .loads)
  var load = "km"

  @Option(
    help: "Which ratings: morning, evening or unknown. Else those that most days have.",
    completion: .timings)
  var timing: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let today = session.today
    let measure = try LoadMeasure(
      word: load, "The load is one of km, minutes, srpe and ascent.")
    let timing = try timing.map { name in
      try Timing(word: name, "The timing is one of morning, evening and unknown.")
    }
    let named =
      words.isEmpty
      ? nil : try MonthExpression.parse(words.joined(separator: " "), today: today)
    _ = try format.chosen()
    let journal = try session.journal()
    let last = try named ?? usualMonth(journal, today: today)
    let report = try journal.report(
      on: last, measure: measure, timing: timing, sesoi: session.preferences.smallestChange)
    try format.write(
      MonthText(
        report: report, measure: measure, unit: session.preferences.unit,
        isSynthetic: try journal.isSynthetic),
      session.surroundings)
  }

  /// The last complete month, or this one in the journal's first month.
  private func usualMonth(_ journal: Journal, today: Day) throws -> Month {
    let before = Month.earliest.firstDay...today.month.previous.lastDay
    return try journal.newest(1, in: before).isEmpty ? today.month : today.month.previous
  }
}
