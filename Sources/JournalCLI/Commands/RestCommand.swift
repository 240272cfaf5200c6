import ArgumentParser
import CivilDay
import JournalStore

/// Marks days as rest.
struct RestCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "rest",
    abstract: "Mark days without running.",
    discussion: """
        $ nerve rest
        $ nerve rest yesterday
        $ nerve rest mon..
        $ nerve rest 2026-02-03..2026-02-09

      The load of such a day is truly 0. A day without a run is taken for a rest \
      once anything else is logged on it, but only as implied; a mark says it. The \
      latest mark of a day counts, a run goes before it, and today is no rest day \
      before it is over. \
      'nerve delete mark ID' and 'nerve undo' take a mark away.
      """)

  @OptionGroup var marked: MarkedDayOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { marked.days }

  func run(in session: JournalSession) throws {
    let range = try marked.range(of: "rest", in: session) ?? session.today...session.today
    try marked.mark(range, as: .rest, session)
  }
}
