internal import CSQLite

extension Connection {
  /// Adds the rows that a query finds to a table of another connection.
  ///
  /// - Parameters:
  ///   - select: A query whose columns are those of `columns`, in order.
  ///   - values: The values of its placeholders.
  ///   - table: A table of `target`.
  ///   - columns: Names from the schema.
  ///   - target: The other connection, in a transaction.
  /// - Throws: SQLite's error from either side.
  func addRows(
    of select: String, _ values: [SQLiteValue], to table: String, _ columns: [String],
    on target: Connection
  ) throws(SQLiteError) {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    var insert = try target.prepare("INSERT INTO \"\(table)\" (\(names)) VALUES (\(places))")
    var rows = try prepare(select)
    try rows.bind(values)
    while try rows.step() {
      try insert.bindRow(of: rows)
      _ = try insert.step()
      insert.reset()
    }
  }
}
