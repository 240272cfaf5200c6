import Foundation
import JournalMigrations
import Testing

@testable import JournalStore

@Suite struct MigrationsTests {
  /// The folder of the SQL files in the checkout.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Migrations")

  @Test func `The catalogue is the folder: the same names, in order, and the same bytes`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".sql") && $0 != "schema.sql" }.sorted()
    #expect(allMigrations.map { $0.name + ".sql" } == files)
    for migration in allMigrations {
      let file = try Data(contentsOf: Self.folder.appending(path: migration.name + ".sql"))
      #expect(Data(migration.sql.utf8) == file, "\(migration.name)")
    }
  }

  @Test func `The steps are numbered from 1 without a gap`() {
    #expect(allMigrations.map(\.number) == Array(1...allMigrations.count))
  }

  @Test(arguments: allMigrations.map(\.name))
  func `A step leaves the transaction and the pragmas to the migrator`(_ name: String) throws {
    let migration = try #require(allMigrations.first { $0.name == name })
    let words = migration.sql.uppercased().split { !$0.isLetter && $0 != "_" }
    for word in ["COMMIT", "ROLLBACK", "SAVEPOINT", "PRAGMA", "ATTACH", "VACUUM"] {
      #expect(!words.contains(Substring(word)))
    }
    // BEGIN also opens the body of a trigger.
    #expect(!migration.sql.uppercased().contains("BEGIN TRANSACTION"))
    #expect(!migration.sql.uppercased().contains("BEGIN;"))
    #expect(!migration.sql.uppercased().contains("BEGIN IMMEDIATE"))
  }

  @Test func `The embedded SQL stays small, for it costs time to compile`() {
    #expect(allMigrations.map(\.sql.utf8.count).reduce(0, +) < 120_000)
  }
}
