import ArgumentParser
import JournalStore

/// Takes the latest action back.
struct UndoCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the latest entry, or an import.",
    discussion: """
        $ nerve undo
        $ nerve undo --import 3

      Repeat it to go further back.
      """)

  @Option(name: .customLong("import"), help: ArgumentHelp("An import.", valueName: "number"))
  var importNumber: String?

  @OptionGroup var journal: JournalOptions

  func run(in surroundings: Surroundings) throws {
    let number = try importNumber.map { text -> Int in
      guard let number = Int(text), number > 0 else {
        throw UsageError("An import is named by its number, such as: nerve undo --import 3")
      }
      return number
    }
    let journal = try journal.openForChanging(surroundings)
    let undone = try number.map { try journal.undoImport($0) } ?? journal.undoLatest()
    let rows = undone.rows == 1 ? "1 change" : "\(undone.rows) changes"
    try surroundings.output.write("Took back: \(undone.command) (\(rows))\n")
  }
}
