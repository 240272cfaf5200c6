internal import JournalModel

/// What a journal holds, at a glance.
public struct JournalContents: Equatable, Sendable {
  /// The number of dated entries.
  public let entries: Int
  /// The last day with an entry, or `nil` without one.
  public let lastDay: String?
  /// The version of its schema.
  public let schema: Int

  /// Reads them from a journal of any schema.
  ///
  /// - Throws: ``SQLiteError``.
  init(of connection: Connection) throws(SQLiteError) {
    schema = try connection.integer("PRAGMA user_version")
    let present = Set(
      try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") {
        (row) throws(SQLiteError) in try row.text(0)
      })
    var (entries, lastDay) = (0, String?.none)
    for table in EntryTable.dated where present.contains(table.rawValue) {
      guard let day = table.dayField else { continue }
      let (count, last) =
        try connection.first("SELECT count(*), max(\(day)) FROM \(table.rawValue)") {
          (row) throws(SQLiteError) in (try row.integer(0), try row.optionalText(1))
        } ?? (0, nil)
      entries += count
      lastDay = [lastDay, last].compactMap(\.self).max()
    }
    (self.entries, self.lastDay) = (entries, lastDay)
  }

  /// Reads them from the file at `path`; `nil` if that cannot be done.
  public init?(at path: String) {
    guard let connection = try? Connection.reading(path), let contents = try? Self(of: connection)
    else { return nil }
    self = contents
  }
}

extension Connection {
  /// Opens the database at `path` for reading, also in a read-only folder.
  ///
  /// - Throws: ``SQLiteError``.
  static func reading(_ path: String) throws(SQLiteError) -> Connection {
    do {
      let connection = try Connection(path: path, access: .readOnly)
      _ = try connection.integer("PRAGMA schema_version")
      return connection
    } catch  where error.code == .readOnlyDirectory || error.code.primary == .cannotOpen {
      return try Connection(path: path, access: .immutable)
    }
  }
}
