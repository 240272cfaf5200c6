import ArgumentParser
import JournalStore
import JournalModel

/// Redoes an undone action.
struct RedoCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Redo the latest undone action, or any other.",
    discussion: """
        $ nerve redo
        $ nerve redo --dry-run
        $ nerve redo 12

      Run it again to redo more. If you have logged something since, give the \
      action's number from 'nerve history'. Later entries stay; if they conflict \
      with the action, nothing changes and 'nerve redo' says why.
      """)

  @Argument(
    help: ArgumentHelp("Action number, from nerve history.", valueName: "action"))
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
      try session.hint("Undo it with", "nerve undo \(reversed.action.number)")
    }
  }
}
