import Foundation
import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

@Suite struct MigratorTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  private func open(_ migrations: [Migration] = allMigrations) throws -> Journal {
    try Journal(path: path, for: .writing(makingFolder: false), migrations: migrations)
  }

  /// Makes a journal of the program's schema with a run and a stretch in it.
  private func makeJournal() throws {
    let journal = try open()
    try journal.log(.footwear, ["name": "pegasus"])
    try journal.log(.run, ["day": "2026-01-02", "distance_m": 8_200, "footwear": "pegasus"])
    try journal.log(.stretch, ["day": "2026-01-02", "exercise": "calf", "run_id": 1])
  }

  @Test func `A new journal gets all steps, its marks, and no safety copy`() throws {
    let journal = try open()
    let connection = journal.connection
    #expect(try connection.integer("PRAGMA user_version") == allMigrations.count)
    #expect(try connection.integer("PRAGMA application_id") == 0x4E52_5645)
    #expect(try connection.value("PRAGMA journal_mode") == "wal")
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    #expect(journal.migrationBackup == nil)
    try connection.checkIntegrity()
  }

  @Test func `A journal that is up to date is opened without a write`() throws {
    try makeJournal()
    let before = try folder.bytes("journal.sqlite")
    for _ in 0..<3 {
      let journal = try open()
      #expect(journal.migrationBackup == nil)
      #expect(try journal.connection.integer("PRAGMA synchronous") == 2)
      #expect(try Journal(path: path, for: .reading).days().count == 1)
    }
    #expect(try folder.bytes("journal.sqlite") == before)
    #expect(try folder.names == ["journal.sqlite"])
  }

  @Test func `An outdated journal is backed up and brought up to date`() throws {
    try makeJournal()
    let before = try open().dump()
    let journal = try Journal(
      path: path, for: .writing(makingFolder: false),
      migrations: allMigrations + [.next("colour", "ALTER TABLE footwear ADD colour TEXT")],
      backups: .testing(folder.path("backups")))

    #expect(try journal.connection.integer("PRAGMA user_version") == allMigrations.count + 1)
    let backup = try #require(journal.migrationBackup)
    #expect(backup.hasPrefix(folder.path("backups/")))
    #expect(try folder.permissions(String(backup.dropFirst(folder.path("").count))) == 0o600)
    #expect(try Journal(path: backup, for: .reading).dump() == before)
    try Connection(path: backup, access: .readOnly).checkIntegrity()
    // The triggers know the new column.
    try journal.connection.run("UPDATE footwear SET colour = 'red'")
    #expect(
      try journal.connection.table(
        "SELECT field, before FROM change_value ORDER BY change_id DESC")[0]
        == ["colour", .null])
  }

  @Test func `A reader brings an outdated journal up to date too`() throws {
    try makeJournal()
    let steps = allMigrations + [Migration.next("colour", "ALTER TABLE footwear ADD colour TEXT")]
    let journal = try Journal(
      path: path, for: .reading, migrations: steps, backups: .testing(folder.path("backups")))
    #expect(journal.migrationBackup != nil)
    #expect(try journal.days().count == 1)
  }

  @Test(arguments: 0..<allMigrations.count)
  func `A journal of any older schema reaches the same one`(_ count: Int) throws {
    if count > 0 {
      // A journal cut short: an early schema has not all that the triggers name.
      let connection = try Connection(path: path, access: .create)
      try connection.setRenamingUnderViews(true)
      for migration in allMigrations.prefix(count) {
        try connection.execute(script: migration.sql)
      }
      try connection.execute(
        script: "PRAGMA user_version = \(count); PRAGMA application_id = \(0x4E52_5645)")
    }
    let schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    let found = try open().connection.table(schema)
    #expect(try found == Journal.inMemory().connection.table(schema))
  }

  @Test(arguments: [
    "CREATE TABLE half (x); CREATE TABLE half (x)", "SELECT nosuch FROM run",
    "INSERT INTO run (day) VALUES ('2026-01-01')", "DROP TABLE",
    "UPDATE run SET distance_m = -1", "DROP TABLE exercise",
  ])
  func `A step that fails is named, and nothing of it or the others is kept`(
    _ sql: String
  ) throws {
    try makeJournal()
    let before = try (dump: open().dump(), schema: schema())
    let steps =
      allMigrations + [
        .next("good", "CREATE TABLE good (x); UPDATE run SET note = 'migrated'"),
        .next("bad", sql, after: allMigrations.count + 1),
      ]
    let error = try #require(throws: JournalError.self) { try open(steps) }
    let name = try #require(steps.last).name
    guard case .migrationFailed(name, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(!reason.isEmpty)
    #expect("\(error)".contains(name))
    #expect(try open().dump() == before.dump)
    #expect(try schema() == before.schema)
    #expect(try open().connection.integer("PRAGMA user_version") == allMigrations.count)
  }

  private func schema() throws -> [[SQLiteValue]] {
    try Connection(path: path, access: .readOnly)
      .table("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
  }

  @Test func `A new journal whose steps fail can be made later`() throws {
    #expect(throws: JournalError.self) { try open(allMigrations + [.next("bad", "nonsense")]) }
    #expect(throws: JournalError.noJournal(path: path)) {
      // What is left is as good as no journal.
      try Journal(path: path, for: .reading)
    }
    #expect(try open().days().isEmpty)
  }

  /// Rebuilds `run` as SQLite's documentation says, in twelve steps.
  private func rebuild(where condition: String = "1") -> Migration {
    .next(
      "rebuild", rebuildsTables: true,
      """
      CREATE TABLE run_new (
        id INTEGER PRIMARY KEY, day TEXT NOT NULL, start_time TEXT, utc_offset_min INTEGER,
        distance_m REAL, duration_s REAL, rpe REAL,
        footwear_id INTEGER REFERENCES footwear (id) ON DELETE SET NULL,
        surface TEXT, ascent_m REAL, pain_before INTEGER, pain_during INTEGER, pain_after INTEGER,
        note TEXT, descent_m REAL, steps INTEGER, doubt TEXT, weather TEXT,
        import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
      ) STRICT;
      INSERT INTO run_new (id, day, start_time, distance_m, footwear_id)
        SELECT id, day, start_time, distance_m, footwear_id FROM run WHERE \(condition);
      DROP TABLE run;
      ALTER TABLE run_new RENAME TO run;
      """)
  }

  @Test func `A table that others refer to can be rebuilt under them and under the views`() throws {
    try makeJournal()
    let journal = try open(allMigrations + [rebuild()])
    let connection = journal.connection
    #expect(try connection.table("SELECT id, weather FROM run") == [[1, .null]])
    #expect(try connection.column("SELECT run_id FROM stretch") == [1])
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    try connection.checkIntegrity()
    #expect(try journal.days().count == 1)

    // The keys still hold, and changes of the new table are recorded.
    try connection.run("UPDATE run SET weather = 'rain'")
    #expect(
      try connection.value("SELECT field FROM change_value ORDER BY change_id DESC") == "weather")
    try connection.run("DELETE FROM run")
    #expect(try connection.column("SELECT run_id FROM stretch") == [.null])
    #expect(throws: SQLiteError.self) {
      try connection.run(
        "INSERT INTO stretch (day, exercise_id, run_id) VALUES ('2026-01-01', 1, 9)")
    }
    // Renaming without regard to views is over as well.
    #expect(throws: SQLiteError.self) {
      try connection.execute(
        script: "CREATE TABLE x (y); DROP TABLE run; ALTER TABLE x RENAME TO z")
    }
  }

  @Test func `A rebuild that leaves a key pointing nowhere is refused and undone`() throws {
    try makeJournal()
    let before = try (dump: open().dump(), schema: schema())
    let step = rebuild(where: "0")
    let error = try #require(throws: JournalError.self) { try open(allMigrations + [step]) }
    #expect(
      error
        == .migrationFailed(
          name: step.name, reason: "a row of 'stretch' refers to a row that does not exist"))
    #expect(try open().dump() == before.dump)
    #expect(try schema() == before.schema)
  }

  @Test func `A step that moves data without the switch is held to the keys`() throws {
    try makeJournal()
    let step = Migration.next("bad", "UPDATE stretch SET run_id = 99")
    let error = try #require(throws: JournalError.self) { try open(allMigrations + [step]) }
    #expect(error == .migrationFailed(name: step.name, reason: "FOREIGN KEY constraint failed"))
  }

  @Test func `What a step changes is not recorded as a change somebody made`() throws {
    try makeJournal()
    let count = try open().connection.integer("SELECT count(*) FROM change")
    let journal = try open(allMigrations + [.next("notes", "UPDATE run SET note = 'x'")])
    #expect(try journal.connection.integer("SELECT count(*) FROM change") == count)
    try journal.connection.run("UPDATE run SET note = 'y'")
    #expect(try journal.connection.integer("SELECT count(*) FROM change") == count + 1)
  }

  @Test func `A step may take away a column that the triggers recorded`() throws {
    try makeJournal()
    let journal = try open(
      allMigrations + [.next("drop", "ALTER TABLE run DROP COLUMN heart_rate_max")])
    try journal.log(.run, ["day": "2026-01-03", "distance_m": 1])
    #expect(try journal.days().count == 2)
  }

  @Test func `A damaged journal is not upgraded`() throws {
    try makeJournal()
    // Damage that only a check finds.
    let connection = try Connection(path: path, access: .readWrite)
    try connection.setForeignKeys(false)
    try connection.run("UPDATE stretch SET run_id = 77")
    let damaged = try open().dump()
    let steps = allMigrations + [Migration.next("colour", "ALTER TABLE footwear ADD colour TEXT")]
    #expect(throws: JournalError.damaged(path: path)) { try open(steps) }
    #expect(try open().dump() == damaged)
  }

  @Test func `An upgrade that fails leaves no backup behind`() throws {
    try makeJournal()
    for _ in 0..<3 {
      #expect(throws: JournalError.self) {
        try Journal(
          path: path, for: .reading, migrations: allMigrations + [.next("half", "DROP TABLE")],
          backups: .testing(folder.path("backups")))
      }
    }
    #expect(try folder.files(in: "backups", ending: ".sqlite").isEmpty)
  }

  @Test func `Without a place for backups a journal is upgraded all the same`() throws {
    try makeJournal()
    let told = Told()
    let journal = try Journal(
      path: path, for: .reading,
      migrations: allMigrations + [.next("colour", "ALTER TABLE footwear ADD colour TEXT")],
      backups: .testing(nil, told: told))
    #expect(journal.migrationBackup == nil)
    #expect(told.sentences == ["No backup was made: there is no home folder for it."])
    #expect(try journal.days().count == 1)
  }

  @Test func `A journal in memory is migrated without a copy`() throws {
    let journal = try Journal(path: ":memory:", for: .reading)
    #expect(journal.migrationBackup == nil)
    #expect(try journal.days().isEmpty)
  }
}
