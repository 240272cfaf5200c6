import Foundation
import JournalStore
import Testing
import JournalModel

@testable import JournalCLI

@Suite struct SQLWriteTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("run", "8.2km", "45:10", "--on", "-2d", "--quiet")
      desk.results("run", "5km", "--on", "yesterday", "--quiet")
    }
  }

  @Test func `A change is told, asked about, copied before, and taken back as one`() throws {
    var desk = try desk()
    desk.variables["XDG_STATE_HOME"] = desk.folder["state"]
    let before = try JournalFile(path: desk.folder["journal.sqlite"]).entries
    desk.answers = ["y"]
    let changed = desk.nerve(
      "sql", "--write", "UPDATE run SET surface = 'trail'; DELETE FROM run WHERE id = 2")
    #expect(changed.status == 0)
    #expect(changed.output == "Deleted 1 run and changed 1 run.\n")
    #expect(
      changed.messages.hasPrefix(
        "This deletes 1 run and changes 1 run. Go ahead? [y/N] The journal from before the change "
          + "is in "))
    #expect(changed.messages.hasSuffix(".sqlite.\nNot right? Undo it with: nerve undo\n"))
    #expect(try desk.rows("SELECT id, surface FROM run") == ["1|trail"])
    let copy = try #require(try desk.folder.contents.first { $0.contains("-sql-") })
    #expect(try JournalFile(path: desk.folder[copy]).entries == before)
    desk.results("undo")
    #expect(try JournalFile(path: desk.folder["journal.sqlite"]).entries == before)
    desk.results("redo")
    #expect(try desk.rows("SELECT id, surface FROM run") == ["1|trail"])
  }

  @Test func `Nothing is changed without a yes, and no copy made`() throws {
    var desk = try desk()
    let before = try desk.dump()
    #expect(
      desk.nerve("sql", "--write", "DELETE FROM run")
        == Transcript(
          1, messages: "nerve: This would delete 2 runs, and nerve cannot ask here; add --yes.\n"))
    desk.answers = [""]
    #expect(desk.nerve("sql", "--write", "DELETE FROM run").output == "Nothing was changed.\n")
    #expect(
      desk.results("sql", "--write", "--yes", "DELETE FROM run WHERE id > :id", "-p", "id=7")
        == "No rows changed.\n")
    #expect(try desk.dump() == before)
    #expect(try !desk.folder.contents.contains { $0.contains("-sql-") })
  }

  /// Two shoes with three runs and one, an exercise in a routine, a flare-up after a
  /// run.
  private func related() throws -> Desk {
    try Desk.prepared { desk in
      for name in ["pegasus", "clifton"] { desk.results("shoe", "add", name) }
      for (day, shoe) in [(5, "pegasus"), (4, "pegasus"), (3, "pegasus"), (2, "clifton")] {
        desk.results("run", "5km", "--on", "-\(day)d", "--shoe", shoe, "--quiet")
      }
      desk.results("routine", "add", "evening", "piriformis", "3x30s", "bridge", "2x10")
      desk.results("stretch", "piriformis", "3x30s", "--on", "-2d", "--quiet")
      desk.results("pain", "4", "--on", "-2d", "--quiet")
      _ = try desk.rows("UPDATE stretch SET run_id = 4")
      _ = try desk.rows(
        "INSERT INTO flare_up (onset_day, trigger_run_id) VALUES ('2026-11-21', 4)")
    }
  }

  @Test(arguments: [
    ("DELETE FROM footwear", "deletes 2 shoes and changes 4 runs"),
    ("DELETE FROM footwear WHERE name = 'pegasus'", "deletes 1 shoe and changes 3 runs"),
    (
      "DELETE FROM run WHERE id = 4",
      "deletes 1 run, and changes 1 stretch and 1 flare-up"
    ),
    (
      "DELETE FROM run WHERE id = 4; DELETE FROM check_in",
      "deletes 1 run and 1 check-in, and changes 1 stretch and 1 flare-up"
    ),
    ("DELETE FROM routine", "deletes 1 routine and 2 routine steps"),
    ("DELETE FROM routine RETURNING name", "deletes 1 routine and 2 routine steps"),
    ("UPDATE run SET surface = 'trail'; UPDATE run SET rpe = 3", "changes 4 runs"),
    (
      "UPDATE run SET surface = 'trail'; DELETE FROM run WHERE id < 4",
      "deletes 3 runs and changes 1 run."
    ),
    (
      "UPDATE run SET rpe = 3 FROM check_in WHERE check_in.day = run.day", "changes 1 run"
    ),
    (
      "INSERT INTO run (id, day, distance_m) VALUES (70, '2026-11-01', 5), (71, '2026-11-02', 5); "
        + "UPDATE run SET rpe = 3 WHERE id > 69", "adds 2 runs"
    ),
    (
      "INSERT INTO run (id, day, distance_m) VALUES (70, '2026-11-01', 5); DELETE FROM run "
        + "WHERE id = 70; DELETE FROM check_in", "deletes 1 check-in"
    ),
    (
      "INSERT INTO setting (id, name, value) VALUES (70, 'units', 'mi') ON CONFLICT (name) DO "
        + "UPDATE SET value = 'km'", "adds 1 setting"
    ),
    (
      "INSERT OR REPLACE INTO footwear (id, name) VALUES (70, 'pegasus')",
      "deletes 1 shoe, adds 1 shoe and changes 3 runs"
    ),
    (
      "REPLACE INTO footwear (id, name) VALUES (70, 'clifton'), (71, 'ghost')",
      "deletes 1 shoe, adds 2 shoes and changes 1 run"
    ),
  ])
  func `Every row that changes is counted and named before, and comes back`(
    sql: String, told: String
  ) throws {
    var desk = try related()
    let path = desk.folder["journal.sqlite"]
    let before = try JournalFile(path: path).entries
    desk.answers = ["n"]
    let question = desk.nerve("sql", "--write", sql)
    #expect(question.messages.hasPrefix("This \(told)"), "\(question.messages)")
    #expect(question.output == "Nothing was changed.\n")
    #expect(try JournalFile(path: path).entries == before)
    desk.answers = nil
    let done = desk.nerve("sql", "--write", "--yes", sql)
    #expect(done.status == 0)
    let verbs = ["deletes": "deleted", "adds": "added", "changes": "changed"]
    let past = told.split(separator: " ").map { verbs[String($0)] ?? String($0) }
      .joined(separator: " ")
    #expect(done.output.lowercased().hasPrefix(past))
    #expect(try JournalFile(path: path).entries != before)
    desk.results("undo")
    #expect(try JournalFile(path: path).entries == before)
  }

  @Test(arguments: [
    "DELETE FROM run WHERE id > 99",
    "INSERT INTO run (id, day, distance_m) VALUES (70, '2026-11-01', 5); DELETE FROM run WHERE id = 70",
    "INSERT OR IGNORE INTO footwear (id, name) VALUES (70, 'PEGASUS')", "SELECT 1",
  ])
  func `What changes nothing in the end is not done`(sql: String) throws {
    let desk = try related()
    let before = try desk.dump()
    #expect(desk.nerve("sql", "--write", sql) == Transcript(output: "No rows changed.\n"))
    #expect(try desk.dump() == before)
  }

  @Test func `Other changes than those announced are not made`() throws {
    let desk = try related()
    let journal = try Journal(path: desk.folder["journal.sqlite"], for: .changing)
    let query = Query("DELETE FROM footwear WHERE name = 'pegasus'")
    let announced = try journal.changes(by: query)
    #expect(announced.map(\.count) == [1, 3])
    // The same number of rows, but another shoe's run.
    _ = try desk.rows("UPDATE run SET footwear_id = 2 WHERE id = 1")
    let before = try desk.dump()
    let problem = try #require(throws: DataChangeProblem.self) {
      try journal.change(query, announced: announced)
    }
    guard case .otherChanges(let changes) = problem else { throw problem }
    #expect(changes.map(\.count) == [1, 2])
    #expect(try desk.dump() == before)
  }

  @Test func `What REPLACE pushes out comes back`() throws {
    let desk = try desk()
    let before = try JournalFile(path: desk.folder["journal.sqlite"]).entries
    desk.results("config", "units", "mi")
    desk.results(
      "sql", "--write", "--yes",
      "INSERT OR REPLACE INTO setting (id, name, value) SELECT 1 + max(row_id), 'units', 'km' FROM change"
    )
    desk.results("undo")
    #expect(try desk.rows("SELECT value FROM setting WHERE name = 'units'") == ["mi"])
    desk.results("undo")
    #expect(try JournalFile(path: desk.folder["journal.sqlite"]).entries == before)
  }

  @Test(arguments: [
    "UPDATE run SET id = 9", "UPDATE run SET rowid = 9 WHERE id = 1",
    "UPDATE run SET _rowid_ = 9 WHERE id = 1", "UPDATE run SET OID = id + 90",
    "UPDATE run SET import_id = 1", "DELETE FROM change",
    "UPDATE change SET kind = 'insert'", "DELETE FROM action", "UPDATE action SET is_open = 0",
    "INSERT INTO action (done_at, command) VALUES ('2026-01-01T00:00:00Z', 'a')",
    "INSERT INTO change_value VALUES (1, 'note', 'a')", "DELETE FROM import",
    "DELETE FROM saved_query",
    "DROP TABLE run", "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)",
    "ALTER TABLE run ADD COLUMN a",
    "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END",
    "DROP TRIGGER record_run_insert",
    "CREATE INDEX i ON run (note)", "ATTACH 'a.sqlite' AS a", "DETACH main", "VACUUM",
    "VACUUM INTO 'a'",
    "PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON",
    "PRAGMA writable_schema = ON",
    "PRAGMA recursive_triggers = OFF", "PRAGMA user_version = 1", "BEGIN", "COMMIT", "ROLLBACK",
    "SAVEPOINT a", "RELEASE nested", "ROLLBACK TO nested", "REINDEX", "ANALYZE",
    "DELETE FROM run; COMMIT", "DELETE FROM run; DROP TABLE shoe", "DELETE FROM sqlite_master",
    "UPDATE sqlite_schema SET sql = ''", "INSERT INTO sqlite_dbpage VALUES (1, zeroblob(4096))",
    "UPDATE run SET note = load_extension('a')", "UPDATE run SET rpe = 11",
    "UPDATE run SET day = 'a'",
    "UPDATE run SET footwear_id = 99", "UPDATE run SET distance_m = 'far'", "DELETE FROM run WHERE",
    "DELETE FROM nowhere", "UPDATE day SET leg_pain = 0", "INSERT INTO day_boundary VALUES (0)",
    "INSERT OR REPLACE INTO run (id, day, distance_m) VALUES (1, '2026-01-01', 5)",
    "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) DELETE FROM run WHERE id IN (SELECT max(x) FROM a)",
  ])
  func `What is no change of entries is refused, and nothing is changed`(sql: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let transcript = desk.nerve("sql", "--write", "--yes", "--timeout", "0.3", sql)
    #expect(transcript.status == 1)
    #expect(transcript.output.isEmpty)
    #expect(try desk.dump() == before)
    #expect(try desk.folder.contents.filter { $0.hasSuffix(".sqlite") } == ["journal.sqlite"])
  }

  @Test func `An id that an entry had is not given again`() throws {
    let desk = try desk()
    desk.results("undo")
    let transcript = desk.nerve(
      "sql", "--write", "--yes", "INSERT INTO run (day, distance_m) VALUES ('2026-01-01', 5)")
    #expect(transcript.messages.contains("has the id of an earlier entry; use an id higher than"))
    #expect(try desk.rows("SELECT count(*) FROM run") == ["1"])
  }
}

@Suite struct SavedQueryTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("run", "8.2km", "45:10", "--quiet")
      desk.results(
        "sql", "--save", "long", "SELECT id FROM run WHERE distance_m > :m", "-d", "long runs")
    }
  }

  @Test func `A saved query is asked by its name, listed, replaced and deleted`() throws {
    let desk = try desk()
    #expect(desk.results("sql", "--saved", "LONG", "-p", "m=5000", "--plain") == "1\n")
    #expect(desk.nerve("sql", "--saved", "long").status == 64)
    let list = try ReadJSON(desk.results("sql", "--list", "--json"))
    #expect(list.array.count == 1 + SavedQuery.builtIn.count)
    #expect(list[0]["name"] == .string("long") && list[0]["description"] == .string("long runs"))
    desk.results("sql", "--save", "Long", "SELECT 2", "--yes")
    #expect(desk.results("sql", "--saved", "long", "--plain") == "2\n")
    desk.results("undo")
    #expect(desk.results("sql", "--saved", "long", "-p", "m=9000", "--plain").isEmpty)
    desk.results("sql", "--delete", "long")
    #expect(desk.nerve("sql", "--saved", "long", "-p", "m=1").status == 64)
    desk.results("undo")
    desk.results("redo")
    desk.results("undo")
    #expect(desk.results("sql", "--saved", "long", "-p", "m=5000", "--plain") == "1\n")
  }

  @Test(arguments: [
    "DELETE FROM run", "SELEC 1", "SELECT nope FROM run", "", "SELECT 1; DROP TABLE run",
  ])
  func `What cannot be asked is not saved`(sql: String) throws {
    let desk = try desk()
    #expect(desk.nerve("sql", "--save", "other", sql).status == 1)
    #expect(try desk.rows("SELECT name FROM saved_query") == ["long"])
  }

  @Test(arguments: SavedQuery.builtIn.map(\.name))
  func `Queries that come with the program answer, and have something to say`(name: String) throws {
    let desk = try desk()
    #expect(desk.nerve("sql", "--saved", name).status == 0)
    #expect(SavedQuery.builtIn.first { $0.name == name }?.description?.isEmpty == false)
    #expect(desk.nerve("sql", "--delete", name).status == 1)
    // The owner's own of the same name comes first.
    desk.results("sql", "--save", name, "SELECT 'own'", "--yes")
    #expect(desk.results("sql", "--saved", name, "--plain") == "own\n")
  }
}
