import CivilDay
import JournalMigrations
import JournalModel

@testable import JournalStore

extension Journal {
  /// A new journal in memory.
  static func inMemory() throws -> Journal {
    try Journal(path: ":memory:", for: .writing(makingFolder: false))
  }

  /// Logs one entry, whenever it was.
  @discardableResult
  func log(_ table: EntryTable, _ values: [String: SQLiteValue]) throws -> Logged {
    try add(Entry(table, values), command: table.rawValue, today: nil)
  }

  /// Everything that the entry tables hold, by table.
  func dump() throws -> [String: [[SQLiteValue]]] {
    var tables: [String: [[SQLiteValue]]] = [:]
    for table in EntryTable.allCases.map(\.rawValue) + [
      "import", "activity_source", "typed_activity",
    ] {
      tables[table] = try connection.table("SELECT * FROM \(table) ORDER BY id")
    }
    return tables
  }
}

extension Migration {
  /// The step after all of the program's own.
  static func next(
    _ name: String, rebuildsTables: Bool = false, _ sql: String,
    after count: Int = allMigrations.count
  ) -> Migration {
    let number = String(10_000 + count + 1).dropFirst()
    return Migration(name: "\(number)_\(name)", sql: sql, rebuildsTables: rebuildsTables)
  }
}
