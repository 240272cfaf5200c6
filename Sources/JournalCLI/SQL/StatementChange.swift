import JournalStore
import Platform

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
    let rows = try journal.rowsChanged(by: query)
    guard rows > 0 else {
      return try session.context.tell("No rows changed.\n")
    }
    let told = "\(rows) \(rows == 1 ? "row" : "rows")"
    if !isConfirmed {
      let answer = try runner.watch.pausing {
        try session.context.asksWhether("This changes \(told). Go ahead?")
      }
      guard let answer else {
        throw Refusal("This would change \(told), and nerve cannot ask here; add --yes.")
      }
      guard answer else { return try session.context.tell("Nothing was changed.\n") }
    }
    let copy = try journal.backUp(before: "sql")
    _ = try journal.change(query, rows: rows)
    try session.context.tell("Changed \(told).\n")
    try session.context.say("The journal from before the change is in \(copy).")
    try session.hintAtUndo()
  }
}
