import Testing

@testable import JournalCLI

@Suite struct FlareCommandTests {
  @Test func `A flare-up begins, lasts and ends`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("flare", "start", "--trigger", "long drive", "--peak", "7", "--on", "-4d")
        == Transcript(
          output: "Flare-up: started, peak 7, long drive on Thu 19 Nov 2026 (4 days ago)  [1]\n",
          messages: undoHint))
    #expect(desk.results("list").contains("in progress, peak 7, long drive"))
    #expect(
      desk.nerve("flare", "end", "--on", "yesterday", "--peak", "8")
        == Transcript(
          output: "Flare-up: 4 days, ended on Sun 22 Nov 2026 (yesterday)  [1]\n",
          messages: undoHint))
    #expect(
      try desk.rows("SELECT onset_day, end_day, peak_pain, trigger_text FROM flare_up")
        == ["2026-11-19|2026-11-22|8|long drive"])
    #expect(try desk.rows("SELECT count(*) FROM day WHERE flare") == ["4"])
    // A flare-up is an event: it says nothing about pain.
    #expect(try desk.rows("SELECT count(leg_pain) FROM day") == ["0"])
  }

  @Test func `There is one flare-up at a time`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--on", "-2d")
    #expect(
      desk.nerve("flare", "start")
        == Transcript(
          1,
          messages: "nerve: A flare-up is already in progress, since 2026-11-21. "
            + "End it with: nerve flare end\n"))
    #expect(
      desk.nerve("flare", "end", "--on", "-3d")
        == Transcript(
          1,
          messages: "nerve: A flare-up cannot end before it started, on 2026-11-21.\n"))
    desk.results("flare", "end")
    #expect(
      desk.nerve("flare", "end")
        == Transcript(
          1,
          messages: "nerve: No flare-up is in progress. Start one with: nerve flare start\n"))
  }

  @Test func `The end of a flare-up is taken back alone`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--peak", "6", "--on", "-2d")
    desk.results("flare", "end", "--peak", "9")
    #expect(desk.results("undo").hasPrefix("Undone: flare end (action 2)\n"))
    #expect(
      try desk.rows("SELECT onset_day, end_day, peak_pain FROM flare_up")
        == ["2026-11-21|NULL|6"])
  }

  @Test func `A flare-up cannot begin while an earlier one lasted`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--on", "-10d")
    desk.results("flare", "end", "--on", "-8d")
    #expect(
      desk.nerve("flare", "start", "--on", "-9d")
        == Transcript(
          1, messages: "nerve: A flare-up cannot overlap another one.\n"))
    desk.results("flare", "start", "--on", "-7d")
  }

  @Test func `The peak of the start stays if that of the end is lower`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--peak", "7")
    desk.results("flare", "end", "--peak", "3")
    #expect(try desk.rows("SELECT peak_pain FROM flare_up") == ["7"])
  }

  @Test func `A day to come is refused with an option that exists`() throws {
    let desk = try Desk()
    desk.results("flare", "start")
    for command in [["flare", "end", "--on", "tomorrow"], ["flare", "start", "--on", "+1d"]] {
      let refused = desk.nerve(command)
      #expect(refused.status == 64)
      #expect(refused.messages.contains("add --yes"))
    }
    #expect(
      desk.results("flare", "end", "--on", "tomorrow", "--force").contains("Tue 24 Nov 2026"))
  }

  @Test func `A flare-up that was not over lasts again`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("flare", "start", "--on", "-9d").output
        == "Flare-up: started on Sat 14 Nov 2026 (9 days ago)  [1]\n")
    desk.results("flare", "end", "--on", "-8d")
    desk.results("flare", "start", "--on", "-4d")
    #expect(
      desk.nerve("flare", "reopen")
        == Transcript(
          1,
          messages: "nerve: A flare-up is already in progress, since 2026-11-19. "
            + "End it with: nerve flare end\n"))
    #expect(
      desk.results("flare", "end", "--on", "-4d")
        == "Flare-up: 1 day, ended on Thu 19 Nov 2026 (4 days ago)  [2]\n")
    #expect(
      desk.nerve("flare", "reopen", "1")
        == Transcript(
          1,
          messages:
            "nerve: A flare-up cannot be reopened after another one started, on 2026-11-19.\n"))
    #expect(
      desk.nerve("flare", "reopen", "[2]")
        == Transcript(
          output: "Flare-up: in progress again, since Thu 19 Nov 2026 (4 days ago)  [2]\n",
          messages: undoHint))
    #expect(
      try desk.rows("SELECT id, end_day FROM flare_up") == ["1|2026-11-15", "2|NULL"])
    desk.results("undo")
    #expect(try desk.rows("SELECT end_day FROM flare_up WHERE id = 2") == ["2026-11-19"])
    #expect(desk.results("flare", "reopen").contains("  [2]"))
  }

  @Test func `What never ended cannot last again`() throws {
    let desk = try Desk()
    #expect(desk.nerve("flare", "reopen").status == 1)
    #expect(try desk.folder.contents.isEmpty)
    desk.results("pain", "4")
    #expect(
      desk.nerve("flare", "reopen")
        == Transcript(
          1,
          messages: "nerve: There is no ended flare-up to reopen. "
            + "Start one with: nerve flare start\n"))
  }

  @Test func `A run may have set it off`() throws {
    let desk = try Desk()
    desk.results("run", "12km", "--on", "-2d")
    desk.results("run", "5km", "--on", "-1d")
    desk.results("run", "6km")
    #expect(
      desk.results("flare", "start", "--on", "-1d", "--run")
        == "Flare-up: started, after run 2 on Sun 22 Nov 2026 (yesterday)  [1]\n")
    desk.results("undo")
    #expect(
      desk.results("flare", "start", "--run", "1", "--trigger", "hills", "--peak", "8")
        == "Flare-up: started, peak 8, after run 1, hills on Mon 23 Nov 2026 (today)  [2]\n")
    #expect(try desk.rows("SELECT trigger_run_id, trigger_text FROM flare_up") == ["1|hills"])
    #expect(
      desk.results("list", "--kind", "flare_up").contains("in progress, peak 8, after run 1, hills")
    )
  }

  /// Two flare-ups, of which the later one lasts.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("run", "12km", "--on", "-6d")
      desk.results("flare", "start", "--on", "-9d", "--trigger", "long drive", "--note", "left")
      desk.results("flare", "end", "--on", "-8d", "--peak", "6")
      desk.results("flare", "start", "--on", "-4d", "--run", "last")
    }
  }

  @Test func `Flare-ups are listed with their days`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("flare", "list")
        == Transcript(
          output: """
            started         ended           days  peak  id  suspected trigger
            --------------  --------------  ----  ----  --  -------------------------------
            Thu 2026-11-19  in progress        5         2  run 1 (12.0 km, Tue 2026-11-17)
            Sat 2026-11-14  Sun 2026-11-15     2     6   1  long drive

            """))
    #expect(
      desk.results("flare", "list", "--json") == """
        [
          {
            "id": 2,
            "onset_day": "2026-11-19",
            "end_day": null,
            "days": 5,
            "peak_pain": null,
            "trigger_run_id": 1,
            "trigger_run_day": "2026-11-17",
            "trigger_run_distance_m": 12000.0,
            "trigger_text": null,
            "note": null
          },
          {
            "id": 1,
            "onset_day": "2026-11-14",
            "end_day": "2026-11-15",
            "days": 2,
            "peak_pain": 6,
            "trigger_run_id": null,
            "trigger_run_day": null,
            "trigger_run_distance_m": null,
            "trigger_text": "long drive",
            "note": "left"
          }
        ]

        """)
    #expect(
      desk.results("flare", "list", "--format", "csv")
        == "id,onset_day,end_day,days,peak_pain,trigger_run_id,trigger_run_day,"
        + "trigger_run_distance_m,trigger_text,note\r\n"
        + "2,2026-11-19,,5,,1,2026-11-17,12000,,\r\n"
        + "1,2026-11-14,2026-11-15,2,6,,,,long drive,left\r\n")
    #expect(
      desk.results("flare", "list", "--format", "markdown") == """
        | started        | ended          | days | peak |  id | suspected trigger               |
        | :------------- | :------------- | ---: | ---: | --: | :------------------------------ |
        | Thu 2026-11-19 | in progress    |    5 |      |   2 | run 1 (12.0 km, Tue 2026-11-17) |
        | Sat 2026-11-14 | Sun 2026-11-15 |    2 |    6 |   1 | long drive                      |

        """)
  }

  @Test func `Without flare-ups there is a word and no table`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    #expect(desk.nerve("flare", "list") == Transcript(messages: "No flare-ups.\n"))
    #expect(desk.results("flare", "list", "--json") == "[]\n")
  }
}
