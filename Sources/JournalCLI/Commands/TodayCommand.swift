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
    abstract: "Show today at a glance.",
    discussion: """
        $ nerve today
        $ nerve today --plan 12km
        $ nerve today --json

      Shows what is logged and what is missing, a flare-up in progress, your \
      recent running, and current guidance. A planned run is compared with the \
      longest run of the 30 days before and with this morning's pain. Plain \
      'nerve' does the same.

      Load is effort x minutes. Days with a run of unknown distance or effort \
      are partly unknown; they are left out of that sum.
      """)

  @Option(help: ArgumentHelp("Planned run, such as 12km.", valueName: "distance"))
  var plan: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let planned = try plan.map { try Self.distance($0, session.preferences.unit) }
    _ = try format.chosen()
    let journal = try session.journal()
    let report = try journal.today(
      session.today, at: session.now.partOfDay, plannedM: planned,
      trial: try session.trialProgress())
    try format.write(
      TodayText(
        report: report, unit: session.preferences.unit,
        reminder: session.now.isMorning ? session.preferences.morningReminder : nil,
        isSynthetic: try journal.isSynthetic, showsUnicode: session.context.showsUnicode,
        lastsUntil: session.now.day == report.day ? nil : session.preferences.dayBoundary,
        typed: session.typed),
      session.context)
  }

  /// Returns the distance of a planned run; the study behind the comparison used no
  /// other measure.
  private static func distance(_ text: String, _ unit: DistanceUnit) throws -> Double {
    do {
      return try DistanceExpression.parse(text, unit: unit)
    } catch {
      guard error == .unknownDistance || error == .ambiguousMetres else { throw error }
      throw UsageError(
        "\(Quoted.text(text)) is not a planned run; use a distance, as in: nerve today --plan 12km")
    }
  }
}

extension LocalMoment {
  /// The part of the journal's day.
  fileprivate var partOfDay: PartOfDay {
    isMorning ? .morning : isEvening ? .evening : .afternoon
  }
}
