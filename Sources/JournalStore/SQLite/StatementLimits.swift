internal import CSQLite

/// How much of the machine a statement that somebody typed may take.
///
/// A journal of twenty years is some megabytes; what needs more than this is a
/// slip or a trap, such as a string of a gigabyte.
enum StatementLimits {
  /// The most bytes of a text, a blob or a row.
  static let longestValue: Int32 = 16 << 20

  /// The most bytes of a statement.
  static let longestStatement: Int32 = 1_000_000

  /// The most bytes that SQLite takes in the whole process, its caches included.
  static let memory: Int64 = 96 << 20

  /// What SQLite has by default is for programs that write their own SQL.
  static let limits: [(id: Int32, value: Int32)] = [
    (SQLITE_LIMIT_LENGTH, longestValue),
    (SQLITE_LIMIT_SQL_LENGTH, longestStatement),
    (SQLITE_LIMIT_EXPR_DEPTH, 500),
    (SQLITE_LIMIT_COLUMN, 2_000),
    (SQLITE_LIMIT_COMPOUND_SELECT, 500),
    (SQLITE_LIMIT_VDBE_OP, 1_000_000),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
    (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]
}

extension Connection {
  /// Holds statements to ``StatementLimits`` until `body` returns.
  func withStatementLimits<T>(_ body: () throws -> T) rethrows -> T {
    let former = StatementLimits.limits.map { ($0.id, sqlite3_limit(handle, $0.id, $0.value)) }
    defer { for (id, value) in former { sqlite3_limit(handle, id, value) } }
    return try body()
  }
}

/// Holds SQLite to ``StatementLimits/memory`` for the rest of the process.
///
/// It concerns every connection, so it is only for a process that does nothing
/// but answer one statement.
public func limitMemoryOfStatements() {
  sqlite3_hard_heap_limit64(StatementLimits.memory)
}
