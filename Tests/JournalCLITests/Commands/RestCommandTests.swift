import JournalModel
import Testing
@testable import JSONText
@testable import JournalCLI

@Suite struct RestCommandTests {
  @Test func `Today is a rest, or the day that is named`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("rest")
        == Transcript(
          output: "Marked as rest on Mon 23 Nov 2026 (today)  [1]\n", messages: undoHint))
    #expect(
      desk.results("rest", "-2d")
        == "Marked as rest on Sat 21 Nov 2026 (2 days ago)  [2]\n")
    #expect(
      desk.results("rest", "--on", "yesterday")
        == "Marked as rest on Sun 22 Nov 2026 (yesterday)  [3]\n")
    #expect(desk.results("rest", "7", "feb").contains("Sat 7 Feb 2026"))
    #expect(
      try desk.rows("SELECT day, kind FROM day_mark ORDER BY day") == [
        "2026-02-07|rest", "2026-11-21|rest", "2026-11-22|rest", "2026-11-23|rest",
      ])
    #expect(
      try desk.rows("SELECT day, distance_km FROM day WHERE state = 'rest'").count == 4)
  }

  /// What is typed on Monday, and the first and last day by hand.
  @Test(arguments: [
    (["wed..fri"], "Wed 18 Nov 2026 to Fri 20 Nov 2026, 3 days"),
    (["mon..fri"], "Mon 16 Nov 2026 to Fri 20 Nov 2026, 5 days"),
    (["last", "wed", ".."], "Wed 18 Nov 2026 to Mon 23 Nov 2026, 6 days"),
    (["sat.."], "Sat 21 Nov 2026 to Mon 23 Nov 2026, 3 days"),
    (["-3d..-2d"], "Fri 20 Nov 2026 to Sat 21 Nov 2026, 2 days"),
    (["2026-02-03..2026-02-09"], "Tue 3 Feb 2026 to Mon 9 Feb 2026, 7 days"),
  ])
  func `Days from one to another are marked as one action`(words: [String], told: String) throws {
    let desk = try Desk()
    desk.results("pain", "4")
    #expect(
      desk.nerve(["rest"] + words)
        == Transcript(output: "Marked as rest: \(told)\n", messages: undoHint))
    #expect(desk.results("undo").hasPrefix("Undone: rest ("))
    #expect(try desk.rows("SELECT count(*) FROM day_mark") == ["0"])
  }

  @Test func `The same mark is left, the other one gives way and comes back with undo`() throws {
    let desk = try Desk()
    desk.results("rest", "-2d")
    #expect(
      desk.nerve("rest", "sat")
        == Transcript(output: "Sat 21 Nov 2026 (2 days ago) is already marked as rest.\n"))
    #expect(try desk.rows("SELECT count(*) FROM action") == ["1"])
    #expect(
      desk.results("gap", "sat")
        == "Marked as not tracked instead of rest on Sat 21 Nov 2026 (2 days ago)  [1]\n")
    desk.results("rest", "sun")
    #expect(
      desk.results("rest", "fri..")
        == "Marked as rest: Fri 20 Nov 2026 to Mon 23 Nov 2026, 4 days "
        + "(1 already marked, 1 instead of not tracked)\n")
    #expect(try desk.rows("SELECT count(*) FROM day_mark WHERE kind = 'rest'") == ["4"])
    #expect(
      desk.nerve("rest", "fri..")
        == Transcript(
          output: "Fri 20 Nov 2026 to Mon 23 Nov 2026, 4 days: all already marked as rest.\n"))
    #expect(desk.results("undo").hasPrefix("Undone: rest (action 4)\n"))
    #expect(
      try desk.rows("SELECT day, kind FROM day_mark ORDER BY day")
        == ["2026-11-21|not_tracked", "2026-11-22|rest"])
  }

  @Test func `A day with a run is no rest, and nothing is marked`() throws {
    let desk = try Desk()
    for day in ["-1d", "-3d", "-3d", "-5d"] { desk.results("run", "5km", "-y", "--on", day) }
    #expect(
      desk.nerve("rest", "yesterday")
        == Transcript(
          1,
          messages: "nerve: There is a run on 2026-11-22, so it was not a rest day. "
            + "Leave that day out.\n"))
    #expect(
      desk.nerve("rest", "-6d..")
        == Transcript(
          1,
          messages: "nerve: There are runs on 2026-11-18, 2026-11-20 and 2026-11-22, so they were "
            + "not rest days. Leave those days out.\n"))
    #expect(try desk.rows("SELECT count(*) FROM day_mark") == ["0"])
    // Whether more was run is another question.
    #expect(desk.nerve("gap", "-6d..").status == 0)
    #expect(try desk.rows("SELECT count(*) FROM day WHERE state = 'run'") == ["3"])
  }

  @Test func `A run on a day of rest is logged, and told to count`() throws {
    let desk = try Desk()
    desk.results("rest")
    #expect(
      desk.nerve("run", "5km")
        == Transcript(
          output: "Run: 5.0 km on Mon 23 Nov 2026 (today)  [1]\n",
          messages: undoHint
            + "This day was marked as rest; with the run, it counts as a running day.\n"))
  }

  @Test func `A day to come is refused unless it is forced`() throws {
    let desk = try Desk()
    for (words, day) in [
      (["tomorrow"], "tomorrow"), (["--on", "tomorrow"], "tomorrow"),
      (["mon..2026-11-24"], "2026-11-24"),
    ] {
      #expect(
        desk.nerve(["rest"] + words)
          == Transcript(
            64,
            messages: "nerve: '\(day)' is Tue 24 Nov 2026, in the future; check it, or "
              + "add --yes to use it anyway.\n"))
    }
    #expect(try desk.folder.contents.isEmpty)
    #expect(
      desk.results("rest", "today..2026-11-25", "--force")
        == "Marked as rest: Mon 23 Nov 2026 to Wed 25 Nov 2026, 3 days\n")
  }

  @Test func `The night until four belongs to the day before`() throws {
    let desk = try Desk(at: 1)
    #expect(desk.results("rest") == "Marked as rest on Sun 22 Nov 2026 (today)  [1]\n")
    // Whoever writes the date out means it.
    #expect(desk.results("rest", "2026-11-23").contains("Mon 23 Nov 2026 (tomorrow)"))
  }
}

@Suite struct GapCommandTests {
  @Test func `A day that was not tracked is unknown, whatever else was logged`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--on", "-2d")
    desk.results("pain", "4", "--on", "-1d")
    #expect(
      desk.nerve("gap", "-2d")
        == Transcript(
          output: "Marked as not tracked on Sat 21 Nov 2026 (2 days ago)  [1]\n",
          messages: undoHint))
    #expect(
      try desk.rows("SELECT day, state FROM day") == ["2026-11-21|NULL", "2026-11-22|rest"])
    #expect(
      try ReadJSON(desk.results("list", "--kind", "day_mark", "--json"))
        == .array([
          .object([
            "kind": .string("day_mark"), "id": .number(1), "day": .string("2026-11-21"),
            "day_mark_kind": .string("not_tracked"),
          ])
        ]))
  }

  @Test func `It needs its days`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("gap")
        == Transcript(
          64,
          messages: "nerve: Give the days that were not tracked, as in: nerve gap mon..wed\n"))
  }

  @Test func `A mark as JSON names its own kind beside that of the entry`() throws {
    let desk = try Desk()
    desk.results("rest")
    #expect(
      try ReadJSON(desk.results("show", "mark", "--json"))
        == .object([
          "kind": .string("day_mark"), "id": .number(1), "day": .string("2026-11-23"),
          "day_mark_kind": .string("rest"),
        ]))
  }
}
