/// A table in an export.
public struct ExportedTable: Equatable, Sendable {
  /// A column, with the storage class of its values.
  public struct Column: Equatable, Sendable {
    /// The declared type of the column.
    public enum Kind: String, Sendable {
      case integer = "INTEGER"
      case real = "REAL"
      case text = "TEXT"
      /// Values of any class.
      case any = "ANY"
    }

    /// Its name.
    public let name: String
    /// Its type.
    public let kind: Kind
    /// Whether NULL is not allowed.
    public let isRequired: Bool
  }

  /// Its name.
  public let name: String
  /// Its columns, in order.
  public let columns: [Column]
}

extension Journal {
  /// The version of the schema.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func schemaVersion() throws -> Int {
    try explaining { try connection.integer("PRAGMA user_version") }
  }

  /// Every table, including the record of changes, by name.
  ///
  /// The seed of a trial is withheld; once the trial has ended, it is part of its end.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func exportedTables() throws -> [ExportedTable] {
    try explaining {
      let rows = try connection.rows(
        """
        SELECT list.name, info.name, info.type, info."notnull"
        FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
        WHERE list.schema = 'main' AND list.type = 'table'
          AND list.name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND list.name NOT IN ('day_cache', 'column_type', 'dictionary', '\(withheldTable)')
        ORDER BY list.name, info.cid
        """
      ) { (row) throws(SQLiteError) in
        (
          table: try row.text(0),
          column: ExportedTable.Column(
            name: try row.text(1), kind: .init(rawValue: try row.text(2)) ?? .any,
            isRequired: try row.integer(3) == 1)
        )
      }
      return Dictionary(grouping: rows, by: \.table)
        .map { ExportedTable(name: $0.key, columns: $0.value.map(\.column)) }
        .sorted { $0.name < $1.name }
    }
  }

  /// Calls `body` with the values of each row of `table`, in key order.
  ///
  /// - Throws: ``JournalError``, or any error of `body`.
  public func forEachRow(
    of table: ExportedTable, _ body: ([SQLiteValue]) throws -> Void
  ) throws {
    try explaining {
      let names = table.columns.map(\.name).joined(separator: ", ")
      var statement = try connection.prepare("SELECT \(names) FROM \(table.name) ORDER BY 1, 2")
      while try statement.step() {
        try body(statement.withRow { row in (0..<row.count).map { row.value($0) } })
      }
    }
  }
}
