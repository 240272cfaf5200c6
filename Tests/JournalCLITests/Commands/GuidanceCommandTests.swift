import JournalModel
import Testing
@testable import JournalCLI

@Suite struct GuidanceCommandTests {
  /// What is typed after `nerve guidance add` on Monday, and what is understood.
  @Test(arguments: [
    (["no hills"], "no hills", "NULL|no hills|NULL|NULL|NULL"),
    (
      ["no", "hills", "--by", "physio", "--until", "2027-03-01"],
      "physio: no hills, until Mon 1 Mar 2027", "physio|no hills|NULL|NULL|2027-03-01"
    ),
    (
      ["short", "--limit", "5km", "--days-off", "7"], "short, no run over 5.0 km, 7 days off",
      "NULL|short|5000.0|7|NULL"
    ),
    (["short", "--limit", "3mi"], "short, no run over 4.8 km", "NULL|short|4828.032|NULL|NULL"),
    (["rest", "--days-off", "1"], "rest, 1 day off", "NULL|rest|NULL|1|NULL"),
    (["x", "--until", "1 mar"], "x, until Mon 1 Mar 2027", "NULL|x|NULL|NULL|2027-03-01"),
    (["x", "--until", "fri"], "x, until Fri 27 Nov 2026", "NULL|x|NULL|NULL|2026-11-27"),
    (["x", "--until", "mon"], "x, until Mon 30 Nov 2026", "NULL|x|NULL|NULL|2026-11-30"),
    (["x", "--until", "2w"], "x, until Mon 7 Dec 2026", "NULL|x|NULL|NULL|2026-12-07"),
    (["x", "--until", "in 3 weeks"], "x, until Mon 14 Dec 2026", "NULL|x|NULL|NULL|2026-12-14"),
    (["x", "--until", "today"], "x, until Mon 23 Nov 2026", "NULL|x|NULL|NULL|2026-11-23"),
  ])
  func `Guidance is echoed and stored as it was understood`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["guidance", "add"] + words)
        == Transcript(
          output: "Guidance: \(told); given on Mon 23 Nov 2026 (today)  [1]\n",
          messages: undoHint))
    #expect(
      try desk.rows(
        "SELECT given_by, advice, longest_run_m, days_off, until_day FROM guidance") == [stored])
    #expect(desk.results("undo").hasPrefix("Undone: guidance add (action "))
  }

  @Test func `Its last day counts from the day it was given`() throws {
    let desk = try Desk()
    #expect(
      desk.results("guidance", "add", "x", "--on", "2026-02-03", "--until", "1 mar")
        == "Guidance: x, until Sun 1 Mar 2026; given on Tue 3 Feb 2026  [1]\n")
    #expect(
      desk.nerve("guidance", "add", "x", "--until", "yesterday")
        == Transcript(
          64,
          messages: "nerve: --until 'yesterday' is before the day of the advice; use a later day.\n"
        ))
  }

  /// Three pieces: one ended, one that holds, one to come.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("guidance", "add", "rest", "--on", "-30d", "--until", "-20d", "--days-off", "7")
      desk.results(
        "guidance", "add", "no hills", "--by", "physio", "--on", "-21d", "--limit", "5km")
      desk.results("guidance", "add", "intervals", "--on", "+7d", "--force")
    }
  }

  @Test func `What holds is listed first, what has ended if it is asked for`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("guidance", "list")
        == Transcript(
          output: """
            since           until  status    by      longest run  days off  id  advice
            --------------  -----  --------  ------  -----------  --------  --  ---------
            Mon 2026-11-02         in force  physio       5.0 km             2  no hills
            Mon 2026-11-30         upcoming                                  3  intervals

            """))
    #expect(
      desk.nerve("guidance", "list", "--all")
        == Transcript(
          output: """
            since           until           status    by      longest run  days off  id  advice
            --------------  --------------  --------  ------  -----------  --------  --  ---------
            Mon 2026-11-02                  in force  physio       5.0 km             2  no hills
            Mon 2026-11-30                  upcoming                                  3  intervals
            Sat 2026-10-24  Tue 2026-11-03  ended                                 7   1  rest

            """))
    #expect(
      desk.results("guidance", "list", "--json") == """
        [
          {
            "id": 2,
            "day": "2026-11-02",
            "until_day": null,
            "in_force": true,
            "given_by": "physio",
            "longest_run_m": 5000.0,
            "days_off": null,
            "advice": "no hills"
          },
          {
            "id": 3,
            "day": "2026-11-30",
            "until_day": null,
            "in_force": false,
            "given_by": null,
            "longest_run_m": null,
            "days_off": null,
            "advice": "intervals"
          }
        ]

        """)
    #expect(
      desk.results("guidance", "list", "--all", "--format", "csv")
        == "id,day,until_day,in_force,given_by,longest_run_m,days_off,advice\r\n"
        + "2,2026-11-02,,1,physio,5000,,no hills\r\n3,2026-11-30,,0,,,,intervals\r\n"
        + "1,2026-10-24,2026-11-03,0,,,7,rest\r\n")
    #expect(
      desk.results("guidance", "list", "--format", "markdown").hasPrefix(
        "| since          | until | status   | by     | longest run | days off |  id | advice"))
  }

  @Test func `Without guidance there is a word and no table`() throws {
    let desk = try Desk()
    desk.results("guidance", "add", "rest", "--on", "-30d", "--until", "-20d")
    #expect(
      desk.nerve("guidance", "list")
        == Transcript(
          messages: "No guidance in force today. To see what has ended: nerve guidance list --all\n"
        ))
    desk.results("undo")
    #expect(desk.nerve("guidance", "list", "--all") == Transcript(messages: "No guidance.\n"))
    #expect(desk.results("guidance", "list", "--json") == "[]\n")
  }

  @Test func `The one that holds ends, or the one that is named`() throws {
    let desk = try desk()
    #expect(
      desk.nerve("guidance", "end")
        == Transcript(
          output: "Guidance: no hills; ends on Mon 23 Nov 2026 (today)  [2]\n",
          messages: undoHint))
    #expect(desk.results("undo").hasPrefix("Undone: guidance end (action "))
    #expect(
      desk.results("guidance", "end", "2", "--on", "yesterday")
        == "Guidance: no hills; ends on Sun 22 Nov 2026 (yesterday)  [2]\n")
    #expect(
      desk.nerve("guidance", "end")
        == Transcript(
          64, messages: "nerve: No guidance is in force today; see: nerve guidance list --all\n"))
    #expect(
      desk.nerve("guidance", "end", "1")
        == Transcript(
          1, messages: "nerve: The piece of guidance already ends on 2026-11-03.\n"))
    #expect(
      desk.nerve("guidance", "end", "3")
        == Transcript(
          1,
          messages: "nerve: A piece of guidance cannot end before it was given, on 2026-11-30.\n"))
  }

  @Test func `Which of two ends has to be said`() throws {
    let desk = try desk()
    desk.results("guidance", "add", "short strides")
    let before = try desk.dump()
    #expect(
      desk.nerve("guidance", "end")
        == Transcript(
          64,
          messages: "nerve: Today 2 pieces of guidance are in force; choose one by its id, from: "
            + "nerve guidance list\n"))
    #expect(try desk.dump() == before)
  }

  /// What a run of Monday meets, and what is said of it.
  @Test(arguments: [
    (["no hills", "--by", "physio", "--on", "-21d", "--limit", "5km"], ["run", "5km"], ""),
    (
      ["no hills", "--by", "physio", "--on", "-21d", "--limit", "5km"], ["run", "8.2km"],
      "Guidance from physio since Mon 2 Nov 2026: no run longer than 5.0 km. This one was 8.2 km.\n"
    ),
    (
      ["x", "--limit", "5km"], ["run", "5.02km"],
      "Guidance since Mon 23 Nov 2026: no run longer than 5.00 km. This one was 5.02 km.\n"
    ),
    (["x", "--limit", "5km"], ["run", "50m"], ""),
    (["x", "--limit", "5km", "--on", "-9d", "--until", "-1d"], ["run", "8km"], ""),
    (["x", "--limit", "5km"], ["run", "8km", "--on", "yesterday"], ""),
    (
      ["x", "--days-off", "7", "--on", "-6d"], ["run", "50m"],
      "Guidance since Tue 17 Nov 2026: 7 days off, up to Mon 23 Nov 2026. "
        + "This run breaks that.\n"
    ),
    (["x", "--days-off", "7", "--on", "-7d"], ["run", "50m"], ""),
  ])
  func `A limit is shown when a run breaks it, and the run is logged`(
    guidance: [String], run: [String], told: String
  ) throws {
    let desk = try Desk()
    desk.results(["guidance", "add"] + guidance)
    let transcript = desk.nerve(run)
    #expect(transcript.status == 0)
    #expect(transcript.messages == undoHint + told)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["1"])
  }
}
