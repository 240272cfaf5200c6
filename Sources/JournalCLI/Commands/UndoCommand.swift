import ArgumentParser
import EntryInput
import JournalStore

/// Takes an action back.
struct UndoCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the latest action, an earlier one, or an import.",
    discussion: """
        $ nerve undo
        $ nerve undo --dry-run
        $ nerve undo 12
        $ nerve undo --import 3

      An action is all that one command did. Repeat it to go further back; nerve \
      redo brings back what was undone, and nerve history tells the numbers.
      """)

  @Argument(
    help: ArgumentHelp("An action, as nerve history numbers it.", valueName: "action"))
  var number: String?

  @Option(name: .customLong("import"), help: ArgumentHelp("An import.", valueName: "number"))
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
          "\(Quoted.text(text)) is not an import number, such as: nerve undo --import 3")
      }
      target = .imported(number)
    case (.some, .some):
      throw UsageError("Either an action or an import is undone; leave one of them out.")
    }
    _ = try format.chosen()
    let journal = try session.journal()
    let reversed = try reversal.reverse(in: session, format) { named, isTrial in
      try journal.undo(
        named.map(UndoTarget.action) ?? target, overwritingOthers: reversal.force, isTrial: isTrial)
    }
    if reversed != nil { try session.hint("Bring it back with", "nerve redo") }
  }
}
