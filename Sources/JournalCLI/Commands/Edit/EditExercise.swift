import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes an exercise in the catalogue.
struct EditExercise: EntryEditing {
  typealias Record = Exercise

  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Change an exercise in the catalogue.",
    discussion: """
        $ nerve edit exercise "wall sit" --kind strength
        $ nerve edit exercise piriformis --note "on the back, ankle on the knee"
        $ nerve edit exercise hams --name hamstrings

      Give the exercise by name, by the start of its name or by id.
      """)

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

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Exercise> {
    guard words.isEmpty else {
      throw UsageError("Change one exercise at a time; put a name of several words in quotes.")
    }
    var changes = try options.changes()
    if let name { changes[\.name] = name }
    return changes
  }
}
