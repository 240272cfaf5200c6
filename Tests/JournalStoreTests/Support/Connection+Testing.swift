import CSQLite

@testable import JournalStore

extension Connection {
  /// A new database in memory.
  static func inMemory() throws -> Connection {
    try Connection(path: ":memory:", access: .readWrite)
  }

  /// Every row that `sql` gives, with whatever its columns hold.
  func table(_ sql: String, _ values: SQLiteValue...) throws -> [[SQLiteValue]] {
    try rows(sql, values) { row in (0..<row.count).map { row.value($0) } }
  }

  /// The values of the first column of every row.
  func column(_ sql: String, _ values: SQLiteValue...) throws -> [SQLiteValue] {
    try rows(sql, values) { row in row.value(0) }
  }

  /// The first column of the first row.
  func value(_ sql: String, _ values: SQLiteValue...) throws -> SQLiteValue? {
    try rows(sql, values) { row in row.value(0) }.first
  }

  /// How one of the `SQLITE_DBCONFIG_` options stands.
  func isOn(_ option: Int32) -> Bool? {
    var result: Int32 = -1
    guard csqlite_db_config(handle, option, -1, &result) == SQLITE_OK else { return nil }
    return result == 1
  }

  /// The steps of SQLite's plan for `sql`, in order.
  func plan(_ sql: String) throws -> [String] {
    let count = try prepare(sql).parameterCount
    return try rows("EXPLAIN QUERY PLAN " + sql, Array(repeating: .null, count: count)) {
      (row) throws(SQLiteError) in try row.text(3)
    }
  }

  /// The statements of the connection that are not finalized.
  var openStatements: Int {
    var count = 0
    var next = sqlite3_next_stmt(handle, nil)
    while let statement = next {
      count += 1
      next = sqlite3_next_stmt(handle, statement)
    }
    return count
  }
}
