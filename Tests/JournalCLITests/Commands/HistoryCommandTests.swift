import Testing
@testable import JSONText
@testable import JournalCLI
@testable import WrittenValues

@Suite struct HistoryCommandTests {
  /// A desk at which something was done, undone and redone.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus", "--on", "-5d")
      desk.results("run", "8.2km", "45:10", "--shoe", "peg", "--note", "windy")
      desk.results("flare", "start", "--on", "yesterday")
      desk.results("flare", "end", "--peak", "4")
      desk.results("undo")
      desk.results("redo")
      desk.results("undo")
      let rows = (1...5).map { "2026-10-0\($0),\($0)000\n" }.joined()
      let file = try desk.folder.write("day,distance_m\n\(rows)", to: "runs.csv")
      desk.results("import", file, "--as", "run", "--select", "SELECT * FROM csv")
      try desk.setTimes()
    }
  }

  @Test func `What was done is told newest first, with what became of it`() throws {
    var desk = try desk()
    desk.width = 200
    #expect(
      desk.nerve("history")
        == Transcript(
          output: """
            action  when                  command      status  what
            ------  --------------------  -----------  ------  ----------------------------------------------------------------------------
                 8  Mon 2026-11-23 12:00  import               5 runs added
                 7  Mon 2026-11-23 12:00  undo of 4            flare-up 1: last day Mon 2026-11-23 -> unknown, peak pain 4 of 10 -> unknown
                 6  Mon 2026-11-23 12:00  redo of 4            flare-up 1: last day unknown -> Mon 2026-11-23, peak pain unknown -> 4 of 10
                 5  Mon 2026-11-23 12:00  undo of 4            flare-up 1: last day Mon 2026-11-23 -> unknown, peak pain 4 of 10 -> unknown
                 4  Mon 2026-11-23 12:00  flare end    undone  flare-up 1: last day unknown -> Mon 2026-11-23, peak pain unknown -> 4 of 10
                 3  Mon 2026-11-23 12:00  flare start          flare-up 1 added: in progress (Sun 2026-11-22)
                 2  Mon 2026-11-23 12:00  run                  run 1 added: 8.2 km in 45:10 (5:30 /km), Pegasus (Mon 2026-11-23)
                 1  Mon 2026-11-23 12:00  shoe add             shoe 1 added: Pegasus

            """))
  }

  @Test func `An entry that is only a note is not told as forgotten`() throws {
    let desk = try Desk()
    desk.results("pain", "--note", "legs heavy")
    let history = desk.results("history")
    #expect(history.contains("check-in 1 added: note (Mon 2026-11-23)"), "\(history)")
    desk.results("forget", "pain", "1", "--yes")
    #expect(desk.results("history").contains("check-in 1 added: forgotten"))
  }

  @Test func `A narrow terminal has lines for each action, and loses nothing of an entry`()
    throws
  {
    var desk = try desk()
    desk.width = 80
    let lines = desk.results("history").split(separator: "\n")
    #expect(lines.allSatisfy { DisplayText.width($0) <= 80 })
    #expect(!lines.contains { $0.contains("…") })
    desk.width = 50
    #expect(
      desk.results("history", "-n", "2") == """
        8  Mon 2026-11-23 12:00  import
          5 runs added
        7  Mon 2026-11-23 12:00  undo of 4
          flare-up 1: last day Mon 2026-11-23 -> unknown,
          peak pain 4 of 10 -> unknown

        """)
    desk.width = 80
    #expect(
      desk.results("history", "flare", "1", "-n", "1") == """
        action  when                  command  what
        ------  --------------------  -------  -----------------------------------------
             7  Mon 2026-11-23 12:00  undo     last day Mon 2026-11-23 -> unknown, peak
                                               pain 4 of 10 -> unknown

        """)
  }

  @Test func `A number of actions is asked for`() throws {
    let desk = try desk()
    #expect(try ReadJSON(desk.results("history", "--json", "-n", "3")).array.count == 3)
    #expect(try ReadJSON(desk.results("history", "--json", "-n2")).array.count == 2)
    #expect(try ReadJSON(desk.results("history", "--json")).array.count == 8)
  }

  @Test func `The same comes as JSON, CSV and Markdown`() throws {
    let desk = try desk()
    let json = try ReadJSON(desk.results("history", "--json"))
    #expect(json.array.compactMap { $0["action"].number } == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(
      json[0]
        == .object([
          "action": .number(8), "done_at": .string("2026-11-23T12:00:00Z"),
          "command": .string("import"), "kind": .string("command"), "of": .null,
          "import": .number(1), "undone_by": .null, "entries": .number(5),
          "what": .string("5 runs added"),
        ]))
    #expect(
      json.array.map { $0["kind"].string ?? "" } == [
        "command", "undo", "redo", "undo", "command", "command", "command", "command",
      ])
    #expect(
      json.array.map { $0["of"].number } == [nil, 4, 4, 4, nil, nil, nil, nil])
    #expect(
      json.array.map { $0["undone_by"].number } == [nil, nil, nil, nil, 7, nil, nil, nil])
    #expect(
      desk.results("history", "-n", "1", "--format", "csv") == """
        action,done_at,command,kind,of,import,undone_by,entries,what\r
        8,2026-11-23T12:00:00Z,import,command,,1,,5,5 runs added\r

        """)
    #expect(
      desk.results("history", "-n", "1", "--format", "markdown").hasPrefix(
        "| action | when "))
  }

  @Test func `Every change of one entry is told with the values before and after`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("history", "flare", "1", "--format", "csv")
        == Transcript(
          output: """
            action,done_at,command,kind,id,change,field,before,after\r
            7,2026-11-23T12:00:00Z,undo,flare_up,1,changed,end_day,2026-11-23,\r
            7,2026-11-23T12:00:00Z,undo,flare_up,1,changed,peak_pain,4,\r
            6,2026-11-23T12:00:00Z,redo,flare_up,1,changed,end_day,,2026-11-23\r
            6,2026-11-23T12:00:00Z,redo,flare_up,1,changed,peak_pain,,4\r
            5,2026-11-23T12:00:00Z,undo,flare_up,1,changed,end_day,2026-11-23,\r
            5,2026-11-23T12:00:00Z,undo,flare_up,1,changed,peak_pain,4,\r
            4,2026-11-23T12:00:00Z,flare end,flare_up,1,changed,end_day,,2026-11-23\r
            4,2026-11-23T12:00:00Z,flare end,flare_up,1,changed,peak_pain,,4\r
            3,2026-11-23T12:00:00Z,flare start,flare_up,1,added,onset_day,,2026-11-22\r

            """))
    let json = try ReadJSON(desk.results("history", "run", "1", "--json"))
    #expect(json.array.count == 1)
    #expect(json[0]["change"].string == "added")
    #expect(
      json[0]["fields"].array.last
        == .object([
          "field": .string("note"), "before": .null, "after": .string("windy"),
        ]))
  }

  @Test func `An entry that is gone keeps its history, and other programs are named`() throws {
    var desk = try desk()
    desk.width = 120
    _ = try desk.rows("UPDATE run SET distance_m = 9000, note = NULL WHERE id = 1")
    _ = try desk.rows("DELETE FROM run WHERE id = 1")
    #expect(
      desk.nerve("history", "run", "[1]")
        == Transcript(
          output: """
            action  when                  command          what
            ------  --------------------  ---------------  -------------------------------------------------------------
                                          another program  deleted: 9.0 km in 45:10 (5:01 /km), Pegasus (Mon 2026-11-23)
                                          another program  distance 8.2 -> 9.0 km, note windy -> unknown
                 2  Mon 2026-11-23 12:00  run              added: 8.2 km in 45:10 (5:30 /km), Pegasus (Mon 2026-11-23)

            """))
    let json = try ReadJSON(desk.results("history", "run", "1", "--json"))
    #expect(json[0]["action"].isNull && json[0]["done_at"].isNull)
    #expect(
      json[1]["fields"][0]
        == .object([
          "field": .string("distance_m"), "before": .number(8_200), "after": .number(9_000),
        ]))
    #expect(
      desk.nerve("history").messages
        == "Other programs also made 2 changes; the history of each entry shows them.\n")
  }

  @Test(
    arguments: [
      (["shoe", "peg"], "shoe add  added: Pegasus\n"),
      (["shoe", "1"], "shoe add  added: Pegasus\n"),
      (["flare-up", "1"], "flare start  added: in progress (Sun 2026-11-22)\n"),
      (["runs", "3"], "import   added: 2.0 km (Fri 2026-10-02)\n"),
    ])
  func `An entry is named by its kind and its number or name`(
    words: [String], told: String
  ) throws {
    #expect(try desk().results(["history"] + words).contains(told))
  }

  @Test func `What has no history is told so`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("history", "run", "99")
        == Transcript(messages: "No history for run 99.\n"))
    // The exercises that come with the journal were never changed.
    #expect(
      desk.nerve("history", "exercise", "piri", "--json")
        == Transcript(output: "[]\n", messages: "No history for exercise 1.\n"))
  }

  @Test func `Times are those of the clock on the wall`() throws {
    var binary = try BuiltBinary()
    #expect(try binary.run(["pain", "4"]).status == 0)
    let path = binary.home[".local/share/nerve/journal.sqlite"]
    for (moment, zone, told) in [
      ("2026-07-01T12:00:00Z", "Europe/London", "Wed 2026-07-01 13:00"),
      ("2026-01-01T12:00:00Z", "Europe/London", "Thu 2026-01-01 12:00"),
      ("2026-01-01T20:00:00Z", "Asia/Kathmandu", "Fri 2026-01-02 01:45"),
      ("2026-01-01T02:00:00Z", "America/New_York", "Wed 2025-12-31 21:00"),
    ] {
      _ = try JournalFile(path: path).rows("UPDATE action SET done_at = '\(moment)'")
      binary.variables["TZ"] = zone
      #expect(try binary.run(["history"]).output.contains("     1  \(told)  pain"))
    }
  }
}
