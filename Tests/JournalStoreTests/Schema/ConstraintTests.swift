import Testing
import JournalModel

@testable import JournalStore

@Suite struct ConstraintTests {
  let connection: Connection

  init() throws { connection = try Journal.inMemory().connection }

  @Test(arguments: [
    ("INSERT INTO run (day) VALUES ('2026-01-01')", "run_needs_distance_or_duration"),
    ("INSERT INTO check_in (day) VALUES ('2026-01-01')", "check_in_says_something"),
    (
      "INSERT INTO check_in (day, time, moment) VALUES ('2026-01-01', '07:00:00', 'morning')",
      "check_in_says_something"
    ),
    (
      "INSERT INTO flare_up (onset_day, end_day) VALUES ('2026-01-02', '2026-01-01')",
      "flare_up_ends_after_onset"
    ),
    (
      "INSERT INTO guidance (day, advice, until_day) VALUES ('2026-01-02', 'x', '2026-01-01')",
      "guidance_ends_after_it_is_given"
    ),
  ])
  func `A rule of several columns has a name, which has a meaning`(
    _ sql: String, _ name: String
  ) throws {
    let error = try #require(throws: SQLiteError.self) { try connection.run(sql) }
    #expect(error.code == .constraintCheck)
    #expect(error.message == "CHECK constraint failed: \(name)")
    #expect(EntryTable.meanings[name] != nil)
  }

  @Test(arguments: [
    "INSERT INTO run (day, distance_m) VALUES ('2026-01-01', 0.001)",
    "INSERT INTO run (day, duration_s) VALUES ('2026-01-01', 1)",
    "INSERT INTO check_in (day, leg_pain) VALUES ('2026-01-01', 0)",
    "INSERT INTO check_in (day, numbness) VALUES ('2026-01-01', 0)",
    "INSERT INTO flare_up (onset_day, end_day) VALUES ('2026-01-02', '2026-01-02')",
    "INSERT INTO guidance (day, advice, until_day) VALUES ('2026-01-02', 'x', '2026-01-02')",
    "INSERT INTO day_mark (day, kind) VALUES ('2026-01-02', 'not_tracked')",
    "INSERT INTO check_in (id, day, leg_pain) VALUES (68719476735, '2026-01-01', 3)",
  ])
  func `The least that a row needs is enough`(_ sql: String) throws {
    #expect(try connection.run(sql) == 1)
  }

  @Test(arguments: [
    "INSERT INTO check_in (id, day, leg_pain) VALUES (68719476736, '2026-01-01', 3)",
    "INSERT INTO check_in (id, day, leg_pain) VALUES (0, '2026-01-01', 3)",
    "INSERT INTO check_in (id, day, leg_pain) VALUES (-1, '2026-01-01', 3)",
    """
    INSERT INTO import
      (file_name, format, target, imported_at, added, already_there, refused, covers_from)
    VALUES ('a', 'csv', 'run', '2026-01-01T00:00:00Z', 1, 0, 0, '2026-01-01')
    """,
    """
    INSERT INTO import
      (file_name, format, target, imported_at, added, already_there, refused, covers_from, covers_to)
    VALUES ('a', 'csv', 'run', '2026-01-01T00:00:00Z', 1, 0, 0, '2026-01-02', '2026-01-01')
    """,
    """
    INSERT INTO import (file_name, format, target, imported_at, added, already_there, refused)
    VALUES ('a', 'csv', 'run', '2026-01-01 00:00:00', 1, 0, 0)
    """,
    """
    INSERT INTO import (file_name, format, target, imported_at, added, already_there, refused)
    VALUES ('a', 'csv', 'run', '2026-01-01T00:00:00Z', 1, 0, -1)
    """,
    "INSERT INTO action (done_at, command) VALUES ('2026-01-01', 'x')",
    "INSERT INTO action (done_at, command, is_open) VALUES ('2026-01-01T00:00:00Z', 'x', 2)",
    "INSERT INTO change (table_name, row_id, kind) VALUES ('run', 1, 'upsert')",
  ])
  func `Bookkeeping keeps its rules too`(_ sql: String) throws {
    let error = try #require(throws: SQLiteError.self) { try connection.run(sql) }
    #expect(error.code == .constraintCheck)
  }

  @Test(
    arguments: [
      ("INSERT INTO footwear (name) VALUES (?1)", "Pegasus", "PEGASUS"),
      ("INSERT INTO exercise (name, kind) VALUES (?1, 'stretch')", "Warrior", "warrioR"),
      ("INSERT INTO setting (name, value) VALUES (?1, 'x')", "units", "units"),
      ("INSERT INTO day_mark (day, kind) VALUES (?1, 'rest')", "2026-01-01", "2026-01-01"),
      ("INSERT INTO flare_up (onset_day) VALUES (?1)", "2026-01-01", "2026-02-01"),
      (
        "INSERT INTO action (done_at, command) VALUES ('2026-01-01T00:00:00Z', ?1)", "run", "pain"
      ),
    ] as [(String, SQLiteValue, SQLiteValue)])
  func `What is there once cannot be there twice`(
    _ sql: String, _ first: SQLiteValue, _ second: SQLiteValue
  ) throws {
    try connection.run(sql, first)
    let error = try #require(throws: SQLiteError.self) { try connection.run(sql, second) }
    #expect(error.code == .constraintUnique)
  }

  /// What becomes of a reference when what it refers to goes.
  private static let references: [String: String] = [
    "activity_source.run_id": "SET NULL", "activity_source.cross_training_id": "SET NULL",
    "activity_source.import_id": "SET NULL",
    "typed_activity.run_id": "SET NULL", "typed_activity.cross_training_id": "SET NULL",
    "check_in.import_id": "SET NULL", "cross_training.import_id": "SET NULL",
    "day_mark.import_id": "SET NULL", "exercise.import_id": "SET NULL",
    "flare_up.import_id": "SET NULL", "flare_up.trigger_run_id": "SET NULL",
    "footwear.import_id": "SET NULL", "guidance.import_id": "SET NULL",
    "routine.import_id": "SET NULL", "routine_step.import_id": "SET NULL",
    "routine_step.routine_id": "CASCADE", "routine_step.exercise_id": "RESTRICT",
    "run.footwear_id": "SET NULL", "run.import_id": "SET NULL",
    "stretch.exercise_id": "RESTRICT", "stretch.import_id": "SET NULL",
    "stretch.run_id": "SET NULL", "trial_pause.trial_id": "RESTRICT",
    "trial_answer.trial_id": "RESTRICT", "action.undoes": "NO ACTION",
    "action.undone_by": "NO ACTION",
    "change.action_id": "NO ACTION",
    "change_value.change_id": "NO ACTION", "change_entry.change_id": "NO ACTION",
    "change_after.change_id": "NO ACTION",
  ]

  @Test func `Every reference says what becomes of it`() throws {
    let found = try connection.rows(
      """
      SELECT list.name || '.' || key."from", key.on_delete
      FROM pragma_table_list AS list
      JOIN pragma_foreign_key_list(list.name) AS key
      WHERE list.schema = 'main'
      """
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) }
    #expect(Dictionary(uniqueKeysWithValues: found) == Self.references)
  }

  @Test func `What goes leaves what refers to it, without the reference`() throws {
    try connection.execute(
      script: """
        INSERT INTO import (id, file_name, format, target, imported_at, added, already_there, refused)
        VALUES (1, 'a.csv', 'csv', 'run', '2026-01-01T00:00:00Z', 1, 0, 0);
        INSERT INTO footwear (id, name, import_id) VALUES (1, 'pegasus', 1);
        INSERT INTO run (id, day, distance_m, footwear_id, import_id)
        VALUES (1, '2026-01-01', 5000, 1, 1);
        INSERT INTO stretch (day, exercise_id, run_id, import_id) VALUES ('2026-01-01', 1, 1, 1);
        INSERT INTO flare_up (onset_day, trigger_run_id, import_id) VALUES ('2026-01-01', 1, 1);
        DELETE FROM footwear;
        DELETE FROM run WHERE day = '1999-01-01';
        """)
    #expect(try connection.table("SELECT footwear_id, import_id FROM run") == [[.null, 1]])
    try connection.run("DELETE FROM run")
    #expect(try connection.column("SELECT run_id FROM stretch") == [.null])
    #expect(try connection.column("SELECT trigger_run_id FROM flare_up") == [.null])
    try connection.run("DELETE FROM import")
    #expect(try connection.column("SELECT import_id FROM stretch") == [.null])
    #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM exercise WHERE id = 1") }
    try connection.run("DELETE FROM stretch")
    #expect(try connection.run("DELETE FROM exercise WHERE id = 1") == 1)
    try connection.checkIntegrity()
  }

  @Test func `Every table is strict, and every entry table has a whole number for its key`() throws
  {
    let tables = try connection.rows(
      """
      SELECT name, strict FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      """
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.integer(1)) }
    #expect(tables.count == 33)
    for (name, isStrict) in tables { #expect(isStrict == 1, "\(name)") }
  }
}
