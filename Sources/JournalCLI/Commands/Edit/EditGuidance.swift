import ArgumentParser
import CivilDay
import JournalStore
import JournalModel

/// Changes a piece of guidance.
struct EditGuidance: EntryEditing, EntrySubcommand {
  typealias Record = Guidance

  static let configuration = CommandConfiguration(
    commandName: "guidance",
    abstract: "Change a piece of guidance.",
    discussion: """
        $ nerve edit guidance --until 2026-03-01 --limit 5km
        $ nerve edit guidance 3 no hills and no sprints
        $ nerve edit guidance 3 --clear until

      Without an id, changes the latest one. --on is the day of the advice.
      """)

  @Argument(help: ArgumentHelp("Id, and the new advice.", valueName: "id|advice"))
  var words: [String] = []

  @OptionGroup var options: GuidanceOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var clearing: ClearOptions
  @OptionGroup var journal: JournalOptions

  var newDay: DayOptions? { days }

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Guidance> {
    var changes = try options.changes(on: day, in: session)
    if !words.isEmpty { changes[\.advice] = words.joined(separator: " ") }
    return changes
  }
}
