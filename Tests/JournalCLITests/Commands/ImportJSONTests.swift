import Testing
@testable import JSONText
@testable import JournalCLI

/// JSON of any service as the table `json`.
@Suite struct ImportJSONTests {
  private let mapping =
    "SELECT to_day(\"start\") AS day, \"summary.km\" * 1000 AS distance_m, note FROM json"

  @Test(arguments: [
    #"[{"start": "2026-11-20T07:12:00", "summary": {"km": 8.2}, "note": "a"}, {"note": null, "start": "20 Nov 2026", "summary": {"km": "5,1"}}]"#,
    "{\"start\": \"2026-11-20\", \"summary\": {\"km\": 8.2}, \"note\": \"a\"}\n{\"start\": \"2026-11-20\", \"summary\": {\"km\": 5.1}}\n",
    #"{"version": 3, "data": {"runs": [{"start": "2026-11-20", "summary": {"km": 8.2}, "note": "a"}, {"start": "2026-11-20", "summary": {"km": 5.1}}]}}"#,
    "\u{FEFF}[{\"start\": 1795161600, \"summary\": {\"km\": 8.2}, \"note\": \"a\"}, {\"start\": 1795161600000, \"summary\": {\"km\": 5.1}}]",
  ])
  func `Objects become rows, however they are wrapped`(json: String) throws {
    let desk = try Desk()
    let file = try desk.folder.write(json, to: "runs.json")
    #expect(
      desk.results("import", file, "--as", "run", "--select", mapping)
        == "Import 1: 2 added, 0 already in the journal, 0 skipped\n")
    #expect(
      try desk.rows("SELECT day, distance_m, coalesce(note, '') FROM run ORDER BY distance_m DESC")
        == ["2026-11-20|8200.0|a", "2026-11-20|5100.0|"])
    #expect(try desk.rows("SELECT format FROM import") == ["json"])
  }

  @Test func `Several lists tell where a row is from, and arrays stay JSON`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(
      #"{"walks": [{"d": "2026-11-19"}], "runs": [{"D": 1, "d": "2026-11-20", "laps": [1, {"b": true}], "ok": true}]}"#,
      to: "all.json")
    desk.results(
      "import", file, "--as", "run", "--select",
      "SELECT d AS day, D_2 * 1000 AS distance_m, laps || ok AS note FROM json WHERE _list = 'runs'"
    )
    #expect(
      try desk.rows("SELECT day, distance_m, note FROM run")
        == [#"2026-11-20|1000.0|[1,{"b":true}]1"#])
  }

  @Test(arguments: ["[1, 2]", "[]", "{\"a\": ", "[{\"a\": nope}]", "{\"a\": 1"])
  func `What has no objects is refused in one sentence`(json: String) throws {
    let desk = try Desk()
    let file = try desk.folder.write(json, to: "x.json")
    let transcript = desk.nerve("import", file, "--as", "run", "--select", mapping)
    #expect(transcript.status == 1)
    #expect(transcript.messages.hasPrefix("nerve: The "))
  }

  @Test func `The table has the name of what the file is`() throws {
    let desk = try Desk()
    let file = try desk.folder.write("[{\"a\": 1}]", to: "x.json")
    #expect(
      desk.nerve("import", file, "--as", "run", "--select", "SELECT a AS day FROM csv").messages
        == "nerve: The file is the table json; use FROM json.\n")
  }
}
