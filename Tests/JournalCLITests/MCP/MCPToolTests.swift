import ArgumentParser
import CivilDay
import Foundation
import JSONText
import JournalStore
import Platform
import Testing

@testable import JournalCLI

/// What the tools answer.
@Suite struct MCPToolTests {
  private func session(_ options: String...) throws -> AssistantSession {
    var desk = try deskWithDiary()
    desk.variables["HOME"] = desk.folder.path
    return AssistantSession(desk: desk, options: options)
  }

  @Test func `A query has rows as data and as text`() throws {
    let session = try session()
    let answer = try session.call(
      "query",
      [
        "sql": """
        SELECT rpe, count(*) AS runs, NULL AS unknown, 1e999 AS big, x'AB' AS bytes
        FROM run WHERE rpe = :rpe
        """,
        "parameters": ["rpe": 5],
      ])
    let data = answer["result"]["structuredContent"]
    #expect(data["columns"].array.map(\.string) == ["rpe", "runs", "unknown", "big", "bytes"])
    #expect(
      data["rows"][0]
        == .object([
          "rpe": .number(5), "runs": .number(10), "unknown": .null, "big": .string("Infinity"),
          "bytes": .string("AB"),
        ]))
    #expect(data["row_count"].int == 1)
    #expect(data["is_cut"] == .bool(false))
    #expect(try ReadJSON(AssistantSession.text(answer)) == data)
  }

  @Test func `Rows are cut at the limit, and the answer says so`() throws {
    let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
    let answers = try session().calls([
      ("query", ["sql": .string(numbers + "SELECT i FROM n")]),
      ("query", ["sql": .string(numbers + "SELECT i FROM n"), "limit": 7]),
      ("query", ["sql": .string(numbers + "SELECT i FROM n LIMIT 7"), "limit": 7]),
      (
        "query",
        ["sql": .string(numbers + "SELECT printf('%.*c', 1000, 'a') FROM n"), "limit": 5000]
      ),
      ("query", ["sql": "SELECT printf('%.*c', 1000000, 'a')"]),
    ])
    let counts = answers.map { $0["result"]["structuredContent"]["row_count"].int }
    #expect(counts[...2] == [1000, 7, 7])
    #expect(answers[0]["result"]["structuredContent"]["is_cut"] == .bool(true))
    #expect(AssistantSession.text(answers[0]).contains("Cut after 1000 rows, and there are more."))
    #expect(answers[2]["result"]["structuredContent"]["is_cut"] == .bool(false))
    #expect(AssistantSession.text(answers[3]).contains("over 400000 bytes"))
    #expect(AssistantSession.text(answers[3]).utf8.count < 500_000)
    // SQLite answers a text beyond the limit with an error or nothing.
    #expect(AssistantSession.text(answers[4]).utf8.count < 1_000)
  }

  @Test(
    arguments: [
      (["sql": "SELECT 1", "limit": 0], -32602), (["sql": "SELECT 1", "limit": 10_001], -32602),
      (["sql": "SELECT 1", "limit": "5"], -32602), (["sql": 4], -32602), ([:], -32602),
      (["sql": "SELECT 1", "file": "a"], -32602), (["sql": "SELECT 1", "sql": "SELECT 2"], -32602),
      (["sql": "SELECT :a", "parameters": ["a": []]], -32602),
      (["sql": "SELECT :a", "parameters": "a"], -32602),
    ] as [(JSON, Int)])
  func `Arguments of the wrong form are refused`(arguments: JSON, code: Int) throws {
    #expect(try session().call("query", arguments)["error"]["code"].int == code)
  }

  @Test(
    arguments: [
      ("SELECT rpee FROM run", "no such column: rpee; did you mean rpe?"),
      ("SELECT :a", "needs a value for :a"),
      ("SELECT 1; SELECT 2", "Send one statement at a time."),
      ("DELETE FROM run", "The statement was refused"), ("", "no SQL statement"),
      ("SELECT * FROM trial_seed", "The statement was refused"),
    ])
  func `A mistake in the SQL is an answer that helps`(sql: String, words: String) throws {
    let answer = try session().call("query", ["sql": .string(sql)])
    #expect(answer["result"]["isError"] == .bool(true))
    #expect(AssistantSession.text(answer).contains(words), "\(AssistantSession.text(answer))")
  }

  @Test func `The functions of nerve work, by the desk's clock`() throws {
    let data = try session().query("SELECT today() AS day, median(rpe) AS rpe FROM run")
    #expect(data["rows"][0] == .object(["day": .string("2026-11-23"), "rpe": .number(5)]))
  }

  @Test func `The verdict has the words of correlate, its limits and the card`() throws {
    let session = try session()
    let answer = try session.call("verdict")
    let text = AssistantSession.text(answer)
    #expect(text.hasPrefix(session.desk.results("correlate")))
    #expect(text.contains(session.desk.results("check")))
    for limit in VerdictTool.limits { #expect(text.contains(limit)) }
    #expect(text.contains("not medical advice"))
    #expect(text.contains(RedFlags.card))
    let data = answer["result"]["structuredContent"]
    // What identifies the journal is withheld, and covariances are for studies.
    guard case .object(var expected) = try ReadJSON(session.desk.results("correlate", "--json"))
    else {
      Issue.record("correlate prints no object")
      return
    }
    for key in [
      "journal_id", "program", "schema_version", "settings", "slope_covariance", "pain_sd",
    ] {
      expected[key] = .null
    }
    #expect(data["correlation"] == .object(expected))
    #expect(data["limits"].array.count == VerdictTool.limits.count)
  }

  @Test func `The verdict allows for medication without showing it`() throws {
    var desk = try AssistantSession.desk()
    try desk.live(
      World(days: 200, last: Desk.monday.day - 1, seed: 5) { _, _ in 0.4 })
    try JournalFile(path: desk.folder["journal.sqlite"]).run(
      "UPDATE check_in SET medication = 'ibuprofen' WHERE id % 3 = 0")
    desk.setClock(8)
    let session = AssistantSession(desk: desk)
    let answers = try session.calls([
      ("verdict", .object([])), ("query", ["sql": "SELECT count(medication) AS n FROM check_in"]),
      ("query", ["sql": "SELECT count(medication) AS n FROM day"]),
      ("month", ["month": "2026-10"]),
    ])
    #expect(AssistantSession.text(answers[0]).hasPrefix(desk.results("correlate")))
    #expect(answers[1]["result"]["structuredContent"]["rows"][0]["n"].int == 0)
    #expect(answers[2]["result"]["structuredContent"]["rows"][0]["n"].int == 0)
    let month = try ReadJSON(desk.results("month", "2026-10", "--json"))
    #expect(
      answers[3]["result"]["structuredContent"]["correlation"]["verdict"]["text"]
        == month["correlation"]["verdict"]["text"])
  }

  @Test(
    arguments: [["load": "steps"], ["load": "minutes", "pain": "back"], ["pain": "reach"]]
      as [JSON])
  func `The verdict takes a load and a pain`(arguments: JSON) throws {
    let answer = try session().call("verdict", arguments)
    #expect(answer["result"]["isError"] == .bool(false))
  }

  @Test(arguments: [["load": "miles"], ["pain": "knee"]] as [JSON])
  func `An unknown load or pain is told with the known ones`(arguments: JSON) throws {
    let answer = try session().call("verdict", arguments)
    #expect(answer["result"]["isError"] == .bool(true))
    #expect(AssistantSession.text(answer).contains("; use "))
  }

  @Test func `A month is what nerve month prints`() throws {
    let session = try session()
    let answers = try session.calls([
      ("month", .object([])), ("month", ["month": "nov"]), ("month", ["month": "soon"]),
    ])
    let printed = try ReadJSON(session.desk.results("month", "2026-11", "--json"))
    let data = answers[1]["result"]["structuredContent"]
    for key in ["month", "runs", "distance_km", "mean_leg_pain", "calendar", "advice"] {
      #expect(data[key] == printed[key], "\(key)")
    }
    #expect(data["shoes"][0]["name"].string == "shoe 1")
    #expect(answers[0]["result"]["structuredContent"]["month"].string == "2026-10")
    #expect(answers[2]["result"]["isError"] == .bool(true))
  }

  @Test func `The schema lists units and leaves out what is withheld`() throws {
    let answers = try session().calls([
      ("schema", .object([])), ("schema", ["table": "check_in"]), ("schema", ["table": "RUN"]),
      ("schema", ["table": "change"]), ("schema", ["table": "footwear"]),
    ])
    let relations = answers[0]["result"]["structuredContent"]["relations"].array
    let names = relations.compactMap { $0["name"].string }
    #expect(names.contains("day") && names.contains("run_response"))
    for hidden in ["change", "action", "saved_query", "trial_seed", "entry_text"] {
      #expect(!names.contains(hidden))
    }
    let columns = answers[1]["result"]["structuredContent"]["columns"].array
    #expect(columns.contains { $0["name"].string == "leg_pain" && $0["unit"].string == "0-10" })
    #expect(!columns.contains { ["note", "medication"].contains($0["name"].string) })
    #expect(answers[2]["result"]["isError"] == .bool(false))
    #expect(answers[3]["result"]["isError"] == .bool(true))
    #expect(AssistantSession.text(answers[4]).contains("shoe 1"))
    #expect(!AssistantSession.text(answers[4]).contains("Pegasus"))
  }

  @Test func `With notes everything but the seed is shown`() throws {
    let session = try session("--with-notes")
    session.desk.results(
      "pain", "4", "--note", "after the stairs", "--medication", "naproxen", "--quiet")
    try JournalFile(path: session.desk.folder["journal.sqlite"])
      .run("INSERT INTO trial_seed VALUES (1, 5)")
    let answers = try session.calls([
      ("query", ["sql": "SELECT note, medication FROM check_in WHERE note IS NOT NULL"]),
      ("query", ["sql": "SELECT name FROM footwear"]),
      ("query", ["sql": "SELECT count(*) AS n FROM change"]),
      ("query", ["sql": "SELECT * FROM trial_seed"]),
      ("schema", ["table": "check_in"]),
    ])
    #expect(AssistantSession.text(answers[0]).contains("after the stairs"))
    #expect(AssistantSession.text(answers[0]).contains("naproxen"))
    #expect(AssistantSession.text(answers[1]).contains("Pegasus"))
    #expect(answers[2]["result"]["structuredContent"]["rows"][0]["n"].int ?? 0 > 0)
    #expect(answers[3]["result"]["isError"] == .bool(true))
    #expect(AssistantSession.text(answers[4]).contains("medication"))
  }

  @Test func `A copy is kept until the journal changes`() throws {
    let desk = try AssistantSession.desk()
    desk.results("pain", "3", "--quiet")
    let path = desk.folder["journal.sqlite"]
    let old = Date(timeIntervalSinceNow: -60)
    func context() -> CommandContext {
      CommandContext(
        now: desk.now, variable: { desk.variables[$0] }, output: ByteBuffer(),
        messages: ByteBuffer(), answers: ReadyAnswers(nil), utcOffset: { _, _ in 60 })
    }
    let journal = AssistantJournal(try JournalOptions.parse([]), .figures, context())
    // A write within the same tick of the clock would not show, so that a fresh file is
    // copied anew each time.
    _ = try journal.contents()
    _ = try journal.contents()
    #expect(journal.copies == 2)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    // The change of the status itself is new.
    Thread.sleep(forTimeInterval: 3.2)
    for _ in 0..<3 { _ = try journal.contents() }
    #expect(journal.copies == 3)
    desk.results("pain", "5", "--quiet", "--yes")
    let contents = try journal.contents()
    #expect(journal.copies == 4)
    var rows = BoundedRows(limit: 9)
    try contents.copy.queries.read(Query("SELECT count(*) AS n FROM check_in"), into: &rows)
    #expect(AssistantSession.line(rows.rows[0]) == "{\"n\":2}")
  }

  @Test func `A missing or damaged journal is an error of the call, not of the server`() throws {
    let desk = try AssistantSession.desk()
    let session = AssistantSession(desk: desk)
    let missing = try session.call("month")
    #expect(missing["error"]["code"].int == -32000)
    #expect(missing["error"]["message"].string?.hasPrefix("There is no journal yet.") == true)
    #expect(try desk.folder.contents.isEmpty)
    try desk.folder.write(Array(repeating: 0x41, count: 8_192), to: "journal.sqlite")
    let damaged = try session.calls([("month", .object([])), ("query", ["sql": "SELECT 1"])])
    for answer in damaged {
      #expect(answer["error"]["code"].int == -32000)
      #expect(answer["error"]["message"].string?.contains(desk.folder.path) == false)
    }
  }
}
