import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes an exercise in the catalogue.
struct EditExercise: EntryEditing {
  static let table = EntryTable.exercise
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Change an exercise in the catalogue.",
    discussion: """
        $ nerve edit exercise "wall sit" --kind strength
        $ nerve edit exercise piriformis --note "on the back, ankle on the knee"
        $ nerve edit exercise hams --name hamstrings

      Give the exercise by name, by the start of its name or by id.
      """)

  static let clearable: KeyValuePairs = ["note": ["note"]]

  @Argument(
    help: ArgumentHelp("Name or id of the exercise.", valueName: "exercise"), completion: .exercises
  )
  var words: [String]

  @Option(help: ArgumentHelp("Another name.", valueName: "text"))
  var name: String?

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var clearing: ClearOptions
  @OptionGroup var journal: JournalOptions

  var newDay: DayOptions? { nil }

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    guard words.isEmpty else {
      throw UsageError("Change one exercise at a time; put a name of several words in quotes.")
    }
    var values = try options.values()
    if let name { values["name"] = .text(name) }
    return values
  }
}
