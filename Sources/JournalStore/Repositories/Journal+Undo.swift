/// What an undo took back.
public struct Undone: Equatable, Sendable {
  /// The action that was taken back.
  public let action: Int
  /// The command that had done it.
  public let command: String
  /// How many entries were changed back.
  public let rows: Int
}

extension Journal {
  /// Takes back the latest action that was not taken back yet.
  public func undoLatest() throws -> Undone {
    try explaining {
      guard let action = try latestAction() else { throw JournalError.nothingToUndo }
      return try undo(action: action)
    }
  }

  /// The latest action that was not taken back yet, or `nil`.
  public func latestAction() throws -> Int? {
    try explaining {
      try connection.first(
        """
        SELECT max(id) FROM action WHERE undoes IS NULL AND undone_by IS NULL
        """
      ) { (row) throws(SQLiteError) in try row.optionalInteger(0) } ?? nil
    }
  }

  /// The entries of a day that `action` logged and that are still there, in the
  /// order in which they were logged.
  public func entries(loggedBy action: Int, atMost count: Int) throws -> [StoredEntry] {
    try explaining {
      let names = EntryTable.dated.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let rows = try connection.rows(
        """
        SELECT table_name, row_id FROM change
        WHERE action_id = ?1 AND kind = 'insert' AND table_name IN (\(names))
        ORDER BY id LIMIT ?2
        """, .integer(action), .integer(count)
      ) { (row) throws(SQLiteError) in (table: try row.text(0), id: try row.integer(1)) }
      return try rows.compactMap { row in
        try EntryTable(rawValue: row.table).flatMap { try entry(row.id, of: $0) }
      }
    }
  }

  /// Takes back the import with this number: its rows and the import itself.
  public func undoImport(_ number: Int) throws -> Undone {
    try explaining {
      guard
        let action = try connection.first(
          """
          SELECT id FROM action WHERE import_id = ?1 AND undoes IS NULL AND undone_by IS NULL
          """, .integer(number), body: { (row) throws(SQLiteError) in try row.integer(0) })
      else { throw JournalError.noImport(number: number) }
      return try undo(action: action)
    }
  }

  /// Reverses the changes of `action`, newest first, as an action of its own.
  ///
  /// What another program changed meanwhile does not stand in the way: it is
  /// recorded, and a row that it deleted stays away.
  ///
  /// - Throws: ``JournalError/undoBlocked(action:by:)`` if a later action that
  ///   still stands builds on it.
  private func undo(action: Int) throws -> Undone {
    try connection.transaction {
      if let later = try laterChange(ofRowsOf: action) ?? laterUse(ofRowsOf: action) {
        throw JournalError.undoBlocked(action: action, by: later)
      }
      let command = try connection.first(
        "SELECT command FROM action WHERE id = ?1", .integer(action)
      ) { (row) throws(SQLiteError) in try row.text(0) }
      let undoing = try beginAction("undo", undoing: action)
      let changes = try connection.rows(
        "SELECT id, table_name, row_id, kind FROM change WHERE action_id = ?1 ORDER BY id DESC",
        .integer(action)
      ) { (row) throws(SQLiteError) in
        Change(
          id: try row.integer(0), table: try row.text(1), row: try row.integer(2),
          kind: try row.text(3))
      }
      for change in changes {
        try reverse(change)
      }
      try endAction(undoing)
      try connection.run(
        "UPDATE action SET undone_by = ?2 WHERE id = ?1", .integer(action), .integer(undoing))
      return Undone(action: action, command: command ?? "", rows: try entriesChanged(by: undoing))
    }
  }

  /// The first later action that stands and changed a row that `action` did.
  private func laterChange(ofRowsOf action: Int) throws(SQLiteError) -> Int? {
    try connection.first(
      """
      SELECT min(later.action_id)
      FROM change AS mine
      JOIN change AS later
        ON later.table_name = mine.table_name AND later.row_id = mine.row_id AND later.id > mine.id
      JOIN action ON action.id = later.action_id
      WHERE mine.action_id = ?1 AND later.action_id <> ?1 AND action.undoes IS NULL
        AND action.undone_by IS NULL
      """, .integer(action)
    ) { (row) throws(SQLiteError) in try row.optionalInteger(0) } ?? nil
  }

  /// The first later action that stands and made an entry refer to one that
  /// `action` added, such as a run in an imported shoe.
  private func laterUse(ofRowsOf action: Int) throws(SQLiteError) -> Int? {
    var first: Int?
    for table in EntryTable.allCases {
      for field in table.fields {
        guard case .reference(let used) = field.kind else { continue }
        let later =
          try connection.first(
            """
            SELECT min(later.action_id)
            FROM change AS mine
            JOIN \(table.rawValue) AS user ON user.\(field.name) = mine.row_id
            JOIN change AS later
              ON later.table_name = '\(table.rawValue)' AND later.row_id = user.id
            JOIN action ON action.id = later.action_id
            WHERE mine.action_id = ?1 AND mine.table_name = '\(used.rawValue)'
              AND mine.kind = 'insert' AND later.action_id > ?1 AND action.undoes IS NULL
              AND action.undone_by IS NULL
            """, .integer(action)
          ) { (row) throws(SQLiteError) in try row.optionalInteger(0) } ?? nil
        first = [first, later].compactMap { $0 }.min()
      }
    }
    return first
  }

  /// How many entries `action` changed; what is kept about an import is none.
  private func entriesChanged(by action: Int) throws(SQLiteError) -> Int {
    try connection.integer(
      """
      SELECT count(DISTINCT table_name || row_id)
      FROM change
      WHERE action_id = ?1 AND table_name <> 'import'
      """, .integer(action))
  }

  private func reverse(_ change: Change) throws(SQLiteError) {
    let before = try connection.rows(
      "SELECT field, before FROM change_value WHERE change_id = ?1 ORDER BY field",
      .integer(change.id)
    ) { (row) throws(SQLiteError) in (field: try row.text(0), value: row.value(1)) }
    let fields = before.map(\.field)
    // Names of tables and fields come from the schema, by way of the triggers.
    switch change.kind {
    case "insert":
      try connection.run("DELETE FROM \(change.table) WHERE id = ?1", .integer(change.row))
    case "delete":
      let places = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
      try connection.run(
        "INSERT INTO \(change.table) (\(fields.joined(separator: ", "))) VALUES (\(places))",
        before.map(\.value))
    default:
      guard !fields.isEmpty else { return }
      let settings = fields.indices.map { "\(fields[$0]) = ?\($0 + 2)" }.joined(separator: ", ")
      try connection.run(
        "UPDATE \(change.table) SET \(settings) WHERE id = ?1",
        [.integer(change.row)] + before.map(\.value))
    }
  }
}

/// A recorded change of one row.
private struct Change {
  let id: Int
  let table: String
  let row: Int
  let kind: String
}
