import ArgumentParser
import CivilDay
import JournalStore
import JournalModel

/// Marks days as rest days.
struct RestCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "rest",
    abstract: "Mark days as rest days.",
    discussion: """
        $ nerve rest
        $ nerve rest yesterday
        $ nerve rest mon..
        $ nerve rest 2026-02-03..2026-02-09

      A rest day has load 0. Without a mark, a day with other entries but no run \
      is an implied rest day. The latest mark of a day counts, a run overrides \
      it, and today is not a rest day until it is over. Remove a mark with \
      'nerve delete mark ID' or 'nerve undo'.
      """)

  @OptionGroup var marked: MarkedDayOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { marked.days }

  func run(in session: JournalSession) throws {
    let range = try marked.range(of: "rest", in: session) ?? session.today...session.today
    try marked.mark(range, as: .rest, session)
  }
}
