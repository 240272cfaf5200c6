import ArgumentParser
import JournalStore
import JournalModel

/// Brings back what was undone.
struct RedoCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Bring back what was undone last, or an action of your choice.",
    discussion: """
        $ nerve redo
        $ nerve redo --dry-run
        $ nerve redo 12

      Repeat it to bring back more. Once you have logged something else, name the \
      action by its number from nerve history. Entries logged since then stay; \
      if the action conflicts with them, nothing changes and nerve redo says why.
      """)

  @Argument(
    help: ArgumentHelp("An action, as nerve history numbers it.", valueName: "action"))
  var number: String?

  @OptionGroup var reversal: ReversalOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let number = try number.map(ReversalOptions.actionNumber)
    _ = try format.chosen()
    let journal = try session.journal()
    let reversed = try reversal.reverse(in: session, format) { named, isTrial in
      try journal.redo(named ?? number, overwritingOthers: reversal.force, isTrial: isTrial)
    }
    if let reversed {
      try session.hint("Take it back with", "nerve undo \(reversed.action.number)")
    }
  }
}
