import ArgumentParser
import JournalStore

/// Changes an entry.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change an entry.",
    discussion: """
        $ nerve edit run --rpe 7
        $ nerve edit run 12 8.4km --shoe pegasus
        $ nerve edit pain --on yesterday
        $ nerve edit stretch 3 3x45s --clear side

      Uses the same words and options as logging. Without an id, changes the \
      latest entry of that kind; find ids with 'nerve list'. Everything else \
      stays the same.
      """,
    subcommands: [
      EditRun.self, EditPain.self, EditStretch.self, EditCross.self, EditFlare.self,
      EditGuidance.self, EditShoe.self, EditExercise.self,
    ])
}
