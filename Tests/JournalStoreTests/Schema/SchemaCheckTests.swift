import Foundation
import JournalMigrations
import Testing

@testable import JournalStore

/// After a new step: `NERVE_UPDATE_GOLDEN=1 swift test --filter SchemaCheckTests`,
/// and once more without the variable.
@Suite struct SchemaCheckTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/JournalStore/Schema/KnownSchema.swift")

  @Test func `The known numbers are those of a new journal`() throws {
    let hashes = try SchemaCheck.hashes(of: Journal.inMemory().connection).sorted()
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try Data(source(hashes).utf8).write(to: Self.file)
    }
    #expect(hashes == knownSchema)
    #expect(Set(hashes).count == hashes.count)
  }

  private func source(_ hashes: [UInt64]) -> String {
    let words = hashes.map { hash in
      let digits = String(hash, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 16 - digits.count) + digits
      return "0x"
        + stride(from: 0, to: 16, by: 4).map {
          padded.dropFirst($0).prefix(4)
        }.joined(separator: "_")
    }
    let rows = stride(from: 0, to: words.count, by: 4).map {
      "  " + words[$0..<min($0 + 4, words.count)].joined(separator: ", ") + ",\n"
    }
    return """
      /// A number for each object of the current schema, from its statement; written by
      /// SchemaCheckTests.
      let knownSchema: [UInt64] = [
      \(rows.joined())]

      """
  }

  @Test func `New, upgraded and reopened journals are complete`() throws {
    #expect(try SchemaCheck.isComplete(Journal.inMemory().connection))
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    _ = try Journal(
      path: path, for: .writing(makingFolder: false), migrations: Array(allMigrations.prefix(3)))
    let upgraded = try Journal(path: path, for: .changing).connection
    #expect(try SchemaCheck.isComplete(upgraded))
    #expect(try SchemaCheck.differences(of: upgraded).isEmpty)
  }

  @Test func `What others add does not count`() throws {
    let connection = try Journal.inMemory().connection
    try connection.execute(
      script: """
        CREATE TABLE theirs (id INTEGER PRIMARY KEY, note TEXT);
        CREATE INDEX theirs_by_note ON theirs (note);
        CREATE VIEW runs_of_mine AS SELECT * FROM run;
        ANALYZE;
        """)
    #expect(try SchemaCheck.isComplete(connection))
    #expect(try SchemaCheck.differences(of: connection).isEmpty)
  }

  @Test(arguments: [
    ("trigger", "record_run_insert"), ("trigger", "uncache_check_in_update"),
    ("view", "run_response"), ("index", "action_by_uid"),
  ])
  func `A missing part is found and made anew`(kind: String, name: String) throws {
    let connection = try Journal.inMemory().connection
    try connection.execute(script: "DROP \(kind) \(name)")
    #expect(try !SchemaCheck.isComplete(connection))
    let differences = try SchemaCheck.differences(of: connection)
    #expect(differences.map(\.object.name) == [name])
    #expect(differences.allSatisfy { $0.isMissing && $0.isRepairable })
    try connection.repair(differences)
    #expect(try SchemaCheck.isComplete(connection))
  }

  @Test func `A part in another form is found and made anew`() throws {
    let connection = try Journal.inMemory().connection
    try connection.execute(
      script: """
        DROP TRIGGER record_run_delete;
        CREATE TRIGGER record_run_delete AFTER DELETE ON run BEGIN SELECT 1; END;
        DROP VIEW day;
        CREATE VIEW day AS SELECT '2026-01-01' AS day, 5 AS leg_pain;
        """)
    let differences = try SchemaCheck.differences(of: connection)
    #expect(Set(differences.map(\.object.name)) == ["record_run_delete", "day"])
    #expect(differences.allSatisfy { !$0.isMissing })
    try connection.repair(differences)
    #expect(try SchemaCheck.isComplete(connection))
  }

  @Test func `A missing table is found, with all that belonged to it, and cannot be made anew`()
    throws
  {
    let connection = try Journal.inMemory().connection
    try connection.execute(script: "PRAGMA foreign_keys = OFF; DROP TABLE day_mark")
    let table = try #require(
      try SchemaCheck.differences(of: connection).first { $0.object.kind == "table" })
    #expect(table.object.name == "day_mark")
    #expect(table.isMissing && !table.isRepairable)
  }

  @Test func `Blanks and quotation marks make no difference`() throws {
    let connection = try Journal.inMemory().connection
    let index = try #require(
      try SchemaCheck.knownObjects().first { $0.name == "action_by_uid" })
    try connection.execute(
      script: "DROP INDEX action_by_uid;"
        + index.sql.replacing(" action (", with: "  \"action\"  ("))
    #expect(try !SchemaCheck.isComplete(connection))
    #expect(try SchemaCheck.differences(of: connection).isEmpty)
  }
}
