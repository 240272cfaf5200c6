internal import JournalMigrations

/// Reads what can be read of a damaged journal, row by row, into a new one in memory.
struct Recovery {
  /// The damaged journal.
  private let source: Connection
  /// The new one.
  let target: Connection

  /// What follows from the rest, and is made again.
  private static let derived: Set<String> = ["day_cache", "column_type", "dictionary"]

  /// - Parameters:
  ///   - source: The damaged journal, in memory.
  ///   - version: Its schema.
  /// - Throws: ``SQLiteError`` or ``JournalError``.
  init(from source: Connection, version: Int) throws {
    self.source = source
    try source.allowDamagedSchema()
    target = try Journal(
      path: ":memory:", for: .writing(makingFolder: false),
      migrations: Array(allMigrations.prefix(version))
    ).connection
  }

  /// Fills the new journal.
  ///
  /// - Returns: What became of each table, in alphabetical order.
  /// - Throws: ``SQLiteError`` if the new journal cannot be written.
  func run() throws -> [JournalRepair.Table] {
    let tables = try target.rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY name
      """
    ) { (row) throws(SQLiteError) in try row.text(0) }.filter { !Self.derived.contains($0) }
    try target.setForeignKeys(false)
    try target.transaction {
      // The record of changes is copied like the rest, not written again.
      try removeChangeTriggers(on: target)
      try removeCacheTriggers(on: target)
      for table in tables { try target.run("DELETE FROM \(table)") }
      for table in tables { try copyRows(of: table) }
      try dropLooseReferences(in: tables)
      try installChangeTriggers(on: target)
      try installCacheTriggers(on: target)
      try installIdentity(on: target)
    }
    try target.setForeignKeys(true)
    return try tables.map { table in
      let recovered = try target.integer("SELECT count(*) FROM \(table)")
      let known = max(counted(in: table), try recorded(in: table))
      return JournalRepair.Table(
        name: table, recovered: recovered, lost: max(0, known - recovered))
    }
  }

  // MARK: - Reading around the damage

  /// Copies the rows of a table that can be read.
  private func copyRows(of table: String) throws {
    let columns = try commonColumns(of: table)
    guard !columns.isEmpty else { return }
    let key = try orderKey(of: table)
    let list = columns.joined(separator: ", ")
    let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    let insert = "INSERT OR IGNORE INTO \(table) (\(list)) VALUES (\(places))"
    guard let key else {
      // From both ends to the damage.
      for order in ["ASC", "DESC"] {
        try read("SELECT \(list) FROM \(table) ORDER BY 1 \(order)", []) { try keep($0, insert) }
      }
      return
    }
    let select = "SELECT \(key), \(list) FROM \(table) WHERE \(key) >= ?1 ORDER BY \(key)"
    var (start, last) = (Int64.min, Int64(0))
    while true {
      let isWhole = try read(select, [.integer(start)]) { values in
        if case .integer(let found) = values[0] { last = max(last, found) }
        try keep(Array(values.dropFirst()), insert)
      }
      guard !isWhole, let next = try firstReadable(after: last, select) else { return }
      start = next
      last = max(last, next)
    }
  }

  /// Inserts a row, unless damage made it one that the table does not allow.
  private func keep(_ values: [SQLiteValue], _ insert: String) throws(SQLiteError) {
    do {
      try target.run(insert, values)
    } catch  where error.code.primary == .constraint || error.code.primary == .mismatch {
      return
    }
  }

  /// The smallest key above `last` from which a row can be read, near enough.
  private func firstReadable(after last: Int64, _ select: String) throws -> Int64? {
    var (unreadable, step) = (last, Int64(1))
    var readable: Int64?
    while readable == nil {
      let (key, isTooFar) = last.addingReportingOverflow(step)
      guard !isTooFar, key < Int64.max / 2 else { return nil }
      if try isReadable(from: key, select) { readable = key } else { unreadable = key }
      step *= 2
    }
    guard var found = readable else { return nil }
    while found - unreadable > 1 {
      let middle = unreadable + (found - unreadable) / 2
      if try isReadable(from: middle, select) { found = middle } else { unreadable = middle }
    }
    return found
  }

  private func isReadable(from key: Int64, _ select: String) throws -> Bool {
    try read(select + " LIMIT 1", [.integer(key)]) { _ in }
  }

  /// Passes the rows of a query on until one cannot be read.
  ///
  /// - Returns: Whether all could be read.
  /// - Throws: The error of `body`.
  @discardableResult
  private func read(
    _ sql: String, _ values: [SQLiteValue], _ body: ([SQLiteValue]) throws -> Void
  ) throws -> Bool {
    var failure: (any Error)?
    do {
      return try source.withStatement(sql, values) { (statement) throws(SQLiteError) in
        while try statement.step() {
          let row = try statement.withRow { (row) throws(SQLiteError) in
            (0..<row.count).map { row.value($0) }
          }
          do {
            try body(row)
          } catch {
            failure = error
            return false
          }
        }
        return true
      }
    } catch {
      if let failure { throw failure }
      return false
    }
  }

  // MARK: - Tables

  /// The columns that the table has in both journals, or should have if the damaged one
  /// does not tell.
  private func commonColumns(of table: String) throws -> [String] {
    let sql = "SELECT name FROM pragma_table_info(?1)"
    let known = try target.rows(sql, .text(table)) { (row) throws(SQLiteError) in try row.text(0) }
    let found = try? source.rows(sql, .text(table)) { (row) throws(SQLiteError) in try row.text(0) }
    return known.filter { found?.contains($0) ?? true }
  }

  /// The integer by which the table is ordered, if any.
  private func orderKey(of table: String) throws -> String? {
    let first = try target.first(
      "SELECT name, type FROM pragma_table_info(?1) WHERE pk = 1", .text(table)
    ) { (row) throws(SQLiteError) in (name: try row.text(0), type: try row.text(1)) }
    return first?.type == "INTEGER" ? first?.name : nil
  }

  /// Removes references to rows that are lost, or the row if it cannot do without.
  private func dropLooseReferences(in tables: [String]) throws {
    var isChanged = true
    while isChanged {
      isChanged = false
      for table in tables {
        for reference in try references(of: table) {
          let loose = """
            \(reference.column) IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM \(reference.parent) AS parent
              WHERE parent.\(reference.parentColumn) = \(table).\(reference.column))
            """
          let changes =
            try reference.isRequired
            ? target.run("DELETE FROM \(table) WHERE \(loose)")
            : (try? target.run("UPDATE \(table) SET \(reference.column) = NULL WHERE \(loose)"))
              ?? target.run("DELETE FROM \(table) WHERE \(loose)")
          if changes > 0 { isChanged = true }
        }
      }
    }
  }

  private func references(
    of table: String
  ) throws -> [(column: String, parent: String, parentColumn: String, isRequired: Bool)] {
    try target.rows(
      """
      SELECT "from", list."table", coalesce("to", 'id'), info."notnull" OR info.pk > 0
      FROM pragma_foreign_key_list(?1) AS list
      JOIN pragma_table_info(?1) AS info ON info.name = list."from"
      """, .text(table)
    ) { (row) throws(SQLiteError) in
      (try row.text(0), try row.text(1), try row.text(2), try row.integer(3) == 1)
    }
  }

  // MARK: - What is lost

  /// The number of rows that the damaged journal counts, perhaps by an index.
  private func counted(in table: String) -> Int {
    (try? source.integer("SELECT count(*) FROM \(table)")) ?? 0
  }

  /// The number of rows that there should be by the record of changes.
  private func recorded(in table: String) throws -> Int {
    try target.integer(
      """
      SELECT coalesce(sum(CASE kind WHEN 'insert' THEN 1 WHEN 'delete' THEN -1 END), 0)
      FROM change WHERE table_name = ?1
      """, .text(table))
  }
}
