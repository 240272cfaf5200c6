import JournalModel

@testable import JournalStore

/// A journal's file, read past the journal.
struct JournalFile {
  let path: String

  /// The rows of a query, their values in text with bars between them.
  func rows(_ sql: String) throws -> [String] {
    try connection().shownRows(sql)
  }

  /// Runs a statement as another program would.
  func run(_ sql: String) throws {
    try connection().execute(script: sql)
  }

  /// The steps in which SQLite runs a query, whatever values it is given.
  func plan(_ sql: String) throws -> [String] {
    let connection = try connection()
    let values = Array(
      repeating: SQLiteValue.null, count: try connection.prepare(sql).parameterCount)
    return try connection.rows("EXPLAIN QUERY PLAN " + sql, values) { (row) throws(SQLiteError) in
      try row.text(3)
    }
  }

  /// One that writes too, so that closing it leaves no file beside the journal.
  private func connection() throws -> Connection {
    try Connection(path: path, access: .readWrite)
  }

  /// The schema and every row of every table; not of the cache, which follows from
  /// the others.
  var dump: String {
    get throws {
      let journal = try connection()
      let schema = try journal.shownRows(
        "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
      let tables = try journal.shownRows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'day_cache' ORDER BY name")
      let contents = try tables.flatMap { name in
        try journal.shownRows("SELECT * FROM \"\(name)\" ORDER BY 1, 2").map { "\(name): \($0)" }
      }
      let versions = try ["application_id", "user_version"].flatMap { name in
        try journal.shownRows("PRAGMA \(name)")
      }
      return (versions + schema + contents).joined(separator: "\n")
    }
  }

  /// What people wrote down: the dump without the record of who changed what.
  var entries: String {
    get throws {
      try dump.split(separator: "\n")
        .filter { line in
          !["action:", "change:", "change_value:"].contains { line.hasPrefix($0) }
        }
        .joined(separator: "\n")
    }
  }
}

extension Connection {
  fileprivate func shownRows(_ sql: String) throws -> [String] {
    try rows(sql) { row in
      (0..<row.count).map { row.value($0).shown }.joined(separator: "|")
    }
  }
}

extension SQLiteValue {
  fileprivate var shown: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes)"
    }
  }
}
