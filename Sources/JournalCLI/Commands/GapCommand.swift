import ArgumentParser
import EntryInput
import JournalStore
import JournalModel

/// Marks days as not tracked.
struct GapCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "Mark days as not tracked.",
    discussion: """
        $ nerve gap yesterday
        $ nerve gap mon..wed
        $ nerve gap 2026-07-01..2026-07-14

      Whether you ran is unknown, and so is the day's load, unless you log a run. \
      The mark replaces an earlier mark of rest. Remove a mark with 'nerve \
      delete mark ID' or 'nerve undo'.
      """)

  @OptionGroup var marked: MarkedDayOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { marked.days }

  func run(in session: JournalSession) throws {
    guard let range = try marked.range(of: "gap", in: session) else {
      throw UsageError("Give the days that were not tracked, as in: nerve gap mon..wed")
    }
    try marked.mark(range, as: .notTracked, session)
  }
}
