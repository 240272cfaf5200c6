@testable import JournalStore

/// A journal's file, read past the journal.
struct JournalFile {
  let path: String

  /// The rows of a query, their values in text with bars between them.
  func rows(_ sql: String) throws -> [String] {
    // Read and write, so that closing leaves no file beside the journal.
    try Connection(path: path, access: .readWrite).rows(sql) { row in
      (0..<row.count).map { row.value($0).shown }.joined(separator: "|")
    }
  }

  /// The schema and every row of every table.
  var dump: String {
    get throws {
      let schema = try rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
      let tables = try rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      let contents = try tables.flatMap { name in
        try rows("SELECT * FROM \"\(name)\" ORDER BY 1, 2").map { "\(name): \($0)" }
      }
      let versions = try rows("PRAGMA application_id") + rows("PRAGMA user_version")
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
