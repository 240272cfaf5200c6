import CivilDay
import Platform
import Testing

@testable import JournalCLI

/// Nothing of a trial that runs is shown before its time.
@Suite struct TrialSecrecyTests {
  /// A seed that starts with B, so that its arms differ from the alphabet.
  private static let seed: UInt64 = 1_234_567_890_123

  private static func desk() throws -> Desk {
    var desk = try Desk.prepared { desk in
      var desk = desk
      desk.seed = seed
      try desk.live(
        World(days: 150, last: Desk.monday.day - 1, seed: 3, runWeekdays: [1, 3, 5]) { _, _ in 0 })
      desk.results("shoe", "add", "Pegasus")
      desk.results("shoe", "add", "Endorphin")
      desk.results("trial", "start", "shoe", "pegasus", "endorphin", "--on", "today")
      for day in 0..<3 {
        desk.setClock(7, daysLater: day)
        desk.results("pain", "3")
        desk.results("run", "5km", "30m", "--shoe", "pegasus", "--yes")
      }
    }
    desk.setClock(7, daysLater: 2)
    return desk
  }

  /// All that reads a journal and prints what it holds.
  private static let commands: [[String]] = [
    [], ["today", "--json"], ["trial"], ["trial", "--json"], ["trial", "list", "--json"],
    ["trial", "export"], ["trial", "export", "--format", "csv"], ["trial", "plan", "warm-up"],
    ["list"], ["list", "--json"], ["history"], ["history", "--json"], ["schema"],
    ["schema", "trial_seed"], ["search", "trial"], ["month"], ["month", "--json"],
    ["report", "--html", "-"],
    ["report", "--html", "-", "--for", "clinician"], ["export", "--format", "json"],
    ["export", "--format", "ndjson"], ["compare", "shoe"], ["check"], ["shoe", "list"],
  ]

  @Test(arguments: commands)
  func `A command shows neither the seed nor a later arm`(command: [String]) throws {
    let desk = try Self.desk()
    let transcript = desk.nerve(command)
    #expect(transcript.status == 0, "\(transcript.messages)")
    try Self.expectSilence(transcript.output + transcript.messages)
    let sealed = try #require(try desk.rows("SELECT sealed FROM trial_seed").first)
    #expect(!(transcript.output + transcript.messages).contains(sealed))
  }

  @Test func `A query shows neither the seed nor a later arm`() throws {
    let desk = try Self.desk()
    for name in try desk.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')") {
      let transcript = desk.nerve("sql", "SELECT * FROM \(name)", "--json")
      try Self.expectSilence(transcript.output + transcript.messages)
      #expect((transcript.status == 0) == (name != "trial_seed"), "\(name)")
    }
    #expect(desk.results("sql", "SELECT count(*) AS n FROM trial_unit", "--json").contains("1"))
  }

  @Test(arguments: [
    "SELECT sealed FROM main.trial_seed", "SELECT count(*) FROM trial_seed",
    "SELECT sealed FROM TRIAL_SEED", "WITH trial AS (SELECT * FROM trial_seed) SELECT * FROM trial",
    "SELECT (SELECT sealed FROM trial_seed)",
    "SELECT * FROM trial JOIN \"trial_seed\" USING (trial_id)",
    "SELECT * FROM pragma_table_info('trial') JOIN [trial_seed]",
    "SELECT (1, 2) IN trial_seed", "SELECT 1, 2 UNION ALL SELECT * FROM trial_seed",
    "SELECT x FROM (SELECT 1 AS trial_id, 'hit' AS x) NATURAL JOIN (SELECT trial_id FROM trial_seed)",
    "SELECT x FROM (SELECT 1 AS trial_id, 'hit' AS x) JOIN 'trial_seed' USING (trial_id)",
    "SELECT x FROM (SELECT 1 AS trial_id, 'hit' AS x) LEFT JOIN trial_seed AS t USING (trial_id)",
    "WITH trial_seed AS (SELECT * FROM main.trial_seed) SELECT * FROM trial_seed",
    "SELECT x FROM (SELECT 1 AS trial_id, 'hit' AS x), json_each('[1]') NATURAL JOIN Trial_Seed",
    "SELECT 1; SELECT x FROM (SELECT 1 AS trial_id, 'hit' AS x) NATURAL JOIN trial_seed",
    "SELECT EXISTS (SELECT x FROM (SELECT 1 AS trial_id, 1 AS x) NATURAL JOIN trial_seed)",
  ])
  func `No detour leads to the seed`(sql: String) throws {
    let transcript = try Self.desk().nerve("sql", sql)
    #expect(transcript.status != 0)
    #expect(transcript.output.isEmpty)
  }

  /// A join on the seed itself tells whether a guess is right.
  @Test(arguments: ["NATURAL JOIN trial_seed", "JOIN trial_seed USING (sealed)"])
  func `A join cannot check a guess, nor can a condition or a change`(join: String) throws {
    let desk = try Self.desk()
    let sealed = try #require(try desk.rows("SELECT sealed FROM trial_seed").first)
    let sql = "SELECT x FROM (SELECT \(sealed) AS sealed, 1 AS x) \(join)"
    // What SQLite itself answers.
    #expect(try desk.rows(sql) == ["1"])
    for command in [
      ["sql", sql], ["sql", "EXPLAIN QUERY PLAN SELECT 1; \(sql)"],
      ["sql", "--write", "--yes", "UPDATE run SET rpe = 1 WHERE EXISTS (\(sql))"],
      ["compare", "EXISTS (\(sql))"], ["query", "save", "mine", sql],
    ] {
      let transcript = desk.nerve(command)
      #expect(transcript.status != 0, "\(command)")
      #expect(transcript.output.isEmpty, "\(command)")
    }
    // What shadows the table, or only mentions it, is no detour.
    #expect(
      desk.results("sql", "WITH trial_seed AS (SELECT 7 AS a) SELECT a FROM trial_seed", "--json")
        == "[{\"a\":7}]\n")
    #expect(desk.results("sql", "SELECT 'trial_seed' AS a", "--json").contains("trial_seed"))
    #expect(desk.results("sql", "PRAGMA integrity_check", "--json").contains("ok"))
    #expect(desk.results("sql", "SELECT * FROM pragma_quick_check", "--json").contains("ok"))
  }

  /// Another program can make a view, and the guard sees through it.
  @Test func `A view of another program is no detour`() throws {
    let desk = try Self.desk()
    try JournalFile(path: desk.folder["journal.sqlite"]).run(
      "CREATE VIEW mine AS SELECT x FROM (SELECT 1 AS trial_id, 1 AS x) NATURAL JOIN trial_seed")
    let transcript = desk.nerve("sql", "SELECT * FROM mine")
    #expect(transcript.status == 1)
    #expect(transcript.output.isEmpty)
  }

  @Test func `A look that the plan does not allow is refused and not recorded`() throws {
    let desk = try Self.desk()
    let transcript = desk.nerve("trial", "analyse")
    #expect(transcript.status == 1)
    #expect(transcript.messages.contains("0 of 8 pairs are done"))
    #expect(try desk.rows("SELECT count(*) FROM trial_look") == ["0"])
    #expect(
      desk.results("sql", "SELECT max(pain_change) AS m FROM trial_unit", "--json").contains("null")
    )
  }

  private static func expectSilence(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for secret in ["\(seed)", "\"seed\": \(seed)", "\"seed\":\(seed)"] {
      #expect(!text.contains(secret), sourceLocation: sourceLocation)
    }
    #expect(!text.contains("\"unit\":2,"), sourceLocation: sourceLocation)
    #expect(!text.contains("\"unit\": 2,"), sourceLocation: sourceLocation)
  }
}
