import ArgumentParser
import JournalStore

/// Changes what was logged, with the words that log it.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what was logged, with the words that log it.",
    discussion: """
        $ nerve edit run --rpe 7
        $ nerve edit run 12 8.4km --shoe pegasus
        $ nerve edit pain --on yesterday
        $ nerve edit stretch 3 3x45s --clear side

      Without an id it changes the one of its kind that was logged last; 'nerve \
      list' and 'nerve show' tell ids. What is not named stays as it is.
      """,
    subcommands: [
      EditRun.self, EditPain.self, EditStretch.self, EditCross.self, EditFlare.self,
      EditGuidance.self, EditShoe.self, EditExercise.self,
    ])
}
