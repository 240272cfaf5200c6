internal import JournalModel

/// Takes the rows of an export, inside the transaction of their journal.
public struct JournalRestoration {
  private let connection: Connection
  private let tables: [String: ExportedTable]
  /// The number of rows per table.
  public private(set) var counts: [String: Int] = [:]

  fileprivate init(_ connection: Connection, _ tables: [ExportedTable]) {
    self.connection = connection
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// The table with this name.
  ///
  /// - Throws: ``JournalError/badExport(reason:)`` if it does not exist.
  public func table(_ name: String) throws -> ExportedTable {
    guard let table = tables[name] else {
      throw JournalError.badExport(reason: "it contains an unknown table")
    }
    return table
  }

  /// Inserts a row unchanged, including its id.
  ///
  /// - Parameters:
  ///   - row: Values by column name.
  ///   - table: The table.
  /// - Throws: ``JournalError/badExport(reason:)`` if the table rejects it.
  public mutating func insert(_ row: [(column: String, value: SQLiteValue)], into table: String)
    throws
  {
    let known = try self.table(table)
    guard !row.isEmpty,
      row.allSatisfy({ field in known.columns.contains { $0.name == field.column } })
    else { throw JournalError.badExport(reason: "a row of \(table) has an unknown column") }
    let names = row.map(\.column).joined(separator: ", ")
    let places = row.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    do {
      try connection.run(
        "INSERT INTO \(table) (\(names)) VALUES (\(places))", row.map(\.value))
    } catch {
      guard [.constraint, .mismatch, .error].contains(error.code.primary) else { throw error }
      throw JournalError.badExport(reason: "a row of \(table) breaks a rule of its table")
    }
    counts[table, default: 0] += 1
  }
}

extension Journal {
  /// Fills an empty journal with the rows of an export, which makes it equal to
  /// the exported one: ids, history and all.
  ///
  /// - Parameters:
  ///   - isTrial: Whether to show what would happen without changing anything.
  ///   - body: Inserts the rows, in any order.
  /// - Returns: The number of rows per table.
  /// - Throws: ``JournalError/notEmpty(path:)`` if it has entries, or
  ///   ``JournalError/badExport(reason:)``; then nothing is changed.
  public func restore(
    isTrial: Bool = false, _ body: (inout JournalRestoration) throws -> Void
  ) throws -> [String: Int] {
    let tables = try exportedTables()
    return try explaining {
      do {
        return try writing(isTrial: isTrial) {
          guard try isUntouched(tables) else { throw JournalError.notEmpty(path: path) }
          try connection.execute(script: "PRAGMA defer_foreign_keys = ON")
          // The rows include the record of changes; recording them would double it.
          try removeChangeTriggers(on: connection)
          try connection.execute(script: "DELETE FROM exercise; DELETE FROM identity")
          var restoration = JournalRestoration(connection, tables)
          try body(&restoration)
          try stopTrialsWithoutSeed()
          try installChangeTriggers(on: connection)
          try identifyActions(on: connection)
          try installIdentity(on: connection)
          try checkReferences()
          return restoration.counts
        }
      } catch let error as SQLiteError where error.code == .constraintForeignKey {
        throw Self.lostReference
      }
    }
  }

  private static var lostReference: JournalError {
    .badExport(reason: "a row refers to a missing row")
  }

  /// Stops a trial that was in progress: an export withholds its seed, so that no
  /// further arm can be drawn.
  private func stopTrialsWithoutSeed() throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO trial_end (trial_id, day, is_complete, reason)
      SELECT
        id, coalesce((SELECT max(drawn_day) FROM trial_arm WHERE trial_id = id), start_day), 0,
        'restored from an export, which has no seed'
      FROM trial_plan
      WHERE id NOT IN (SELECT trial_id FROM trial_seed)
        AND id NOT IN (SELECT trial_id FROM trial_end)
      """)
  }

  private func checkReferences() throws {
    let broken = try connection.first("PRAGMA foreign_key_check") { _ in true }
    guard broken == nil else { throw Self.lostReference }
  }

  /// Whether the journal contains only the rows of its schema.
  private func isUntouched(_ tables: [ExportedTable]) throws(SQLiteError) -> Bool {
    for table in tables where !["exercise", "identity"].contains(table.name) {
      let isUsed = try connection.first("SELECT 1 FROM \(table.name)") { _ in true }
      if isUsed == true { return false }
    }
    return true
  }
}
