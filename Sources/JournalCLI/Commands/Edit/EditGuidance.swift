import ArgumentParser
import CivilDay
import JournalStore
import JournalModel

/// Changes a piece of guidance.
struct EditGuidance: EntryEditing, EntrySubcommand {
  static let table = EntryTable.guidance
  static let configuration = CommandConfiguration(
    commandName: "guidance",
    abstract: "Change a piece of guidance.",
    discussion: """
        $ nerve edit guidance --until 2026-03-01 --limit 5km
        $ nerve edit guidance 3 no hills and no sprints
        $ nerve edit guidance 3 --clear until

      Without an id, changes the latest one. --on is the day of the advice.
      """)

  static let clearable: KeyValuePairs = [
    "by": ["given_by"], "until": ["until_day"], "limit": ["longest_run_m"],
    "days-off": ["days_off"], "time": ["time"],
  ]

  @Argument(help: ArgumentHelp("Id, and the new advice.", valueName: "id|advice"))
  var words: [String] = []

  @OptionGroup var options: GuidanceOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var clearing: ClearOptions
  @OptionGroup var journal: JournalOptions

  var newDay: DayOptions? { days }

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    var values = try options.values(on: day, in: session)
    if !words.isEmpty { values["advice"] = .text(words.joined(separator: " ")) }
    return values
  }
}
