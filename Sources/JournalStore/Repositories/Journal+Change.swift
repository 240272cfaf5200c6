/// What statements that change data did.
public struct DataChange: Equatable, Sendable {
  /// How many rows they inserted, updated and deleted.
  public let rows: Int
  /// The action to undo them by.
  public let action: Int
}

/// Why a change of data was taken back before it was made.
public enum DataChangeProblem: Error {
  /// A new row has an id that an entry had before; its history would be that of
  /// two entries.
  case usedID(table: String)
  /// Another number of rows would change now than was said before.
  case otherRows(Int)
}

extension Journal {
  /// How many rows the statements of `query` would change; nothing is.
  ///
  /// - Throws: As ``change(_:rows:)``.
  public func rowsChanged(by query: Query) throws -> Int {
    try explaining {
      try writing(isTrial: true) { try runChanges(query).rows }
    }
  }

  /// Runs statements that change entries, as one action, which can be undone.
  ///
  /// They may insert, update and delete rows of the tables that people log to,
  /// and neither define anything nor touch the record of changes. No id can be
  /// changed or given a second time.
  ///
  /// - Parameters:
  ///   - query: The statements; what they select is left out.
  ///   - rows: How many rows have to change, else nothing does.
  /// - Returns: What was done.
  /// - Throws: ``SQLiteError``, ``ParameterProblem`` or ``DataChangeProblem``;
  ///   nothing is changed then.
  public func change(_ query: Query, rows: Int) throws -> DataChange {
    try explaining {
      try writing {
        let change = try runChanges(query)
        guard change.rows == rows else { throw DataChangeProblem.otherRows(change.rows) }
        return change
      }
    }
  }

  /// Copies the journal to a new file beside it.
  ///
  /// - Parameter purpose: A word of the file's name.
  /// - Returns: The path of the copy.
  /// - Throws: ``JournalError/backupFailed(path:reason:)``.
  public func backUp(before purpose: String) throws -> String {
    let moment = try explaining {
      try connection.first("SELECT strftime('%Y%m%dT%H%M%fZ', 'now')") {
        (row) throws(SQLiteError) in try row.text(0)
      }
    }
    let copy = "\(path).before-\(purpose).\(moment ?? "").backup"
    try connection.backUp(toPrivateFile: copy)
    return copy
  }

  private func runChanges(_ query: Query) throws -> DataChange {
    // Without this a row that REPLACE pushes out would leave no record.
    try connection.execute(script: "PRAGMA recursive_triggers = ON")
    defer { try? connection.execute(script: "PRAGMA recursive_triggers = OFF") }
    let action = try beginAction("sql --write")
    var counter = ChangeCounter(connection)
    connection.allowChangingEntries()
    do {
      defer { connection.setAuthorizer(nil) }
      try run(query, into: &counter) { _ throws(SQLiteError) in }
    }
    let used = try connection.first(
      """
      SELECT new.table_name FROM change AS new
      WHERE new.action_id = ?1 AND new.kind = 'insert' AND EXISTS (
        SELECT 1 FROM change AS old
        WHERE old.table_name = new.table_name AND old.row_id = new.row_id AND old.id < new.id
          AND old.action_id IS NOT new.action_id)
      """, .integer(action)
    ) { (row) throws(SQLiteError) in try row.text(0) }
    if let used { throw DataChangeProblem.usedID(table: used) }
    try endAction(action)
    return DataChange(rows: counter.rows, action: action)
  }
}

/// Counts the rows that statements change, and leaves out what they select.
private struct ChangeCounter: ResultReader {
  private let connection: Connection
  private(set) var rows = 0

  init(_ connection: Connection) {
    self.connection = connection
  }

  func begin(_ columns: [String]) {}
  func take(_ row: borrowing QueryRow) {}
  func end() {}

  mutating func finishedWriting() { rows += connection.changes }
}
