public import CivilDay
public import JournalModel

/// A row to log: a table and the values of some of its fields.
public struct Entry: Equatable, Sendable {
  /// The target table.
  public let table: EntryTable

  /// The values by field name; a missing field is unknown.
  public var values: [String: SQLiteValue]

  /// Creates an entry of `table`.
  public init(_ table: EntryTable, _ values: [String: SQLiteValue] = [:]) {
    self.table = table
    self.values = values
  }
}

/// The result of logging an entry.
public struct Logged: Equatable, Sendable {
  /// The id of the row.
  public let id: Int
  /// The action, for undo.
  public let action: Int

  /// Creates the result of logging the entry `id` in `action`.
  public init(id: Int, action: Int) {
    (self.id, self.action) = (id, action)
  }
}

extension Journal {
  /// Logs one entry as its own action.
  ///
  /// - Parameters:
  ///   - entry: The row.
  ///   - command: The command's name, for the history.
  ///   - today: Later days are refused; `nil` allows them.
  /// - Returns: The id of the row, and the action, for undo.
  /// - Throws: ``JournalError/invalid(_:)`` or ``JournalError/nameTaken(table:)``.
  public func add(_ entry: Entry, command: String, today: Day?) throws -> Logged {
    try add([entry], command: command, today: today)
  }

  /// Logs related entries as one action, in order.
  ///
  /// - Parameters:
  ///   - entries: The rows; one may refer by name to an earlier one.
  ///   - command: The command's name, for the history.
  ///   - today: Later days are refused; `nil` allows them.
  ///   - isApart: Whether the last is a separate entry although it resembles one
  ///     from a file, so that no import merges the two.
  /// - Returns: The id of the last row, and the action, for undo.
  /// - Throws: ``JournalError/invalid(_:)`` or ``JournalError/nameTaken(table:)``.
  public func add(
    _ entries: [Entry], command: String, today: Day?, isApart: Bool = false
  ) throws -> Logged {
    // Another computer that reads the line may have the exercise already: the action of
    // a line has the same changes everywhere.
    let made = entries.filter { $0.table == .exercise }
    if let mark = lineMark, !made.isEmpty, made.count < entries.count {
      return try explaining {
        try writing {
          lineMark = nil
          for entry in made { _ = try add(entry, command: "exercise add", today: today) }
          (lineMark, isMarkUsed) = (mark, false)
          return try add(
            entries.filter { $0.table != .exercise }, command: command, today: today,
            isApart: isApart)
        }
      }
    }
    return try act(command) {
      let id = try insert(entries, today: today)
      if isApart, let table = entries.last?.table {
        try TypedActivities(connection).setApart(EntryKey(table: table, id: id))
      }
      return id
    }
  }

  /// Inserts entries in order and returns the id of the last one.
  func insert(_ entries: [Entry], today: Day?) throws -> Int {
    var inserters: [EntryTable: [[String]: EntryInserter]] = [:]
    var id = 0
    for entry in entries {
      let fields = entry.values.keys.sorted()
      var inserter =
        try inserters[entry.table]?[fields]
        ?? EntryInserter(connection, table: entry.table, columns: fields, today: today)
      id = try inserter.insert(fields.map { entry.values[$0] ?? .null })
      inserters[entry.table, default: [:]][fields] = inserter
    }
    return id
  }

  /// Runs `body`, which writes and returns a row's id, as one action.
  func act(_ command: String, _ body: () throws -> Int) throws -> Logged {
    try explaining {
      try writing {
        let action = try beginAction(command)
        let id = try body()
        try endAction(action)
        return Logged(id: id, action: action)
      }
    }
  }

  /// Opens an action, under which the triggers record changes.
  func beginAction(_ command: String, undoing: Int? = nil) throws(SQLiteError) -> Int {
    // Only another program can have left one open.
    try connection.run("UPDATE action SET is_open = 0 WHERE is_open = 1")
    try connection.run(
      """
      INSERT INTO action (done_at, command, undoes, uid, stamp, device)
      SELECT
        strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?1, ?2,
        coalesce(?4, printf('%x-', stamp) || lower(hex(randomblob(6)))), stamp, ?3
      FROM (
        SELECT max(
          CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
          1 + coalesce((SELECT stamp FROM action WHERE id = (SELECT max(id) FROM action)), 0)
        ) AS stamp
      )
      """, .text(command), .integer(undoing), .text(device), .text(isMarkUsed ? nil : lineMark?.uid)
    )
    let action = connection.lastInsertedRowID
    isMarkUsed = true
    return action
  }

  /// Closes `action`.
  func endAction(_ action: Int, importID: Int? = nil) throws(SQLiteError) {
    try connection.run(
      "UPDATE action SET is_open = 0, import_id = ?2 WHERE id = ?1", .integer(action),
      .integer(importID))
  }
}
