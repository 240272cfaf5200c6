import JournalStore
import Platform
import Presentation

/// Changes entries with a typed statement, after asking.
struct StatementChange {
  let runner: StatementRunner
  /// Whether it is done without asking.
  let isConfirmed: Bool

  func run(_ query: Query) throws {
    try runner.explaining(query, isChange: true) { try change(query) }
  }

  private func change(_ query: Query) throws {
    let (session, journal) = (runner.session, runner.journal)
    let changes = try journal.changes(by: query)
    for remark in StatementRemarks.sentences(on: query.sql) { try session.context.say(remark) }
    guard !changes.isEmpty else {
      return try session.context.tell("No rows changed.\n")
    }
    let outcome = OutcomeText(changes)
    if !isConfirmed {
      let answer = try runner.watch.pausing {
        try session.context.asksWhether("This \(outcome.words(.present)). Go ahead?")
      }
      guard let answer else {
        throw Refusal(
          "This would \(outcome.words(.infinitive)), and nerve cannot ask here; add --yes.")
      }
      guard answer else { return try session.context.tell("Nothing was changed.\n") }
    }
    let backup = journal.backUp(before: .sql)
    try journal.change(query, announced: changes)
    let done = outcome.words(.past)
    try session.context.tell("\(done.prefix(1).uppercased())\(done.dropFirst()).\n")
    if let backup {
      try session.context.say("The journal from before the change is in \(backup).")
    }
    try session.hintAtUndo()
  }
}
