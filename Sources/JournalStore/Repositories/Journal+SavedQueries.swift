/// A saved SQL query.
public struct SavedQuery: Equatable, Sendable {
  /// Its name, unique regardless of case.
  public let name: String
  /// The question it answers; `nil` if not given.
  public let description: String?
  /// Its statements.
  public let sql: String

  /// Creates a saved query.
  public init(name: String, description: String?, sql: String) {
    self.name = name
    self.description = description
    self.sql = sql
  }
}

extension Journal {
  /// The queries saved in the journal, by name.
  ///
  /// - Throws: ``SQLiteError``.
  public func savedQueries() throws -> [SavedQuery] {
    try explaining {
      try connection.rows("SELECT name, description, sql FROM saved_query ORDER BY name") {
        (row) throws(SQLiteError) in
        SavedQuery(
          name: try row.text(0), description: try row.optionalText(1), sql: try row.text(2))
      }
    }
  }

  /// Saves `query` as its own action, replacing one with the same name.
  ///
  /// - Throws: ``SQLiteError`` if its statements cannot be prepared or write, or
  ///   if text is empty or too long.
  public func save(_ query: SavedQuery) throws -> Logged {
    _ = try parameters(of: query.sql)
    return try act("query save") {
      let values: [SQLiteValue] = [
        .text(query.name), .text(query.description), .text(query.sql),
      ]
      let updated = try connection.run(
        "UPDATE saved_query SET description = ?2, sql = ?3 WHERE name = ?1", values)
      if updated == 0 {
        try connection.run(
          """
          INSERT INTO saved_query (id, name, description, sql)
          VALUES (\(freshID(in: "saved_query")), ?1, ?2, ?3)
          """, values)
      }
      return try connection.integer("SELECT id FROM saved_query WHERE name = ?1", values[0])
    }
  }

  /// Changes the saved query `name` into `query` as its own action.
  ///
  /// - Throws: ``SQLiteError`` if `name` does not exist, if the new name belongs to
  ///   another query, if the statements cannot be prepared or write, or if text is
  ///   empty or too long.
  public func changeSavedQuery(_ name: String, to query: SavedQuery) throws -> Logged {
    _ = try parameters(of: query.sql)
    return try act("query edit") {
      let id = try connection.integer("SELECT id FROM saved_query WHERE name = ?1", .text(name))
      try connection.run(
        "UPDATE saved_query SET name = ?2, description = ?3, sql = ?4 WHERE id = ?1",
        [.integer(id), .text(query.name), .text(query.description), .text(query.sql)])
      return id
    }
  }

  /// Deletes the saved query `name` as its own action.
  ///
  /// - Throws: ``SQLiteError`` if it does not exist.
  public func deleteSavedQuery(_ name: String) throws -> Logged {
    try act("query delete") {
      let id = try connection.integer("SELECT id FROM saved_query WHERE name = ?1", .text(name))
      try connection.run("DELETE FROM saved_query WHERE id = ?1", .integer(id))
      return id
    }
  }

  /// Checks that the statements in `sql` can be prepared and only read.
  ///
  /// - Returns: The names of their parameters, without sign, in order of first use;
  ///   numbers for those without a name.
  /// - Throws: ``SQLiteError``.
  public func parameters(of sql: String) throws -> [String] {
    try explaining {
      connection.allowReadingOnly()
      defer { connection.setAuthorizer(nil) }
      var script = try StatementScript(sql)
      guard !script.isAtEnd else { throw SQLiteError(.misuse, "there is no SQL statement") }
      var names: [String] = []
      while let statement = try script.next(on: connection) {
        guard statement.isReadOnly else { throw SQLiteError(.denied, "not authorized") }
        names += statement.parameterKeys.filter { !$0.isEmpty && !names.contains($0) }
      }
      return names
    }
  }
}
