import ArgumentParser
import JournalStore

/// Takes the latest action back.
struct UndoCommand: JournalSubcommand {
  static let access = JournalSession.Access.changing
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

  func run(in session: JournalSession) throws {
    let number = try importNumber.map { text -> Int in
      guard let number = Int(text), number > 0 else {
        throw UsageError("An import is named by its number, such as: nerve undo --import 3")
      }
      return number
    }
    let journal = try session.journal()
    let entries = try number == nil ? lastEntries(of: journal) : []
    let undone = try number.map { try journal.undoImport($0) } ?? journal.undoLatest()
    let told = entries.map { entry in
      let day = entry.day.map { "\(spoken($0, today: session.today)): " } ?? ""
      return "  \(day)\(DisplayText.visible(session.entryText.facts(of: entry)))\n"
    }
    try session.surroundings.output.write(
      "Took back: \(undone.command) (\(NumberText.counted(undone.rows, "change")))\n"
        + told.joined())
  }

  /// What the latest action logged, unless it is too much to read.
  private func lastEntries(of journal: Journal) throws -> [StoredEntry] {
    guard let action = try journal.latestAction() else { return [] }
    let entries = try journal.entries(loggedBy: action, atMost: Self.fewEntries + 1)
    return entries.count > Self.fewEntries ? [] : entries
  }

  private static let fewEntries = 3
}
