import Testing

@testable import JournalCLI

@Suite struct ListCommandTests {
  /// A few days with an entry of most kinds.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus", "--on", "-5d")
    desk.results(
      "run", "8.2km", "45:10", "--rpe", "6", "--shoe", "peg", "--start", "17:30", "--on", "-2d",
      "--note", "windy, \"grim\"")
    desk.results("stretch", "piriformis", "3x30s", "--side", "left", "--on", "-2d")
    desk.results("flare", "start", "--peak", "7", "--trigger", "long drive", "--on", "yesterday")
    desk.results("pain", "4", "--reach", "calf", "--side", "left", "--tingling", "--no-weakness")
    return desk
  }

  @Test func `Entries are listed newest first`() throws {
    #expect(
      try desk().nerve("list")
        == Transcript(
          output: """
            day             time   what      id  entry
            --------------  -----  --------  --  -------------------------------------------------------------
            Mon 2026-11-23  07:30  check-in   1  leg 4, left, down to the calf, tingling
            Sun 2026-11-22         flare-up   1  lasts, peak 7, long drive
            Sat 2026-11-21  17:30  run        1  8.2 km in 45:10 (5:30 /km), effort 6, Pegasus – windy, "grim"
            Sat 2026-11-21         stretch    1  piriformis 3x30s left

            """))
  }

  @Test func `A list fits the terminal`() throws {
    var desk = try desk()
    desk.width = 60
    let lines = desk.results("list").split(separator: "\n")
    #expect(lines.allSatisfy { DisplayText.width($0) <= 60 })
    #expect(lines.contains { $0.hasSuffix("…") })
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
      (["--to", "2026-11-20"], []),
    ] as [([String], [String])])
  func `A list is narrowed by number, kind and days`(words: [String], kinds: [String]) throws {
    let json = try ReadJSON(try desk().results(["list", "--json"] + words))
    #expect(json.array.compactMap { $0["kind"].string } == kinds)
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
