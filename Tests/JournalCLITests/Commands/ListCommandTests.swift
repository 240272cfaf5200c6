import JournalModel
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import WrittenValues

@Suite struct ListCommandTests {
  /// A few days with an entry of most kinds.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus", "--on", "-5d")
      desk.results(
        "run", "8.2km", "45:10", "--rpe", "6", "--shoe", "peg", "--start", "17:30", "--on", "-2d",
        "--note", "windy, \"grim\"")
      desk.results("stretch", "piriformis", "3x30s", "--side", "left", "--on", "-2d")
      desk.results("flare", "start", "--peak", "7", "--trigger", "long drive", "--on", "yesterday")
      desk.results("pain", "4", "--reach", "calf", "--side", "left", "--tingling", "--no-weakness")
    }
  }

  @Test func `Entries are listed newest first`() throws {
    #expect(
      try desk().nerve("list")
        == Transcript(
          output: """
            day             time   what      id  entry
            --------------  -----  --------  --  -------------------------------------------------------------
            Mon 2026-11-23  07:30  check-in   1  leg 4, left, down to the calf, tingling
            Sun 2026-11-22         flare-up   1  in progress, peak 7, long drive
            Sat 2026-11-21  17:30  run        1  8.2 km in 45:10 (5:30 /km), effort 6, Pegasus – windy, "grim"
            Sat 2026-11-21         stretch    1  piriformis 3x30s left

            """))
  }

  @Test func `A list fits the terminal`() throws {
    var desk = try desk()
    desk.width = 60
    let lines = desk.results("list").split(separator: "\n")
    #expect(lines.allSatisfy { DisplayText.width($0) <= 60 })
    #expect(!lines.contains { $0.contains("…") })
  }

  @Test func `On a narrow terminal an entry takes several lines and nothing is lost`() throws {
    var desk = try desk()
    desk.width = 40
    #expect(
      desk.results("list") == """
        Mon 2026-11-23 07:30 check-in 1
          leg 4, left, down to the calf,
          tingling
        Sun 2026-11-22 flare 1
          in progress, peak 7, long drive
        Sat 2026-11-21 17:30 run 1
          8.2 km in 45:10 (5:30 /km), effort 6,
          Pegasus – windy, "grim"
        Sat 2026-11-21 stretch 1
          piriformis 3x30s left

        """)
  }

  @Test func `What is left out is counted beside the list`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("list", "-n", "3", "--format", "csv").messages
        == "1 more. To see it, add -n 4.\n")
    #expect(
      desk.nerve("list", "-n", "1").messages == "3 more. To see them, add -n 4.\n")
    #expect(desk.nerve("list", "-n", "4").messages.isEmpty)
    let csv = try desk.folder.write(
      "day\n" + String(repeating: "2026-01-05\n", count: 150), to: "runs.csv")
    desk.results(
      "import", csv, "--as", "run", "--select", "SELECT day, 5000 AS distance_m FROM csv")
    #expect(
      desk.nerve("list", "runs").messages
        == "More than 100 others. Narrow the list by kind or day, or add -n 120 or more.\n")
  }

  @Test func `The same entries come as JSON with names of the journal's columns`() throws {
    let json = try ReadJSON(try desk().results("list", "--json"))
    #expect(
      json.array.map { $0["kind"].string } == ["check_in", "flare_up", "run", "stretch"])
    #expect(
      json[2]
        == .object([
          "kind": .string("run"), "id": .number(1), "day": .string("2026-11-21"),
          "start_time": .string("17:30:00"), "utc_offset_min": .number(60),
          "distance_m": .number(8200), "duration_s": .number(2710), "rpe": .number(6),
          "footwear_id": .number(1), "footwear": .string("Pegasus"),
          "note": .string("windy, \"grim\""),
        ]))
    #expect(json[0]["leg_pain"].number == 4)
    #expect(json[0]["weakness"].number == 0)
    #expect(json[0]["back_pain"].isNull)
    #expect(json[1]["end_day"].isNull)
  }

  @Test func `The same entries come as CSV and Markdown`() throws {
    let desk = try desk()
    #expect(
      desk.results("list", "--format", "csv", "--from", "-2d", "--to", "-2d")
        == "day,time,what,id,entry\r\n"
        + "2026-11-21,17:30,run,1,"
        + "\"8.2 km in 45:10 (5:30 /km), effort 6, Pegasus – windy, \"\"grim\"\"\"\r\n"
        + "2026-11-21,,stretch,1,piriformis 3x30s left\r\n")
    #expect(
      desk.results("list", "--format", "markdown", "-n", "1") == """
        | day            | time  | what     |  id | entry                                   |
        | :------------- | :---- | :------- | --: | :-------------------------------------- |
        | Mon 2026-11-23 | 07:30 | check-in |   1 | leg 4, left, down to the calf, tingling |

        """)
  }

  @Test(
    arguments: [
      (["-n", "1"], ["check_in"]), (["-n2"], ["check_in", "flare_up"]),
      (["--number", "3"], ["check_in", "flare_up", "run"]), (["--kind", "run"], ["run"]),
      (["--kind", "check-in"], ["check_in"]),
      (["--kind", "run", "--kind", "stretch"], ["run", "stretch"]),
      (["--from", "yesterday"], ["check_in", "flare_up"]), (["--to", "-2d"], ["run", "stretch"]),
      (["--from", "-1d", "--to", "-1d"], ["flare_up"]), (["--from", "2026-11-23"], ["check_in"]),
      (["--to", "2026-11-20"], []), (["runs"], ["run"]), (["pain"], ["check_in"]),
      (["stretches", "run"], ["run", "stretch"]),
      (["run", "--kind", "flare"], ["flare_up", "run"]),
      (["ru", "--on", "-2d"], ["run"]),
      (["--on", "-2d..yesterday"], ["flare_up", "run", "stretch"]),
      (["--shoe", "peg"], ["run"]), (["--search", "GRIM wind*"], ["run"]),
      (["--search", "drive"], ["flare_up"]), (["run", "--search", "drive"], []),
      (["guidance"], []),
    ] as [([String], [String])])
  func `A list is narrowed by number, kind and days`(words: [String], kinds: [String]) throws {
    let json = try ReadJSON(try desk().results(["list", "--json"] + words))
    #expect(json.array.compactMap { $0["kind"].string } == kinds)
  }

  @Test(arguments: [
    (["zq"], "Unknown kind of entry 'zq'; use run, check-in"),
    (["yesterday"], "'yesterday' is a day; put it after --on"),
    (["--on", "-2d", "--from", "-3d"], "--on already gives the days"),
    (["stretches", "--shoe", "peg"], "--shoe is only for runs"),
    (["--shoe", "zzz"], "Unknown shoe 'zzz'"),
    (["shoes", "--on", "today"], "A list of shoes takes no days"),
    (["--search", "\"calf"], "The quote in the search '\"calf' is not closed"),
  ])
  func `What cannot be listed is told in one sentence`(words: [String], told: String) throws {
    let transcript = try desk().nerve(["list"] + words)
    #expect(transcript.status == 64)
    #expect(transcript.output.isEmpty)
    #expect(transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages)")
  }

  @Test func `Shoes and exercises are listed as their own commands list them`() throws {
    let desk = try desk()
    #expect(desk.results("list", "shoes") == desk.results("shoe", "list"))
    #expect(desk.results("list", "shoe", "--json") == desk.results("shoe", "list", "--json"))
    #expect(desk.results("list", "exercises") == desk.results("exercise", "list"))
  }

  @Test func `A search finds what was written, newest first`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "Nova", "--note", "grim sole", "--on", "-9d")
    desk.results("run", "5km", "--note", "Grimsel pass", "--on", "-20d")
    #expect(
      desk.nerve("search", "grim*")
        == Transcript(
          output: """
            day             time   what  id  entry
            --------------  -----  ----  --  -------------------------------------------------------------
            Sat 2026-11-21  17:30  run    1  8.2 km in 45:10 (5:30 /km), effort 6, Pegasus – windy, "grim"
            Sat 2026-11-14         shoe   2  Nova – grim sole
            Tue 2026-11-03         run    2  5.0 km – Grimsel pass

            """))
    let json = try ReadJSON(desk.results("search", "grim*", "--kind", "runs", "-n", "1", "--json"))
    #expect(json.array.map { $0["id"].int } == [1])
    #expect(desk.nerve("search", "grim", "sole").output.contains("Nova"))
    #expect(desk.nerve("search", "zzz") == Transcript(messages: "No entries.\n"))
    #expect(desk.nerve("search").status == 64)
  }

  @Test(arguments: [
    (["run", "list"], "The verb comes first; to list runs: nerve list runs"),
    (["stretch", "list"], "The verb comes first; to list stretches: nerve list stretches"),
    (["pain", "list"], "The verb comes first; to list check-ins: nerve list check-ins"),
    (["run", "show", "3"], "The verb comes first; to show the latest run: nerve show run"),
    (["shoe", "show", "peg"], "The verb comes first; to show the latest shoe: nerve show shoe"),
    (["run", "edit", "3"], "The verb comes first; to change the latest run: nerve edit run"),
    (["run", "delete", "3"], "The verb comes first; to delete by id: nerve delete run ID"),
    (["run", "add", "5km"], "Logging needs no verb, as in: nerve run 8.2km"),
  ])
  func `A verb behind its noun is put right`(words: [String], told: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let transcript = desk.nerve(words)
    #expect(transcript.status == 64)
    #expect(transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages)")
    #expect(try desk.dump() == before)
  }

  @Test func `An exercise that begins like a verb is an exercise`() throws {
    let desk = try desk()
    #expect(desk.results("stretch", "add", "3x30s").hasPrefix("Stretch: adductor 3x30s"))
  }

  @Test func `An empty list prints nothing and says so beside it`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("list", "--from", "2027-01-01") == Transcript(messages: "No entries.\n"))
    #expect(
      desk.nerve("list", "--from", "2027-01-01", "--json")
        == Transcript(output: "[]\n", messages: "No entries.\n"))
  }

  @Test func `Text that would drive the terminal is shown instead`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--note", "a\u{1B}[31mb\nc")
    #expect(desk.results("list").contains("leg 4 – a␛[31mb␊c\n"))
    #expect(
      try ReadJSON(desk.results("list", "--json"))[0]["note"].string == "a\u{1B}[31mb\nc")
  }
}
