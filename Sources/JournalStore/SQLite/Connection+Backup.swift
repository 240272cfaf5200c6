internal import CSQLite

extension Connection {
  /// Copies the whole database to a new file at `path` and verifies the copy.
  ///
  /// The copy is a snapshot, even while another process writes. It is a single
  /// complete file, without a write-ahead log.
  ///
  /// - Parameter path: The copy: a missing or empty file.
  /// - Throws: ``SQLiteError/Code/corrupt`` if the copy fails its integrity
  ///   check, or SQLite's error while copying.
  func backUp(to path: String) throws(SQLiteError) {
    let copy = try Connection(path: path, access: .create)
    guard try copy.integer("PRAGMA page_count") == 0 else {
      throw SQLiteError(.cannotOpen, "a file with that name already exists")
    }
    try copyAll(into: copy)
    try copy.execute(script: "PRAGMA journal_mode = DELETE")
    try copy.checkIntegrity()
  }

  /// Copies the whole database into an empty one, as a snapshot.
  ///
  /// - Throws: SQLite's error while copying.
  func copyAll(into copy: Connection) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw copy.latestError(sqlite3_errcode(copy.handle))
    }
    // All pages in one step, because a journal is small and the file then stays
    // the same. The busy timeout waits for locks.
    let result = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE, end == SQLITE_OK else {
      throw copy.latestError(result == SQLITE_DONE ? end : result)
    }
  }

  /// Checks the structure of the file and that every foreign key points to a
  /// row.
  ///
  /// - Throws: ``SQLiteError/Code/corrupt`` with SQLite's first finding, or
  ///   ``SQLiteError/Code/constraintForeignKey`` with the table at fault.
  func checkIntegrity() throws(SQLiteError) {
    try checkStructure()
    try checkForeignKeys()
  }

  /// Checks every page, index and constraint of the file.
  ///
  /// - Throws: ``SQLiteError/Code/corrupt`` with SQLite's first finding, or the
  ///   system's error if a page could not be read, which is no damage.
  func checkStructure() throws(SQLiteError) {
    let finding = try first("PRAGMA integrity_check(1)") { (row) throws(SQLiteError) in
      try row.text(0)
    }
    guard finding != "ok" else { return }
    // As in "unable to get the page. error code=266" and "returns error code 10".
    let failure = finding?.split(separator: "error code").dropFirst().first
      .flatMap { Int32($0.dropFirst().prefix { $0.isNumber }) }.map(SQLiteError.Code.init)
    if let failure, ![.corrupt, .notADatabase].contains(failure.primary) {
      throw SQLiteError(failure, "a page could not be read")
    }
    throw SQLiteError(.corrupt, finding ?? "the integrity check gave no answer")
  }

  /// Checks that every foreign key of every table points to a row.
  func checkForeignKeys() throws(SQLiteError) {
    let table = try first("PRAGMA foreign_key_check") { (row) throws(SQLiteError) in
      try row.text(0)
    }
    if let table {
      throw SQLiteError(
        .constraintForeignKey, "a row of '\(table)' refers to a row that does not exist")
    }
  }
}
