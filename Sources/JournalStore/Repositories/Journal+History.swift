internal import CivilDay
public import JournalModel

extension Journal {
  /// The changes of entries by an action, in order.
  ///
  /// - Parameters:
  ///   - action: The number of the action.
  ///   - count: The maximum number of entries.
  /// - Returns: Each entry once, before the action and after it.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func changes(by action: Int, atMost count: Int) throws -> [EntryChange] {
    try explaining {
      // Few actions change an entry more than once or twice.
      let rows = try connection.rows(
        """
        SELECT id, table_name, row_id FROM change
        WHERE action_id = ?1 AND row_id > 0
          AND table_name NOT IN ('import', 'activity_source', 'typed_activity')
        ORDER BY id LIMIT ?2
        """, .integer(action), .integer(4 * count)
      ) { (row) throws(SQLiteError) in
        (change: try row.integer(0), table: try row.text(1), id: try row.integer(2))
      }
      var seen: Set<String> = []
      var told: [EntryChange] = []
      for (change, name, id) in rows where told.count < count {
        guard let table = EntryTable(rawValue: name), seen.insert("\(name) \(id)").inserted
        else { continue }
        let mine = try rowChanges(of: id, in: table, since: change).filter { $0.action == action }
        guard let first = mine.last, let last = mine.first else { continue }
        let change = EntryChange(
          table: table, id: id, before: try entry(id, of: table, values: first.before),
          after: try entry(id, of: table, values: last.after))
        if change.before != nil || change.after != nil { told.append(change) }
      }
      return told
    }
  }

  /// The number of entries of each kind that an action added, changed and
  /// deleted.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func tally(of action: Int) throws -> [ChangeTally] {
    try explaining {
      let kinds: [String: EntryChange.Kind] = [
        "insert": .added, "update": .changed, "delete": .deleted,
      ]
      return try connection.rows(
        """
        SELECT table_name, kind, count(DISTINCT row_id) FROM change
        WHERE action_id = ?1 AND row_id > 0
          AND table_name NOT IN ('import', 'activity_source', 'typed_activity')
        GROUP BY table_name, kind
        ORDER BY min(id)
        """, .integer(action)
      ) { (row) throws(SQLiteError) -> ChangeTally? in
        let (table, kind) = (EntryTable(rawValue: try row.text(0)), kinds[try row.text(1)])
        guard let table, let kind else { return nil }
        return ChangeTally(table: table, kind: kind, count: try row.integer(2))
      }.compactMap(\.self)
    }
  }

  /// Every change of an entry, newest first, even of a deleted one.
  ///
  /// - Returns: The changes; none if the entry never existed, or came with the
  ///   journal and was never changed.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func history(of id: Int, in table: EntryTable) throws -> [HistoricChange] {
    try explaining {
      try rowChanges(of: id, in: table).map { change in
        HistoricChange(
          change: EntryChange(
            table: table, id: id, before: try entry(id, of: table, values: change.before),
            after: try entry(id, of: table, values: change.after)),
          action: try change.action.flatMap { try action($0) })
      }
    }
  }

  /// The number of changes by other programs since `action`.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func changesByOthers(since action: Int) throws -> Int {
    try explaining {
      try connection.integer(
        """
        SELECT count(*) FROM change
        WHERE action_id IS NULL
          AND id > (SELECT min(id) FROM change WHERE action_id = ?1)
        """, .integer(action))
    }
  }

  /// Every change of a row, newest first, with the row before and after it.
  ///
  /// The record contains overwritten values; so the present row, or the deleted
  /// one, is followed backwards, to the change `first`.
  private func rowChanges(
    of id: Int, in table: EntryTable, since first: Int = 0
  ) throws(SQLiteError) -> [RowChange] {
    var changes: [RowChange] = []
    var overwritten: [(change: Int, field: String, value: SQLiteValue)] = []
    _ = try connection.rows(
      """
      SELECT change.id, change.action_id, change.kind, value.field, value.before
      FROM change
      LEFT JOIN change_value AS value ON value.change_id = change.id
      WHERE change.table_name = ?1 AND change.row_id = ?2 AND change.id >= ?3
      ORDER BY change.id DESC
      """, .text(table.rawValue), .integer(id), .integer(first)
    ) { (row) throws(SQLiteError) in
      let change = try row.integer(0)
      if changes.last?.id != change {
        changes.append(
          RowChange(id: change, action: try row.optionalInteger(1), kind: try row.text(2)))
      }
      if let field = try row.optionalText(3) { overwritten.append((change, field, row.value(4))) }
    }
    let values = Dictionary(grouping: overwritten, by: \.change)
    var current = try connection.first(
      "SELECT * FROM \(table.rawValue) WHERE id = ?1", .integer(id), body: knownValues)
    for index in changes.indices {
      changes[index].after = current
      if changes[index].kind == "insert" {
        current = nil
      } else {
        var before = current ?? [:]
        for (_, field, value) in values[changes[index].id] ?? [] {
          if value.isNull { before.removeValue(forKey: field) } else { before[field] = value }
        }
        current = before
      }
      changes[index].before = current
    }
    return changes
  }

  /// A row as an entry, with the names of its references.
  func entry(
    _ id: Int, of table: EntryTable, values: [String: SQLiteValue]?
  ) throws(SQLiteError) -> StoredEntry? {
    guard var values else { return nil }
    values.removeValue(forKey: "id")
    for field in table.fields {
      guard case .reference(let referenced) = field.kind,
        referenced.isNamed,
        case .integer(let id) = values[field.name]
      else { continue }
      values[referenced.rawValue] = try name(of: Int(id), in: referenced)
    }
    var day: Day?
    if let field = table.dayField, case .text(let text) = values[field] { day = Day(text) }
    return StoredEntry(table: table, id: id, day: day, values: values)
  }

  /// The name of a shoe or an exercise, or its last name before deletion.
  private func name(of id: Int, in table: EntryTable) throws(SQLiteError) -> SQLiteValue? {
    let name = try connection.first(
      "SELECT name FROM \(table.rawValue) WHERE id = ?1", .integer(id)
    ) { $0.value(0) }
    if let name { return name }
    return try connection.first(
      """
      SELECT value.before
      FROM change
      JOIN change_value AS value ON value.change_id = change.id AND value.field = 'name'
      WHERE change.table_name = ?1 AND change.row_id = ?2
      ORDER BY change.id DESC LIMIT 1
      """, .text(table.rawValue), .integer(id)
    ) { $0.value(0) }
  }
}

/// A recorded change of a row, with the row's known values around it.
private struct RowChange {
  let id: Int
  let action: Int?
  let kind: String
  var before: [String: SQLiteValue]?
  var after: [String: SQLiteValue]?
}
