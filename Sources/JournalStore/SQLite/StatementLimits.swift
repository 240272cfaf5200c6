internal import CSQLite

/// Limits on the resources of a user's statement.
///
/// A journal of twenty years has some megabytes; a need for more is a slip or a
/// trap, such as a string of a gigabyte.
enum StatementLimits {
  /// The maximum size of a text, a blob or a row, in bytes.
  static let longestValue: Int32 = 16 << 20

  /// The maximum size of a statement, in bytes.
  static let longestStatement: Int32 = 1_000_000

  /// The maximum memory of SQLite in the whole process, including caches and what
  /// it sorts, in bytes.
  static let memory = Int64(statementMemoryMiB) << 20

  /// SQLite's defaults suit programs that write their own SQL.
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
  /// Applies ``StatementLimits`` until `body` returns.
  ///
  /// - Parameters:
  ///   - longestValue: A smaller limit for the bytes of a value; `nil` for the usual one.
  ///   - body: Runs statements.
  /// - Returns: The result of `body`.
  /// - Throws: Any error of `body`.
  func withStatementLimits<T>(longestValue: Int? = nil, _ body: () throws -> T) rethrows -> T {
    let former = StatementLimits.limits.map { ($0.id, sqlite3_limit(handle, $0.id, $0.value)) }
    if let longestValue {
      sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: longestValue))
    }
    defer { for (id, value) in former { sqlite3_limit(handle, id, value) } }
    return try body()
  }
}

extension Connection {
  /// From now on, sorting and temporary tables stay in memory.
  ///
  /// Otherwise SQLite writes what does not fit to a file, and a statement that sorts
  /// without end fills the disk instead of reaching the limit of memory.
  func keepTemporaryDataInMemory() throws(SQLiteError) {
    try execute(script: "PRAGMA temp_store = MEMORY")
  }
}

/// The most memory that SQLite may take for a person's statement, in mebibytes.
public let statementMemoryMiB = 96

/// Limits SQLite to ``statementMemoryMiB`` for the rest of the process.
///
/// It affects every connection, so it is only for a process that answers a single
/// statement.
public func limitMemoryOfStatements() {
  sqlite3_hard_heap_limit64(StatementLimits.memory)
}

/// Limits SQLite to ``statementMemoryMiB`` more than it uses now, while `body` runs a
/// person's statement.
///
/// It affects every connection of the process, so it is for one that does one thing at a
/// time.
///
/// - Parameter body: Runs the statement.
/// - Returns: The result of `body`.
/// - Throws: Any error of `body`.
public func limitingMemoryOfStatements<T>(_ body: () throws -> T) rethrows -> T {
  sqlite3_hard_heap_limit64(sqlite3_memory_used() + StatementLimits.memory)
  defer { sqlite3_hard_heap_limit64(0) }
  return try body()
}
