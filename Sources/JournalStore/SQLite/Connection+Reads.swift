internal import CSQLite

extension Connection {
  /// The columns that a statement reads, by table or view, however deep in views
  /// they are named; it is not run.
  func columnsRead(by sql: String) throws(SQLiteError) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    setAuthorizer { request in
      if request.action == SQLITE_READ, let table = request.first {
        // A table that is only counted, or looked into, is read without a column.
        columns[table, default: []].formUnion([request.second ?? ""].filter { !$0.isEmpty })
      }
      return .allow
    }
    defer { setAuthorizer(nil) }
    _ = try prepare(sql)
    return columns
  }
}
