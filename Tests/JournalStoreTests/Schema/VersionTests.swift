import Foundation
import JournalMigrations
import JournalModel
import Testing

@testable import JournalStore

/// Journals of every schema there has been, as files of that time, and their upgrade.
@Suite struct VersionTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  /// The versions with a file in `Versions`: each but the newest.
  private static let versions = Array(1..<allMigrations.count)

  /// Lays out a journal of a version as its program left it.
  private func lay(_ version: Int) throws {
    let name = String(String(10_000 + version).dropFirst())
    let dump = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Versions/\(name).sql"), encoding: .utf8)
    let connection = try Connection(path: path, access: .create)
    try connection.setForeignKeys(false)
    try connection.execute(script: dump)
    if version > 3 { try connection.execute(script: "PRAGMA journal_mode = WAL") }
  }

  /// The files in the journal's folder that are not the journal's own.
  private var strayFiles: [String] {
    get throws { try folder.names.filter { !$0.hasPrefix("journal.sqlite") } }
  }

  @Test(arguments: versions)
  func `A journal of every version keeps its entries`(version: Int) throws {
    try lay(version)
    let journal = try Journal(path: path, for: .reading)
    let connection = journal.connection
    #expect(try connection.integer("PRAGMA user_version") == allMigrations.count)
    try connection.checkIntegrity()
    #expect(try SchemaCheck.isComplete(connection))
    #expect(
      try connection.table("SELECT id, day, distance_m, duration_s, rpe, note FROM run") == [
        [1, "2025-03-01", 8200.0, 2710.0, 5.0, "with 'quotes' and ünïcode\nin two lines"],
        [2, "2025-03-03", .null, 1800.0, 3.0, .null],
      ])
    #expect(try connection.value("SELECT name FROM footwear WHERE id = 1") == "Pegasus")
    if version > 1 {
      #expect(try connection.value("SELECT sets FROM stretch WHERE run_id = 1") == 3)
    }
    if version > 2 {
      #expect(try connection.value("SELECT leg_pain FROM check_in") == 4)
      #expect(try connection.value("SELECT trigger_text FROM flare_up") == "hills")
    }
    // Views and functions of today work on what was written then.
    #expect(try journal.days().count { $0.runs == 1 } == 2)
  }

  @Test(arguments: versions.dropFirst(3))
  func `Actions of every version can be undone after the upgrade`(version: Int) throws {
    try lay(version)
    let journal = try Journal(path: path, for: .changing)
    let edit = try journal.undo()
    #expect(edit.action.command == "edit run")
    #expect(try journal.connection.value("SELECT distance_m FROM run WHERE id = 1") == 8000.0)
    _ = try journal.undo()
    #expect(try journal.connection.integer("SELECT count(*) FROM flare_up") == 0)
    let stamps = try journal.connection.table("SELECT stamp FROM action ORDER BY id").map { $0[0] }
    #expect(stamps.count == 9)
    #expect(!stamps.contains(.null))
    #expect(
      try journal.connection.integer(
        "SELECT count(*) FROM action AS a JOIN action AS b ON b.id > a.id AND b.stamp <= a.stamp")
        == 0)
  }

  @Test(arguments: versions)
  func `An upgrade that stops at any statement changes nothing`(version: Int) throws {
    try lay(version)
    let before = try folder.bytes("journal.sqlite")
    let next = allMigrations[version]
    let statements = Self.statements(in: next.sql)
    #expect(statements.count > 0)
    for count in statements.indices {
      let half = Migration(
        name: next.name,
        sql: statements[..<count].joined(separator: "\n") + "\nSELECT no_such_function();",
        rebuildsTables: next.rebuildsTables)
      #expect(throws: JournalError.self, "\(next.name) after \(count) statements") {
        try Journal(
          path: path, for: .changing, migrations: Array(allMigrations[..<version]) + [half])
      }
      let left = try Connection(path: path, access: .readOnly)
      #expect(try left.integer("PRAGMA user_version") == version)
    }
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(script: "PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(try folder.bytes("journal.sqlite") == before)
    #expect(try strayFiles == [])
    let journal = try Journal(path: path, for: .reading)
    #expect(try journal.connection.integer("PRAGMA user_version") == allMigrations.count)
  }

  @Test func `A journal of a newer version is refused untouched`() throws {
    try lay(allMigrations.count - 1)
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(
      script: "PRAGMA user_version = \(allMigrations.count + 1); PRAGMA wal_checkpoint(TRUNCATE)")
    let before = try folder.bytes("journal.sqlite")
    for purpose in [Journal.Purpose.reading, .changing, .writing(makingFolder: false)] {
      #expect(
        throws: JournalError.newer(
          path: path, found: allMigrations.count + 1, supported: allMigrations.count)
      ) { try Journal(path: path, for: purpose) }
    }
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test func `There is a file for every version but the newest`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Versions"),
      includingPropertiesForKeys: nil)
    #expect(files.count == Self.versions.count)
  }

  /// The statements of a step, each with its semicolon.
  private static func statements(in sql: String) -> [String] {
    var statements: [String] = []
    var statement = ""
    for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
      statement += line + "\n"
      // Steps have no triggers, so a statement ends where a line ends in a semicolon.
      guard line.hasSuffix(";") else { continue }
      statements.append(statement)
      statement = ""
    }
    return statements
  }
}
