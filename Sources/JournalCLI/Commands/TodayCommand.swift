import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import Reports

/// Prints today at a glance.
struct TodayCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Read today at a glance.",
    discussion: """
        $ nerve today
        $ nerve today --plan 12km
        $ nerve today --json

      What is logged and what is still missing, the flare-up that lasts, how \
      much you ran lately, and what you were told to heed. A plan is set beside \
      the longest run of the 30 days before and this morning's pain. 'nerve' \
      alone is short for it.

      Load is effort x minutes. Days are unknown in part if a run of theirs \
      lacks its distance or effort; they are left out of that sum.
      """)

  @Option(help: ArgumentHelp("A run that you think of, such as 12km.", valueName: "distance"))
  var plan: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let planned = try plan.map { try Self.distance($0, session.preferences.unit) }
    _ = try format.chosen()
    let journal = try session.journal()
    let report = try journal.today(
      session.today, at: session.now.partOfDay, plannedM: planned)
    try format.write(
      TodayText(
        report: report, unit: session.preferences.unit,
        reminder: session.now.isMorning ? session.preferences.morningReminder : nil,
        isSynthetic: try journal.isSynthetic, showsUnicode: session.context.showsUnicode,
        lastsUntil: session.now.day == report.day ? nil : session.preferences.dayBoundary,
        typed: session.typed),
      session.context)
  }

  /// The distance of a plan; the study that it is held against knows no other
  /// measure.
  private static func distance(_ text: String, _ unit: DistanceUnit) throws -> Double {
    do {
      return try DistanceExpression.parse(text, unit: unit)
    } catch {
      guard error == .unknownDistance || error == .ambiguousMetres else { throw error }
      throw UsageError(
        "\(Quoted.text(text)) is not a plan; give a distance, such as: nerve today --plan 12km")
    }
  }
}

extension LocalMoment {
  /// The part of the journal's day that it is.
  fileprivate var partOfDay: PartOfDay {
    isMorning ? .morning : isEvening ? .evening : .afternoon
  }
}
