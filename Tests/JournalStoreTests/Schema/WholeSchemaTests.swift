import Foundation
import JournalMigrations
import Testing

@testable import JournalStore

/// The schema that a new journal gets at once, beside the steps that lead to it.
///
/// After a new step: `NERVE_UPDATE_GOLDEN=1 swift test --filter WholeSchemaTests`,
/// and once more without the variable.
@Suite struct WholeSchemaTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations/schema.sql")

  /// A journal that was made with the first step alone and then took the others.
  private func stepwise(in folder: TemporaryFolder) throws -> Journal {
    let path = folder.path("journal.sqlite")
    _ = try Journal(
      path: path, for: .writing(makingFolder: false), migrations: [allMigrations[0]])
    return try Journal(path: path, for: .changing)
  }

  @Test func `A new journal is the one that all steps make one after the other`() throws {
    let folder = try TemporaryFolder()
    let steps = try stepwise(in: folder).connection
    let script = try script(for: steps)
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try Data(script.utf8).write(to: Self.file)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == script)
    #expect(wholeSchema.sql == script)
    #expect(wholeSchema.number == allMigrations.count)

    let new = try Journal.inMemory().connection
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid"
    #expect(try new.table(schema) == steps.table(schema))
    // Every journal has an identity of its own.
    for name in try tables(of: steps) where name != "identity" {
      #expect(
        try new.table("SELECT * FROM \"\(name)\"") == steps.table("SELECT * FROM \"\(name)\""))
    }
    for pragma in ["application_id", "user_version"] {
      #expect(try new.value("PRAGMA \(pragma)") == steps.value("PRAGMA \(pragma)"))
    }
  }

  /// The statements that make the tables, indexes and views of `connection`, and its
  /// rows; the migrator makes the triggers and the dictionary.
  private func script(for connection: Connection) throws -> String {
    let objects = try texts(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY rowid",
      connection)
    let rows = try tables(of: connection).filter { !["dictionary", "identity"].contains($0) }
      .flatMap { table in
        let columns = try texts("SELECT name FROM pragma_table_info('\(table)')", connection)
        let values = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
        return try texts(
          "SELECT 'INSERT INTO \(table) VALUES (' || \(values) || ')' FROM \(table)", connection)
      }
    let version = String(10_000 + allMigrations.count).dropFirst()
    return "-- \(version), the result of all steps; written by WholeSchemaTests.\n"
      + (objects + rows).map { $0 + ";\n" }.joined()
  }

  private func tables(of connection: Connection) throws -> [String] {
    try texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid", connection)
  }

  private func texts(_ sql: String, _ connection: Connection) throws -> [String] {
    try connection.rows(sql) { (row) throws(SQLiteError) in try row.text(0) }
  }
}
