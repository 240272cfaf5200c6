internal import JournalModel

/// The result of statements that change data.
public struct DataChange: Equatable, Sendable {
  /// The number of rows inserted, updated and deleted.
  public let rows: Int
  /// The action, for undo.
  public let action: Int
}

/// The reason why a change of data was rejected.
public enum DataChangeProblem: Error {
  /// A new row reuses an entry's id, whose history would then mix two entries.
  case usedID(table: String)
  /// A different number of rows would change than announced.
  case otherRows(Int)
}

extension Journal {
  /// The number of rows that the statements of `query` would change, without
  /// changing any.
  ///
  /// - Throws: As ``change(_:rows:)``.
  public func rowsChanged(by query: Query) throws -> Int {
    try explaining {
      try writing(isTrial: true) { try runChanges(query).rows }
    }
  }

  /// Runs statements that change entries, as one action, which can be undone.
  ///
  /// They may insert, update and delete rows in the tables of entries, but not
  /// change the schema or the record of changes. No id can be changed or reused.
  ///
  /// - Parameters:
  ///   - query: The statements; their results are ignored.
  ///   - rows: The number of rows that must change, or nothing does.
  /// - Returns: The result.
  /// - Throws: ``SQLiteError``, ``ParameterProblem`` or ``DataChangeProblem``;
  ///   then nothing is changed.
  public func change(_ query: Query, rows: Int) throws -> DataChange {
    try explaining {
      try writing {
        let change = try runChanges(query)
        guard change.rows == rows else { throw DataChangeProblem.otherRows(change.rows) }
        return change
      }
    }
  }

  /// Copies the journal to a new file next to it.
  ///
  /// - Parameter purpose: A word for the file's name.
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
    // Without this, rows replaced by REPLACE would leave no record.
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

/// Counts the rows changed by statements, and ignores their results.
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
