internal import Platform

extension Journal {
  /// Copies what an assistant may read into memory, as of one moment.
  ///
  /// The copy begins empty and gets the shown columns row by row, so that what is withheld
  /// never comes near it.
  ///
  /// - Parameter disclosure: How much it may contain.
  /// - Returns: A copy that cannot be written to.
  /// - Throws: ``JournalError``, or ``SQLiteError``, for example without enough memory.
  public func copy(showing disclosure: Disclosure) throws -> JournalCopy {
    let reports = try Self.emptyCopy()
    let starters = try reports.connection.rows("SELECT name FROM exercise") {
      (row) throws(SQLiteError) in try row.text(0)
    }
    try explaining {
      try connection.snapshot {
        try reports.connection.transaction {
          try fill(reports.connection, disclosure, starters: starters)
        }
      }
    }
    var queries = reports
    if disclosure == .figures {
      queries = try Self.emptyCopy()
      try reports.connection.copyAll(into: queries.connection)
      try queries.connection.run("UPDATE check_in SET medication = NULL")
    }
    for copy in [reports, queries] {
      try copy.connection.execute(script: "PRAGMA query_only = ON")
    }
    return JournalCopy(reports: reports, queries: queries, disclosure: disclosure)
  }

  /// A journal in memory that takes any rows, and records nothing about them.
  private static func emptyCopy() throws -> Journal {
    let journal = try Journal(path: ":memory:", for: .writing(makingFolder: false))
    let connection = journal.connection
    try removeChangeTriggers(on: connection)
    try removeCacheTriggers(on: connection)
    try connection.setForeignKeys(false)
    // A check-in with only a note is empty without it.
    try connection.execute(script: "PRAGMA ignore_check_constraints = ON")
    try connection.keepTemporaryDataInMemory()
    return journal
  }

  /// Replaces the rows of `copy` by those of the journal.
  private func fill(
    _ copy: Connection, _ disclosure: Disclosure, starters: [String]
  ) throws(SQLiteError) {
    let tables = try copy.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ) { (row) throws(SQLiteError) in try row.text(0) }
    for table in tables.sorted()
    where !ShownTable.ownTables.contains(table) && !table.hasPrefix("sqlite_") {
      try copy.run("DELETE FROM \"\(table)\"")
      guard disclosure == .figures else {
        if table != withheldTable { try addAll(of: table, to: copy) }
        continue
      }
      guard let shown = ShownTable.all.first(where: { $0.name == table }) else { continue }
      let (columns, sql) = shown.query
      let names = "\n" + starters.joined(separator: "\n") + "\n"
      try connection.addRows(
        of: sql, sql.contains("?1") ? [.text(names)] : [], to: table, columns, on: copy)
    }
  }

  /// Copies a whole table, but for what a trial hides.
  private func addAll(of table: String, to copy: Connection) throws(SQLiteError) {
    let columns = try copy.rows("SELECT name FROM pragma_table_info(?1)", .text(table)) {
      (row) throws(SQLiteError) in try row.text(0)
    }.filter { ShownTable.alwaysWithheld[table]?.contains($0) != true }
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    try connection.addRows(
      of: "SELECT \(names) FROM \"\(table)\"", [], to: table, columns, on: copy)
  }
}
