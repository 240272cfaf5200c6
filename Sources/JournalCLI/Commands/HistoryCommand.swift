import ArgumentParser
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// Shows the actions on the journal, or the changes to one entry.
struct HistoryCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show past actions, or the changes to an entry.",
    discussion: """
        $ nerve history
        $ nerve history -n 50
        $ nerve history run 12
        $ nerve history shoe pegasus --json

      Use the action numbers with 'nerve undo' and 'nerve redo'. A deleted entry \
      keeps its history, under its old id.
      """)

  @Argument(
    help: ArgumentHelp("Kind and id, or kind and name, of an entry.", valueName: "entry"),
    completion: .references)
  var entry: [String] = []

  @Option(
    name: [.customShort("n", allowingJoined: true), .long],
    help: "Number of actions or changes to show.")
  var number: String = "20"

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    guard let count = Int(number), (1...1_000_000).contains(count) else {
      throw UsageError(
        "The number of actions must be from 1 to 1000000, not \(Quoted.text(number)).")
    }
    let entry = try entry.isEmpty ? nil : EntryReference(entry)
    _ = try format.chosen()
    let journal = try session.journal()
    if let entry {
      try showChanges(of: entry, atMost: count, in: journal, session)
    } else {
      try showActions(count, in: journal, session)
    }
  }

  private func showActions(
    _ count: Int, in journal: Journal, _ session: JournalSession
  ) throws {
    let (history, byOthers) = try journal.snapshot {
      let actions = try journal.actions(newest: count).map { action in
        ActionHistory.Line(
          action: action, tally: try journal.tally(of: action.number),
          changes: try journal.changes(by: action.number, atMost: ActionHistory.fewEntries))
      }
      return (
        ActionHistory(lines: actions, words: session.changeText),
        try actions.last.map { try journal.changesByOthers(since: $0.action.number) } ?? 0
      )
    }
    try journal.labelSample(session.context)
    try format.write(history, session.context)
    if history.lines.isEmpty { try session.context.say("No actions yet.") }
    if byOthers > 0 {
      let changes = NumberText.counted(byOthers, "change")
      try session.context.say(
        "Other programs also made \(changes); the history of each entry shows them.")
    }
  }

  private func showChanges(
    of entry: EntryReference, atMost count: Int, in journal: Journal, _ session: JournalSession
  ) throws {
    let id = try entry.id(in: journal)
    let changes = try journal.snapshot { try journal.history(of: id, in: entry.table) }
    try journal.labelSample(session.context)
    try format.write(
      EntryHistory(changes: Array(changes.prefix(count)), words: session.changeText),
      session.context)
    if changes.isEmpty {
      try session.context.say("No history for \(entry.table.noun) \(id).")
    }
  }
}
