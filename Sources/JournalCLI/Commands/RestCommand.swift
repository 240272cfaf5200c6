import ArgumentParser
import CivilDay
import JournalStore
import JournalModel

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

      The load of such a day is truly 0. Without a mark, a day with other entries \
      but no run is only an implied rest day. The latest mark of a day counts, a \
      run overrides it, and today is not a rest day until it is over. 'nerve \
      delete mark ID' and 'nerve undo' remove a mark.
      """)

  @OptionGroup var marked: MarkedDayOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { marked.days }

  func run(in session: JournalSession) throws {
    let range = try marked.range(of: "rest", in: session) ?? session.today...session.today
    try marked.mark(range, as: .rest, session)
  }
}
