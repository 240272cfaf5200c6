import Foundation
import JSONText
import JournalModel
import Testing

@testable import JournalCLI
@testable import JournalStore

/// No byte of what is withheld is in an answer, an error or the log.
@Suite struct MCPCanaryTests {
  /// In every text that is withheld; numbers that are have one of their own.
  private static let canary = "zqCANARYxw"
  private static let numbers = ["8675309124", "8675309125", "zqcanary"]

  /// A journal with a row in every table, and a canary in every column that is withheld or
  /// shown as something else.
  private static func desk() throws -> Desk {
    var desk = try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus")
      desk.results("shoe", "default", "Pegasus")
      for day in 1...40 {
        let on = ["--on", "-\(day)d", "--quiet", "--yes"]
        desk.results(["pain", "\(day % 5)", "--medication", "a", "--note", "b"] + on)
        if day % 2 == 0 { desk.results(["run", "\(5 + day % 4)km"] + on) }
      }
      desk.results("stretch", "hop", "3x10", "--new", "--on", "-3d", "--quiet", "--yes")
      desk.results("routine", "add", "evening", "piriformis", "3x30s")
      desk.results("cross", "physio visit", "30m", "--on", "-3d", "--quiet")
      desk.results("guidance", "add", "no hills", "--by", "physio", "--limit", "5km")
      desk.results("flare", "start", "--on", "-2d", "--trigger", "drive", "--quiet")
      desk.results("query", "save", "mine", "SELECT 1")
      for setting in ["name", "morning-reminder"] { desk.results("config", setting, "x") }
      desk.results("rest", "-51d", "--quiet")
      try desk.folder.write(
        "date,km\n2026-05-01,5\n2026-05-02,6\n", to: "runs.csv")
      desk.results(
        "import", desk.folder["runs.csv"], "--as", "run", "--select",
        "SELECT date AS day, km * 1000 AS distance_m FROM csv")
      try plant(in: JournalFile(path: desk.folder["journal.sqlite"]))
    }
    desk.variables["HOME"] = desk.folder.path
    return desk
  }

  /// SQL for a value that a column's rules allow.
  private static func value(_ table: String, _ column: String) -> String {
    switch column {
    case "fingerprint", "journal": "printf('%-32s', '\(canary)' || rowid)"
    case "seed": "8675309124"
    case "trigger_run_id": "(SELECT max(id) FROM run)"
    case "fields": "'note,\(canary)'"
    default: "'\(canary) \(table) \(column) ' || rowid"
    }
  }

  private static func plant(in file: JournalFile) throws {
    // Rows that no command of this journal makes.
    try file.run(
      """
      INSERT INTO activity_source (id, run_id, fingerprint, day)
      VALUES (1, (SELECT min(id) FROM run), printf('%032d', 1), '2026-05-01');
      INSERT INTO typed_activity (id, fields) VALUES (1, 'note');
      INSERT INTO trial_plan (
        id, kind, arm_a, arm_b, unit, pairs, analysis, start_day, detectable_points)
      VALUES (1, 'warm_up', 'a', 'b', 'run', 8, 'end', '2026-11-01', 1.5);
      INSERT INTO trial_pause (trial_id, from_day, to_day) VALUES (1, '2026-11-03', '2026-11-04');
      INSERT INTO trial_answer (trial_id, unit, done) VALUES (1, 1, 'A');
      INSERT INTO trial_arm (trial_id, unit, arm, drawn_day) VALUES (1, 1, 'A', '2026-11-01');
      INSERT INTO trial_look (trial_id, number, looked_at, pairs)
      VALUES (1, 1, '2026-11-05T00:00:00Z', 0);
      INSERT INTO trial_end (trial_id, day, is_complete, seed) VALUES (1, '2026-11-05', 0, 1);
      INSERT INTO trial_seed VALUES (1, 8675309125);
      INSERT OR REPLACE INTO forgotten VALUES ('\(canary) key', '2026-01-01T00:00:00Z');
      INSERT INTO setting (name, value) VALUES ('backup_folder', '/tmp/\(canary)');
      CREATE TABLE other (\(canary) TEXT);
      INSERT INTO other VALUES ('\(canary)');
      CREATE VIEW beside AS SELECT '\(canary)' AS a, * FROM trial_seed;
      CREATE INDEX idea ON run (note) WHERE note = '\(canary)';
      ANALYZE;
      """)
    for table in ShownTable.all where !["setting", "day_cache"].contains(table.name) {
      for column in table.withheld + table.replaced.keys {
        try file.run(
          "UPDATE \"\(table.name)\" SET \"\(column)\" = \(value(table.name, column))")
      }
      #expect(try file.rows("SELECT count(*) > 0 FROM \"\(table.name)\"") == ["1"], "\(table.name)")
    }
    try file.run(
      """
      UPDATE setting SET value = '\(canary) ' || id WHERE name IN ('name', 'morning_reminder');
      UPDATE action SET command = '\(canary) ' || id, device = '\(canary)', uid = '\(canary) ' || id;
      UPDATE identity SET journal = printf('%-32s', '\(canary)');
      UPDATE saved_query SET name = '\(canary)', description = '\(canary)', sql = 'SELECT ''\(canary)''';
      UPDATE change_value SET before = '\(canary)';
      INSERT OR IGNORE INTO change_after SELECT id, '\(canary)', '\(canary)' FROM change LIMIT 3;
      INSERT OR IGNORE INTO change_entry SELECT id, '\(canary)', 'insert' FROM change LIMIT 3;
      UPDATE dictionary SET meaning = '\(canary)';
      UPDATE day_cache SET medication = '\(canary)', footwear = '\(canary)';
      """)
  }

  /// Everything that the tools can be asked, and much that goes wrong.
  private static func calls(_ desk: Desk) throws -> [(tool: String, arguments: JSON)] {
    let relations = try desk.rows(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    let statements =
      relations.flatMap { name in
        [
          "SELECT * FROM \"\(name)\"", "SELECT count(*) FROM \"\(name)\"",
          "PRAGMA table_xinfo(\"\(name)\")", "PRAGMA index_list(\"\(name)\")",
        ]
      } + [
        "SELECT * FROM sqlite_schema", "SELECT * FROM sqlite_temp_schema",
        "SELECT * FROM dbstat", "SELECT * FROM sqlite_stat1", "SELECT * FROM sqlite_stat4",
        "SELECT data FROM sqlite_dbpage", "PRAGMA database_list", "PRAGMA integrity_check",
        "PRAGMA foreign_key_check", "SELECT * FROM pragma_table_list",
        "SELECT hex(note), quote(note) FROM run",
        "SELECT group_concat(note || reason) FROM check_in, trial_pause",
        "SELECT json_group_array(note) FROM run", "SELECT * FROM run WHERE note LIKE '%zq%'",
        "SELECT * FROM run WHERE note GLOB '*CAN*'",
        "SELECT note FROM run WHERE note REGEXP 'C.N'",
        "SELECT json_extract(note, '$') FROM run",
        "SELECT CAST(note AS INTEGER) + abs(note) FROM run", "SELECT to_day(note) FROM run",
        "SELECT nonsense FROM run", "SELECT note.x FROM run",
        "SELECT * FROM run ORDER BY note COLLATE nothing",
        "SELECT * FROM run, footwear USING (name)", "SELECT * FROM run NATURAL JOIN trial_seed",
        "EXPLAIN SELECT note FROM run", "EXPLAIN QUERY PLAN SELECT * FROM run WHERE note = 'a'",
        "SELECT * FROM word_index", "SELECT sealed FROM trial_seed", "SELECT seed FROM trial",
        "SELECT sql FROM saved_query", "SELECT footwear, medication FROM day",
        "SELECT name, model FROM footwear_use", "SELECT trigger_text FROM flare",
        "SELECT treatment FROM trial_unit", "SELECT text FROM entry_text",
        "SELECT arm_a, arm_b, stop_reason FROM trial",
        "SELECT total_changes(), last_insert_rowid()", "SELECT load_extension(note) FROM run",
        "DELETE FROM run RETURNING note",
      ]
    var calls: [(String, JSON)] = statements.map { ("query", ["sql": .string($0)]) }
    calls += [("query", ["sql": "SELECT :a", "parameters": ["b": 1]]), ("query", .object([]))]
    calls += (relations + ["nothing", ""]).map { ("schema", ["table": .string($0)]) }
    calls.append(("schema", .object([])))
    for load in ["km", "minutes", "srpe", "ascent", "descent", "steps", "x"] {
      for pain in ["leg", "back", "worst", "reach", "y"] {
        calls.append(("verdict", ["load": .string(load), "pain": .string(pain)]))
      }
    }
    for month in ["2026-11", "2026-10", "2026-05", "2020-01", "never", ""] {
      calls.append(("month", ["month": .string(month)]))
    }
    return calls + [("month", .object([])), ("verdict", .object([])), ("nothing", .object([]))]
  }

  private static func expectNone(in text: String, _ what: String) {
    let text = text.lowercased()
    let digits = canary.utf8.map { String($0, radix: 16) }.joined()
    for secret in [canary.lowercased(), digits] + numbers {
      // A long text in a failed expectation takes minutes to show.
      let isShown = text.contains(secret)
      #expect(!isShown, "\(what): \(secret)")
    }
  }

  @Test func `No answer, error or log has a byte of what is withheld`() throws {
    let desk = try Self.desk()
    let session = AssistantSession(desk: desk)
    let calls = try Self.calls(desk)
    #expect(calls.count > 200)
    let lines = calls.enumerated().map { AssistantSession.call($0 + 1, $1.tool, $1.arguments) }
    let transcript = session.transcript(session.greeting + lines)
    let answers = transcript.output.split(separator: "\n")
    try #require(answers.count == calls.count + 1)
    for (answer, call) in zip(answers.dropFirst(), calls) {
      Self.expectNone(in: String(answer), AssistantSession.line(call.arguments))
    }
    Self.expectNone(in: String(answers[0]) + transcript.messages, "the session")
    Self.expectNone(in: desk.results("mcp", "--log"), "the log")
  }

  /// Otherwise the test above could look in the wrong place.
  @Test func `With notes the canaries are there, but for the seed`() throws {
    let desk = try Self.desk()
    let session = AssistantSession(desk: desk, options: ["--with-notes"])
    let calls = try Self.calls(desk)
    let lines = calls.enumerated().map { AssistantSession.call($0 + 1, $1.tool, $1.arguments) }
    let whole = session.transcript(session.greeting + lines).output
    for (table, columns) in ShownTable.all.map({ ($0.name, $0.withheld) }) {
      for column in columns where !["seed", "trigger_run_id", "fingerprint"].contains(column) {
        guard !["day_cache", "setting"].contains(table) else { continue }
        let isShown = whole.contains("\(Self.canary) \(table) \(column)")
        #expect(isShown, "\(table).\(column)")
      }
    }
    for seed in ["8675309124", "8675309125"] {
      let isShown = whole.contains(seed)
      #expect(!isShown, "\(seed)")
    }
  }

  @Test(arguments: [
    "run 4km 25m", "run 9km 50m", "pain 4 left calf", "stretch hop 3x10", "stretch hopp 3x10",
    "run 5km --shoe x", "run 5km --shoe zq", "run 900km 20:00", "flare start", "flare end",
    "routine log zq", "rest 2026-10-01..2026-10-09", "run 5km --shoe", "cross zq 30m",
    "run 5km --on 2026-11-21",
  ])
  func `Logging shows nothing of what is withheld either`(line: String) throws {
    let session = AssistantSession(desk: try Self.desk(), options: ["--allow-writing"])
    let transcript = session.transcript(
      session.greeting + [
        AssistantSession.call(1, "log_line", ["line": .string(line)]),
        AssistantSession.call(2, "query", ["sql": "SELECT * FROM day"]),
      ])
    #expect(transcript.output.split(separator: "\n").count == 3)
    Self.expectNone(in: transcript.output + transcript.messages, line)
  }
}
