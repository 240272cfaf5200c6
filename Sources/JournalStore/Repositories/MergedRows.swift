/// Reading and writing what a merge needs, row by row.
extension Connection {
  /// The tables of entries, from the schema.
  func mergeTables() throws(SQLiteError) -> MergeTables {
    var tables: [MergeTable] = []
    for name in try recordedTables(of: self) {
      let columns = try rows(
        "SELECT name, \"notnull\" FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid",
        .text(name)
      ) { (row) throws(SQLiteError) in (name: try row.text(0), isRequired: try row.integer(1) == 1)
      }
      let keys = try rows(
        "SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list(?1)", .text(name)
      ) { (row) throws(SQLiteError) in
        (field: try row.text(0), table: try row.text(1), onDelete: try row.text(2))
      }
      var references: [String: MergeTable.Reference] = [:]
      for key in keys {
        let loss: MergeTable.Loss =
          switch key.onDelete {
          case "CASCADE": .cascades
          // The shoe of a run was typed, and is not lost with a shoe that is deleted
          // elsewhere.
          case "SET NULL" where key.table != "footwear": .clears
          default: .keeps
          }
        references[key.field] = .init(table: key.table, loss: loss)
      }
      if name == "trial_plan" {
        for field in ["footwear_a", "footwear_b"] {
          references[field] = .init(table: "footwear", loss: .ignored)
        }
      }
      tables.append(
        MergeTable(name: name, columns: columns.map(\.name), references: references))
    }
    return MergeTables(tables)
  }

  /// Everything that a merge reads.
  func storedJournal(_ tables: MergeTables) throws -> StoredJournal {
    var journal = StoredJournal()
    journal.identity =
      try first("SELECT journal FROM identity") { (row) throws(SQLiteError) in try row.text(0) }
      ?? ""
    for (key, moment) in try rows(
      "SELECT key, forgotten_at FROM forgotten",
      body: { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) })
    { journal.forgotten[key] = moment }
    journal.actions = try rows(
      """
      SELECT id, coalesce(uid, id || '@' || done_at), coalesce(stamp, 0), device, done_at, command,
        import_id, undoes, undone_by
      FROM action ORDER BY id
      """
    ) { (row) throws(SQLiteError) in
      StoredJournal.Action(
        id: try row.integer(0), uid: try row.text(1), stamp: try row.integer(2),
        device: try row.text(3), doneAt: try row.text(4), command: try row.text(5),
        importID: try row.optionalInteger(6), undoes: try row.optionalInteger(7),
        undoneBy: try row.optionalInteger(8))
    }
    journal.changes = try storedChanges()
    for table in tables.names {
      let found = try rows("SELECT * FROM \(table)") { (row) throws(SQLiteError) in
        var values = knownValues(row)
        values["id"] = nil
        return (try row.integer(0), values)
      }
      journal.rows[table] = Dictionary(uniqueKeysWithValues: found)
    }
    for table in unrecordedTrialTables {
      journal.trials[table] = try rows("SELECT * FROM \(table)") { row in knownValues(row) }
    }
    return journal
  }

  private func storedChanges() throws -> [StoredJournal.Change] {
    var changes = try rows("SELECT id, action_id, table_name, row_id, kind FROM change ORDER BY id")
    {
      (row) throws(SQLiteError) in
      StoredJournal.Change(
        id: try row.integer(0), action: try row.optionalInteger(1), table: try row.text(2),
        row: try row.integer(3),
        kind: MergeChange.Kind(rawValue: try row.text(4)) ?? .update)
    }
    var places: [Int: Int] = [:]
    places.reserveCapacity(changes.count)
    for (place, change) in changes.enumerated() { places[change.id] = place }
    for (id, field, value) in try rows(
      "SELECT change_id, field, before FROM change_value",
      body: { (row) throws(SQLiteError) in (try row.integer(0), try row.text(1), row.value(2)) })
    {
      if let place = places[id] { changes[place].before[field] = value }
    }
    for (id, field, value) in try rows(
      "SELECT change_id, field, after FROM change_after",
      body: { (row) throws(SQLiteError) in (try row.integer(0), try row.text(1), row.value(2)) })
    {
      if let place = places[id] { changes[place].after[field] = value }
    }
    for (id, entry, kind) in try rows(
      "SELECT change_id, entry, kind FROM change_entry",
      body: { (row) throws(SQLiteError) in
        (try row.integer(0), try row.optionalText(1), try row.optionalText(2))
      })
    {
      guard let place = places[id] else { continue }
      changes[place].note = .init(entry: entry, kind: kind.flatMap(MergeChange.Kind.init))
    }
    return changes
  }

  /// Brings the tables from `old` to `new`, without recording it.
  ///
  /// Foreign keys must be off; the caller checks them at the end.
  func write(_ new: StoredJournal, over old: StoredJournal, _ tables: MergeTables) throws {
    for table in tables.names { try writeRows(of: tables[table], new, over: old) }
    try writeRecord(new, over: old)
    for table in unrecordedTrialTables {
      try run("DELETE FROM \(table)")
      for values in new.trials[table] ?? [] { try insert(values, into: table) }
    }
    try run("UPDATE identity SET journal = ?1, merges = merges + 1", .text(new.identity))
    for (key, moment) in new.forgotten where old.forgotten[key] == nil {
      try run(
        "INSERT INTO forgotten (key, forgotten_at) VALUES (?1, ?2)", .text(key), .text(moment))
    }
  }

  private func writeRows(
    of table: MergeTable, _ new: StoredJournal, over old: StoredJournal
  ) throws {
    let (before, after) = (old.rows[table.name] ?? [:], new.rows[table.name] ?? [:])
    let changed = after.filter { id, values in
      before[id].map { !$0.isIdentical(to: values) } ?? true
    }
    // All that changes goes first, so that nothing new meets an old name.
    for id in before.keys where after[id] == nil || changed[id] != nil {
      try run("DELETE FROM \(table.name) WHERE id = ?1", .integer(id))
    }
    let places = (0...table.columns.count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let insertion = """
      INSERT INTO \(table.name) (\((["id"] + table.columns).joined(separator: ", ")))
      VALUES (\(places))
      """
    for (id, values) in changed.sorted(by: { $0.key < $1.key }) {
      try run(insertion, [.integer(id)] + table.columns.map { values[$0] ?? .null })
    }
  }

  private func insert(_ values: StoredJournal.Values, into table: String) throws {
    let fields = values.keys.sorted()
    let places = fields.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    try run(
      "INSERT INTO \(table) (\(fields.joined(separator: ", "))) VALUES (\(places))",
      fields.map { values[$0] ?? .null })
  }

  /// Writes the record anew from the first difference on.
  private func writeRecord(_ new: StoredJournal, over old: StoredJournal) throws {
    let sameActions = zip(new.actions, old.actions).prefix { ($0.id, $0.uid) == ($1.id, $1.uid) }
      .count
    let sameChanges = zip(new.changes, old.changes).prefix { $0.id == $1.id && $0.isSame(as: $1) }
      .count
    if sameChanges < old.changes.count {
      let first = SQLiteValue.integer(old.changes[sameChanges].id)
      for table in ["change_value", "change_after", "change_entry"] {
        try run("DELETE FROM \(table) WHERE change_id >= ?1", first)
      }
      try run("DELETE FROM change WHERE id >= ?1", first)
    }
    if sameActions < old.actions.count {
      try run("DELETE FROM action WHERE id >= ?1", .integer(old.actions[sameActions].id))
    }
    for (new, old) in zip(new.actions, old.actions).prefix(sameActions) where new != old {
      try run(
        """
        UPDATE action
        SET stamp = ?2, device = ?3, done_at = ?4, command = ?5, import_id = ?6, undoes = ?7,
          undone_by = ?8
        WHERE id = ?1
        """, actionValues(new).enumerated().filter { $0.offset != 1 }.map(\.element))
    }
    for action in new.actions.dropFirst(sameActions) {
      try run(
        """
        INSERT INTO action
          (id, uid, stamp, device, done_at, command, import_id, undoes, undone_by, is_open)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)
        """, actionValues(action))
    }
    for change in new.changes.dropFirst(sameChanges) { try insert(change) }
  }

  private func actionValues(_ action: StoredJournal.Action) -> [SQLiteValue] {
    [
      .integer(action.id), .text(action.uid), .integer(action.stamp), .text(action.device),
      .text(action.doneAt), .text(action.command), .integer(action.importID),
      .integer(action.undoes), .integer(action.undoneBy),
    ]
  }

  private func insert(_ change: StoredJournal.Change) throws(SQLiteError) {
    let id = SQLiteValue.integer(change.id)
    try run(
      "INSERT INTO change (id, action_id, table_name, row_id, kind) VALUES (?1, ?2, ?3, ?4, ?5)",
      id, .integer(change.action), .text(change.table), .integer(change.row),
      .text(change.kind.rawValue))
    for (field, before) in change.before {
      try run(
        "INSERT INTO change_value (change_id, field, before) VALUES (?1, ?2, ?3)", id,
        .text(field), before)
    }
    for (field, after) in change.after {
      try run(
        "INSERT INTO change_after (change_id, field, after) VALUES (?1, ?2, ?3)", id,
        .text(field), after)
    }
    if let note = change.note {
      try run(
        "INSERT INTO change_entry (change_id, entry, kind) VALUES (?1, ?2, ?3)", id,
        .text(note.entry), .text(note.kind?.rawValue))
    }
  }
}

/// The tables of trials that no trigger records.
private let unrecordedTrialTables = ["trial_arm", "trial_end", "trial_look", "trial_seed"]

/// Tries rows in empty tables like those of a journal, by their rules alone.
struct RowTrial {
  private let connection: Connection
  private let tables: MergeTables

  /// Copies the tables of `journal`.
  init(_ journal: Connection, _ tables: MergeTables) throws {
    self.tables = tables
    connection = try Connection(path: ":memory:", access: .create)
    try connection.setForeignKeys(false)
    for table in tables.names {
      let definition = try journal.first(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", .text(table)
      ) { (row) throws(SQLiteError) in try row.text(0) }
      if let definition { try connection.execute(script: definition) }
    }
  }

  /// Whether `table` accepts a row with these values.
  func accepts(_ table: String, _ values: [String: MergeValue]) throws -> Bool {
    let fields = values.keys.sorted()
    let names = (["id"] + fields).joined(separator: ", ")
    let places = (0...fields.count).map { "?\($0 + 1)" }.joined(separator: ", ")
    let stored = fields.map { field -> SQLiteValue in
      guard case .plain(let value)? = values[field] else { return 1 }
      return value
    }
    do {
      try connection.run("INSERT INTO \(table) (\(names)) VALUES (\(places))", [1] + stored)
      try connection.run("DELETE FROM \(table)")
      return true
    } catch {
      guard [.constraint, .mismatch].contains(error.code.primary) else { throw error }
      return false
    }
  }
}
