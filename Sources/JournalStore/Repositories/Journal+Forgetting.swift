public import JournalModel

/// What to forget.
public enum ForgetTarget: Equatable, Sendable {
  /// An entry with all its history.
  case entry(EntryTable, id: Int)
  /// The note of an entry, with all that it ever said.
  case note(EntryTable, id: Int)
  /// All of an import: its entries, and what it told of others.
  case imported(Int)
}

/// What was forgotten, or would be.
public struct Forgotten: Equatable, Sendable {
  /// The entries that are gone, by kind.
  public internal(set) var entries: [EntryTable: Int] = [:]
  /// The entries that stay, without a note or without what an import told.
  public internal(set) var kept: [EntryTable: Int] = [:]
  /// The recorded values that are gone from the history.
  public internal(set) var values = 0
}

extension Journal {
  /// Removes a target from the journal, its history and its free pages, for good.
  ///
  /// The history keeps a mark without content that something was forgotten, which
  /// neither a merge nor an import fills again.
  ///
  /// - Parameters:
  ///   - target: The target.
  ///   - releasingRuns: Whether to forget a shoe that has runs, which are then without
  ///     a shoe.
  ///   - isTrial: Whether to show what would be forgotten without changing anything.
  /// - Returns: What was forgotten.
  /// - Throws: ``JournalError``; then nothing is changed.
  public func forget(
    _ target: ForgetTarget, releasingRuns: Bool = false, isTrial: Bool = false
  ) throws -> Forgotten {
    try explaining {
      // Deleted bytes are overwritten with zeros, here and in the log.
      try connection.execute(script: "PRAGMA secure_delete = ON")
      let forgotten = try writing(isTrial: isTrial) {
        // Read before anything goes: identities follow from the record of changes.
        let tables = try connection.mergeTables()
        let reading = RecordReading(try connection.storedJournal(tables), tables)
        var forgetting = Forgetting(connection, reading)
        let action = try beginAction("forget")
        switch target {
        case .entry(let table, let id): try forgetting.forget(id, of: table, releasingRuns)
        case .note(let table, let id): try forgetting.forgetNote(of: id, in: table)
        case .imported(let number):
          try forgetting.forget(import: number, dayBoundaryMinutes: dayBoundaryMinutes())
        }
        try endAction(action)
        return forgetting.result
      }
      if !isTrial, path != ":memory:" {
        // The log still has the old pages until it is emptied.
        try connection.execute(script: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
      }
      return forgotten
    }
  }

  /// When a target was first recorded: backups made since then can hold it.
  ///
  /// - Returns: Seconds since 1970; 0 if that is older than the record.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func firstRecorded(_ target: ForgetTarget) throws -> Int {
    let (table, id) =
      switch target {
      case .entry(let table, let id), .note(let table, let id): (table.rawValue, id)
      case .imported(let number): ("import", number)
      }
    return try explaining {
      try connection.integer(
        """
        SELECT coalesce(min(CAST(strftime('%s', action.done_at) AS INTEGER)), 0)
        FROM change JOIN action ON action.id = change.action_id
        WHERE change.table_name = ?1 AND change.row_id = ?2
        """, .text(table), .integer(id))
    }
  }

  /// Minutes after midnight until which the night belongs to the day before.
  func dayBoundaryMinutes() throws -> Int {
    try settings()["day_boundary"].flatMap { TimeOfDay($0) }.map { $0.second / 60 } ?? 240
  }
}

/// The work of forgetting, inside its transaction and action.
private struct Forgetting {
  private let connection: Connection
  private let reading: RecordReading
  private(set) var result = Forgotten()

  init(_ connection: Connection, _ reading: RecordReading) {
    self.connection = connection
    self.reading = reading
  }

  /// Forgets an entry, which may have been deleted before.
  mutating func forget(_ id: Int, of table: EntryTable, _ releasingRuns: Bool) throws {
    let exists = try isThere(id, in: table.rawValue)
    guard try exists || isRecorded(id, in: table.rawValue) else {
      throw JournalError.noEntry(table: table, id: id)
    }
    if table == .exercise || (table == .footwear && !releasingRuns) {
      try refuseIfUsed(id, of: table)
    }
    try remove(id, from: table)
  }

  private mutating func remove(_ id: Int, from table: EntryTable) throws {
    if let column = Self.activityColumn(table) {
      // A file that is imported again is recognised by its hash.
      for source in try ids("SELECT id FROM activity_source WHERE \(column) = ?1", id) {
        try empty(source: source)
      }
      for typed in try ids("SELECT id FROM typed_activity WHERE \(column) = ?1", id) {
        try connection.run("DELETE FROM typed_activity WHERE id = ?1", .integer(typed))
        try purge(typed, of: "typed_activity", as: { $0 })
      }
    }
    try connection.run("DELETE FROM \(table.rawValue) WHERE id = ?1", .integer(id))
    try purge(id, of: table.rawValue, as: { $0 })
    result.entries[table, default: 0] += 1
  }

  /// Forgets the note of an entry.
  mutating func forgetNote(of id: Int, in table: EntryTable) throws {
    guard table.fields.contains(where: { $0.name == "note" }),
      try isThere(id, in: table.rawValue) || isRecorded(id, in: table.rawValue)
    else { throw JournalError.noEntry(table: table, id: id) }
    do {
      try connection.run("UPDATE \(table.rawValue) SET note = NULL WHERE id = ?1", .integer(id))
    } catch {
      guard error.code == .constraintCheck else { throw error }
      throw JournalError.nothingButNote(table: table)
    }
    if let column = Self.activityColumn(table) {
      for source in try ids("SELECT id FROM activity_source WHERE \(column) = ?1", id) {
        try connection.run("UPDATE activity_source SET note = NULL WHERE id = ?1", .integer(source))
        try purge(source, of: "activity_source", as: ForgottenKey.note, field: "note")
      }
    }
    try purge(id, of: table.rawValue, as: ForgottenKey.note, field: "note")
    result.kept[table, default: 0] += 1
  }

  /// Forgets an import: its entries, unless something else tells of them too.
  mutating func forget(import number: Int, dayBoundaryMinutes: Int) throws {
    guard try isThere(number, in: "import") || isRecorded(number, in: "import") else {
      throw JournalError.noImport(number: number)
    }
    try forgetActivities(ofImport: number, dayBoundaryMinutes)
    for table in EntryTable.allCases where try hasImport(table) {
      let rows = try ids("SELECT id FROM \(table.rawValue) WHERE import_id = ?1", number)
      for id in rows where try !isUsed(id, table) { try remove(id, from: table) }
    }
    try connection.run("DELETE FROM import WHERE id = ?1", .integer(number))
    try purge(number, of: "import", as: { $0 })
  }

  private mutating func forgetActivities(
    ofImport number: Int, _ dayBoundaryMinutes: Int
  ) throws {
    for table in [EntryTable.run, .crossTraining] {
      guard let column = Self.activityColumn(table) else { continue }
      let entries = try ids(
        "SELECT DISTINCT \(column) FROM activity_source WHERE import_id = ?1 AND \(column) IS NOT NULL",
        number)
      for id in entries {
        let others = try ids(
          "SELECT id FROM activity_source WHERE \(column) = ?1 AND import_id IS NOT \(number)", id)
        let isTyped = try !ids("SELECT id FROM typed_activity WHERE \(column) = ?1", id).isEmpty
        guard !others.isEmpty || isTyped else {
          try remove(id, from: table)
          continue
        }
        for source in try ids(
          "SELECT id FROM activity_source WHERE \(column) = ?1 AND import_id = \(number)", id)
        {
          try empty(source: source)
        }
        if let other = others.first {
          var regrouping = ActivityRegrouping(connection, dayBoundaryMinutes: dayBoundaryMinutes)
          try regrouping.regroup(around: other)
        }
        try purge(id, of: table.rawValue, as: nil)
        result.kept[table, default: 0] += 1
      }
    }
    // Sources of entries that were deleted before.
    for source in try ids("SELECT id FROM activity_source WHERE import_id = ?1", number) {
      try empty(source: source)
    }
  }

  /// Empties a source but for the hash and the number by which its file is known.
  private mutating func empty(source id: Int) throws {
    let columns = try connection.rows(
      """
      SELECT name FROM pragma_table_info('activity_source')
      WHERE name <> 'id'
      """
    ) { (row) throws(SQLiteError) in try row.text(0) }
    let settings = columns.filter { !ForgottenKey.keptOfSource.contains($0) }.map { "\($0) = NULL" }
      .joined(separator: ", ")
    try connection.run("UPDATE activity_source SET \(settings) WHERE id = ?1", .integer(id))
    try purge(id, of: "activity_source", as: ForgottenKey.source)
  }

  /// Removes the recorded values of a row, or of one of its fields, and marks it as
  /// forgotten.
  ///
  /// - Parameters:
  ///   - id: The row.
  ///   - table: Its table.
  ///   - key: Returns the key of the mark for an entry; `nil` for none.
  ///   - field: The field; `nil` for all.
  /// - Throws: `SQLiteError`.
  private mutating func purge(
    _ id: Int, of table: String, as key: ((String) -> String)?, field: String? = nil
  ) throws {
    let condition =
      "change_id IN (SELECT id FROM change WHERE table_name = ?1 AND row_id = ?2)"
      + (field.map { " AND field = '\($0)'" } ?? "")
    for record in ["change_value", "change_after"] {
      try connection.run(
        "DELETE FROM \(record) WHERE \(condition)", .text(table), .integer(id))
      result.values += connection.changes
    }
    guard let key else { return }
    for entry in try identities(ofRow: id, in: table) {
      try connection.run(
        """
        INSERT OR IGNORE INTO forgotten (key, forgotten_at)
        VALUES (?1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        """, .text(key(entry)))
    }
  }

  /// The identities of the entries that a row holds: one, or more after a merge.
  private func identities(ofRow id: Int, in table: String) throws -> [String] {
    let row = RowKey(table: table, id: id)
    let first = reading.entries[row].map { [$0] } ?? []
    let others = try connection.rows(
      """
      SELECT DISTINCT change_entry.entry FROM change
      JOIN change_entry ON change_entry.change_id = change.id
      WHERE change.table_name = ?1 AND change.row_id = ?2 AND change_entry.entry IS NOT NULL
      """, .text(table), .integer(id)
    ) { (row) throws(SQLiteError) in try row.text(0) }
    return Set(first + others).sorted()
  }

  private func refuseIfUsed(_ id: Int, of table: EntryTable) throws {
    for user in EntryTable.allCases {
      for field in user.fields where field.kind == .reference(table) {
        let count = try connection.integer(
          "SELECT count(*) FROM \(user.rawValue) WHERE \(field.name) = ?1", .integer(id))
        if count > 0 {
          throw JournalError.inUse(table: table, by: Dependents(table: user, count: count))
        }
      }
    }
  }

  /// Whether another entry needs this one: a shoe or an exercise outlives the import
  /// that brought it.
  private func isUsed(_ id: Int, _ table: EntryTable) throws -> Bool {
    do {
      try refuseIfUsed(id, of: table)
      return false
    } catch JournalError.inUse {
      return table == .exercise || table == .footwear
    }
  }

  private func hasImport(_ table: EntryTable) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM pragma_table_info(?1) WHERE name = 'import_id'", .text(table.rawValue),
      body: { _ in true }) == true
  }

  private func isThere(_ id: Int, in table: String) throws -> Bool {
    try connection.first("SELECT 1 FROM \(table) WHERE id = ?1", .integer(id), body: { _ in true })
      == true
  }

  private func isRecorded(_ id: Int, in table: String) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM change
      JOIN change_value ON change_value.change_id = change.id
      WHERE change.table_name = ?1 AND change.row_id = ?2
      """, .text(table), .integer(id), body: { _ in true }) == true
  }

  private func ids(_ sql: String, _ value: Int) throws(SQLiteError) -> [Int] {
    try connection.rows(sql, .integer(value)) { (row) throws(SQLiteError) in try row.integer(0) }
  }

  private static func activityColumn(_ table: EntryTable) -> String? {
    switch table {
    case .run: "run_id"
    case .crossTraining: "cross_training_id"
    default: nil
    }
  }
}
