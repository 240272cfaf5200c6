import ArgumentParser
import EntryInput
import JournalModel
import JournalStore

/// Undoes an action or an import.
struct UndoCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo the latest action, any other, or an import.",
    discussion: """
        $ nerve undo
        $ nerve undo --dry-run
        $ nerve undo 12
        $ nerve undo --import 3

      An action is everything one command did. Run it again to go further back. \
      'nerve redo' repeats an undone action; find numbers with 'nerve history'.
      """)

  @Argument(
    help: ArgumentHelp("Action number, from nerve history.", valueName: "action"))
  var number: String?

  @Option(
    name: .customLong("import"), help: ArgumentHelp("Number of an import.", valueName: "number"))
  var importNumber: String?

  @OptionGroup var reversal: ReversalOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let target: UndoTarget
    switch (number, importNumber) {
    case (nil, nil): target = .latest
    case (let number?, nil): target = .action(try ReversalOptions.actionNumber(number))
    case (nil, let text?):
      guard let number = InputText.digits(text), number > 0 else {
        throw UsageError(
          "\(Quoted.text(text)) is not an import number; use a number, as in: nerve undo --import 3"
        )
      }
      target = .imported(number)
    case (.some, .some):
      throw UsageError("Undo an action or an import, not both.")
    }
    _ = try format.chosen()
    let journal = try session.journal()
    let reversed = try reversal.reverse(in: session, format) { named, isTrial in
      try journal.undo(
        named.map(UndoTarget.action) ?? target, overwritingOthers: reversal.force, isTrial: isTrial)
    }
    if reversed != nil { try session.hint("Redo it with", "nerve redo") }
  }
}
