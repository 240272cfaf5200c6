internal import JournalModel

extension Journal {
  /// All settings, by name.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func settings() throws -> [String: String] {
    try explaining {
      let settings = try connection.rows("SELECT name, value FROM setting") {
        (row) throws(SQLiteError) in (try row.text(0), try row.text(1))
      }
      return Dictionary(uniqueKeysWithValues: settings)
    }
  }

  /// The id of the setting `name`, or `nil` if not set.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func settingID(_ name: String) throws -> Int? {
    try explaining {
      try connection.first("SELECT id FROM setting WHERE name = ?1", .text(name)) {
        (row) throws(SQLiteError) in try row.integer(0)
      }
    }
  }

  /// The value of the setting `name`, or `nil` if not set.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func setting(_ name: String) throws -> String? {
    try explaining {
      try connection.first("SELECT value FROM setting WHERE name = ?1", .text(name)) {
        (row) throws(SQLiteError) in try row.text(0)
      }
    }
  }

  /// Changes the setting `name`, as its own action.
  ///
  /// - Parameters:
  ///   - name: The setting.
  ///   - value: Its value, or `nil` for the default.
  /// - Returns: The id of the setting, and the action, for undo; `nil` if nothing
  ///   changes.
  /// - Throws: ``JournalError/invalid(_:)`` if the value is empty or too long.
  public func set(_ name: String, to value: String?) throws -> Logged? {
    guard try setting(name) != value else { return nil }
    return try act("config \(name)") {
      let id = try connection.first(
        "SELECT id FROM setting WHERE name = ?1", .text(name),
        body: { (row) throws(SQLiteError) in try row.integer(0) })
      guard let value else {
        try connection.run("DELETE FROM setting WHERE name = ?1", .text(name))
        return id ?? 0
      }
      var inserter = try EntryInserter(
        connection, table: .setting, columns: ["name", "value"], today: nil)
      let checked = try inserter.checked([.text(name), .text(value)])
      guard let id else { return try inserter.insert(checked: checked) }
      try connection.run("UPDATE setting SET value = ?2 WHERE id = ?1", .integer(id), checked[1])
      return id
    }
  }
}
