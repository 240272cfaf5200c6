import CSQLite
import CivilDay
import Testing

@testable import SQLFunctions

/// A database in memory whose connection has the functions.
final class Database {
  private let handle: OpaquePointer

  /// Opens it.
  ///
  /// - Parameters:
  ///   - longestText: The most bytes of a text; `nil` for SQLite's own limit.
  ///   - today: The clock of `today()`; `nil` for the computer's.
  ///   - isPlain: Whether it has only SQLite's own functions.
  /// - Throws: If a function cannot be added.
  init(longestText: Int32? = nil, today: (() -> Day)? = nil, isPlain: Bool = false) throws {
    var handle: OpaquePointer?
    sqlite3_open(":memory:", &handle)
    self.handle = try #require(handle)
    guard !isPlain else { return }
    let code = addFunctions(
      to: self.handle, routines: OpaquePointer(csqlite_extension_routines()), today: today)
    try #require(code == SQLITE_OK)
    if let longestText { sqlite3_limit(self.handle, SQLITE_LIMIT_LENGTH, longestText) }
  }

  deinit { sqlite3_close(handle) }

  /// What SQLite says of a statement that fails.
  struct Failure: Error {
    let message: String
  }

  /// The rows of a statement, with `nil` for NULL.
  func rows(_ sql: String) throws -> [[String?]] {
    try read(sql) { statement, column in
      sqlite3_column_text(statement, column).map { String(cString: $0) }
    }
  }

  /// The rows of a statement whose values are numbers.
  func numbers(_ sql: String) throws -> [[Double?]] {
    try read(sql) { statement, column in
      sqlite3_column_type(statement, column) == SQLITE_NULL
        ? nil : sqlite3_column_double(statement, column)
    }
  }

  /// The one number of a statement.
  func number(_ sql: String) throws -> Double? {
    let rows = try numbers(sql)
    try #require(rows.count == 1 && rows[0].count == 1)
    return rows[0][0]
  }

  /// Makes a table of numbers with a rowid.
  func make(_ table: String, columns: [String], rows: [[Double?]]) throws {
    _ = try self.rows("CREATE TABLE \(table) (\(columns.joined(separator: ", ")))")
    for row in rows {
      let values = row.map { $0.map { "\($0)" } ?? "NULL" }.joined(separator: ", ")
      _ = try self.rows("INSERT INTO \(table) VALUES (\(values))")
    }
  }

  private func read<Value>(
    _ sql: String, _ value: (OpaquePointer, Int32) -> Value
  ) throws -> [[Value]] {
    var prepared: OpaquePointer?
    sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard let statement = prepared else { throw latestFailure }
    defer { sqlite3_finalize(statement) }
    var rows: [[Value]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(statement)).map { value(statement, $0) })
      case SQLITE_DONE: return rows
      default: throw latestFailure
      }
    }
  }

  private var latestFailure: Failure { Failure(message: String(cString: sqlite3_errmsg(handle))) }
}
