import ArgumentParser
import EntryInput
import JournalStore
import JournalModel

/// Marks days of which nothing is known.
struct GapCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "Mark days that were not tracked.",
    discussion: """
        $ nerve gap yesterday
        $ nerve gap mon..wed
        $ nerve gap 2026-07-01..2026-07-14

      You may have run or not: the load of such a day is unknown, not 0, unless \
      you log a run. The mark replaces an earlier mark of rest. 'nerve delete \
      mark ID' and 'nerve undo' remove a mark.
      """)

  @OptionGroup var marked: MarkedDayOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { marked.days }

  func run(in session: JournalSession) throws {
    guard let range = try marked.range(of: "gap", in: session) else {
      throw UsageError("Say which days were not tracked, such as: nerve gap mon..wed")
    }
    try marked.mark(range, as: .notTracked, session)
  }
}
