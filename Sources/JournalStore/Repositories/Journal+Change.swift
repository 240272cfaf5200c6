internal import JournalModel

/// The reason why a change of data was rejected.
public enum DataChangeProblem: Error {
  /// A new row reuses an entry's id, whose history would then mix two entries.
  case usedID(table: String)
  /// Other changes would be made than announced: these.
  case otherChanges([ChangeTally])
}

extension Journal {
  /// The entries that the statements of `query` would change, without changing any.
  ///
  /// Every entry counts once, by what becomes of it in the end, and so do those that
  /// change only because they refer to another: a run whose shoe is deleted.
  ///
  /// - Returns: What becomes of how many entries of each kind: first those that are
  ///   deleted, then those that are added, then the rest. Nothing if no entry is
  ///   affected.
  /// - Throws: As ``change(_:announced:)``.
  public func changes(by query: Query) throws -> [ChangeTally] {
    try explaining {
      try connection.keepTemporaryDataInMemory()
      return try writing(isTrial: true) { try runChanges(query) }
    }
  }

  /// Runs statements that change entries, as one action, which can be undone.
  ///
  /// They may insert, update and delete rows in the tables of entries, but not
  /// change the schema or the record of changes. No id can be changed or reused.
  ///
  /// - Parameters:
  ///   - query: The statements; their results are ignored.
  ///   - announced: The result of ``changes(by:)`` that must come about, or nothing
  ///     does.
  /// - Throws: ``SQLiteError``, ``ParameterProblem`` or ``DataChangeProblem``;
  ///   then nothing is changed.
  public func change(_ query: Query, announced: [ChangeTally]) throws {
    try explaining {
      try connection.keepTemporaryDataInMemory()
      try writing {
        let changes = try runChanges(query)
        guard changes == announced else { throw DataChangeProblem.otherChanges(changes) }
      }
    }
  }

  private func runChanges(_ query: Query) throws -> [ChangeTally] {
    // Without this, rows replaced by REPLACE would leave no record.
    try connection.execute(script: "PRAGMA recursive_triggers = ON")
    defer { try? connection.execute(script: "PRAGMA recursive_triggers = OFF") }
    let action = try beginAction("sql --write")
    var nowhere = NoReader()
    connection.allowChangingEntries()
    do {
      defer { connection.setAuthorizer(nil) }
      try run(query, into: &nowhere) { _ throws(SQLiteError) in }
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
    let changes = try outcome(of: action)
    try endAction(action)
    return changes
  }

  /// What became of the entries that an action changed, each counted once.
  ///
  /// Where an activity came from refers to runs too, but is no entry.
  private func outcome(of action: Int) throws -> [ChangeTally] {
    let kinds: [EntryChange.Kind] = [.deleted, .added, .changed]
    let changes = try connection.rows(
      """
      WITH touched AS (
        SELECT table_name, min(id) AS first, max(id) AS last
        FROM change WHERE action_id = ?1
        GROUP BY table_name, row_id
      ), outcome AS (
        SELECT touched.table_name,
          CASE
            WHEN before.kind = 'insert' AND after.kind = 'delete' THEN NULL
            WHEN after.kind = 'delete' THEN 0
            WHEN before.kind = 'insert' THEN 1
            ELSE 2
          END AS kind
        FROM touched
        JOIN change AS before ON before.id = first
        JOIN change AS after ON after.id = last
      )
      SELECT table_name, kind, count(*) FROM outcome
      WHERE kind IS NOT NULL
      GROUP BY table_name, kind
      """, .integer(action)
    ) { (row) throws(SQLiteError) -> ChangeTally? in
      guard let table = EntryTable(rawValue: try row.text(0)) else { return nil }
      return ChangeTally(
        table: table, kind: kinds[try row.integer(1)], count: try row.integer(2))
    }
    // What refers to a deleted entry changes before it goes, and is told after it.
    return kinds.flatMap { kind in
      EntryTable.allCases.flatMap { table in
        changes.compactMap(\.self).filter { $0.kind == kind && $0.table == table }
      }
    }
  }
}

/// Ignores the results of statements.
private struct NoReader: ResultReader {
  func begin(_ columns: [String]) {}
  func take(_ row: borrowing QueryRow) {}
  func end() {}
}
