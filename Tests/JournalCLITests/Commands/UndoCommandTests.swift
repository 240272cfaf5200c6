import Testing
@testable import JSONText
@testable import JournalCLI

private let redoHint = "Redo it with: nerve redo\n"

@Suite struct UndoCommandTests {
  @Test func `Undo goes back entry by entry and leaves nothing behind, and redo brings all back`()
    throws
  {
    var desk = try Desk()
    desk.width = 140
    desk.results("pain", "1")
    desk.results("undo")
    let journal = JournalFile(path: desk.folder["journal.sqlite"])
    let empty = try journal.entries
    desk.results("shoe", "add", "Pegasus")
    desk.results("run", "5km", "--shoe", "peg")
    desk.results("stretch", "wall sit", "3x30s", "--new")
    desk.results("flare", "start")
    desk.results("flare", "end", "--peak", "4")
    let full = try journal.entries
    let today = "Mon 23 Nov 2026 (today)"
    for told in [
      """
      flare end (action 7)
        flare-up 1 of \(today): last day Mon 2026-11-23 -> unknown, peak pain 4 of 10 -> unknown
      """,
      "flare start (action 6)\n  flare-up 1 deleted: \(today), in progress",
      """
      stretch (action 5)
        stretch 1 deleted: \(today), wall sit 3x30s
        exercise 27 deleted: wall sit
      """,
      "run (action 4)\n  run 1 deleted: \(today), 5.0 km, Pegasus",
      "shoe add (action 3)\n  shoe 1 deleted: Pegasus",
    ] {
      #expect(
        desk.nerve("undo") == Transcript(output: "Undone: \(told)\n", messages: redoHint))
    }
    #expect(try journal.entries == empty)
    #expect(
      desk.nerve("undo") == Transcript(1, messages: "nerve: There is nothing to undo.\n"))
    for (action, told) in [
      (3, "shoe add (action 3)\n  shoe 1 added: Pegasus"),
      (4, "run (action 4)\n  run 1 added: \(today), 5.0 km, Pegasus"),
      (
        5,
        """
        stretch (action 5)
          exercise 27 added: wall sit
          stretch 1 added: \(today), wall sit 3x30s
        """
      ),
      (6, "flare start (action 6)\n  flare-up 1 added: \(today), in progress"),
      (
        7,
        """
        flare end (action 7)
          flare-up 1 of \(today): last day unknown -> Mon 2026-11-23, peak pain unknown -> 4 of 10
        """
      ),
    ] {
      #expect(
        desk.nerve("redo")
          == Transcript(
            output: "Redone: \(told)\n",
            messages: "Undo it with: nerve undo \(action)\n"))
    }
    #expect(try journal.entries == full)
    // The first of all was undone before the others were logged, so it is named.
    #expect(
      desk.nerve("redo")
        == Transcript(
          1,
          messages: "nerve: The journal has changed since the last undo. "
            + "Redo it anyway with: nerve redo 1\n"))
    desk.results("redo", "1")
    #expect(
      desk.nerve("redo")
        == Transcript(1, messages: "nerve: There is nothing to redo.\n"))
  }

  @Test(arguments: [["--dry-run"], ["-n"], ["1", "-n"], ["--import", "1", "-n"]])
  func `What would be done is told and not done`(words: [String]) throws {
    let desk = try Desk()
    let file = try desk.folder.write("day,distance_m\n2026-11-18,8000\n", to: "runs.csv")
    desk.results("import", file, "--as", "run", "--select", "SELECT * FROM csv")
    let before = try desk.dump()
    #expect(
      desk.nerve(["undo"] + words)
        == Transcript(
          output: """
            Would undo: import (action 1)
              run 1 deleted: Wed 18 Nov 2026 (5 days ago), 8.0 km

            """))
    #expect(try desk.dump() == before)
    desk.results("undo")
    let undone = try desk.dump()
    #expect(
      desk.nerve("redo", "-n")
        == Transcript(
          output: """
            Would redo: import (action 1)
              run 1 added: Wed 18 Nov 2026 (5 days ago), 8.0 km

            """))
    #expect(try desk.dump() == undone)
  }

  @Test func `An action is undone and redone by its number`() throws {
    let desk = try Desk()
    desk.results("run", "5km")
    desk.results("pain", "4")
    #expect(
      desk.nerve("undo", "1")
        == Transcript(
          output: """
            Undone: run (action 1)
              run 1 deleted: Mon 23 Nov 2026 (today), 5.0 km

            """, messages: redoHint))
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["1"])
    desk.results("undo")
    desk.results("redo", "1")
    #expect(
      desk.nerve("redo", "1")
        == Transcript(
          1,
          messages: "nerve: Action 1 is not undone, so there is nothing to redo.\n"))
    #expect(
      desk.nerve("undo", "2")
        == Transcript(
          1,
          messages: "nerve: Action 2 is already undone. Redo it with: nerve redo 2\n"))
    #expect(
      desk.nerve("undo", "3")
        == Transcript(
          1,
          messages: "nerve: Action 3 is itself the undo of action 1. Use 1 instead.\n"))
  }

  @Test func `What stands in the way is told with what to do, and nothing is changed`() throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Pegasus")
    desk.results("run", "5km", "--shoe", "peg")
    try desk.setTimes()
    let before = try desk.dump()
    #expect(
      desk.nerve("undo", "1")
        == Transcript(
          1,
          messages: """
            nerve: Action 1 (shoe add, 2026-11-23) cannot be undone yet: it would remove an entry \
            that action 2 (run, 2026-11-23) uses. Undo that action first with: nerve undo 2

            """))
    #expect(try desk.dump() == before)
    _ = try desk.rows("UPDATE run SET note = 'from elsewhere'")
    #expect(
      desk.nerve("undo")
        == Transcript(
          1,
          messages: """
            nerve: Action 2 (run, 2026-11-23) cannot be undone yet: another program has since \
            changed run 1. Look at nerve history run 1, or add --force to do it anyway.

            """))
    desk.results("undo", "--force")
    desk.results("redo")
    #expect(try desk.rows("SELECT note FROM run") == ["from elsewhere"])
  }

  @Test func `Where many entries are concerned, a person is asked before`() throws {
    var desk = try Desk()
    let rows = (1...25).map { "2026-10-0\($0 % 9 + 1),\($0)00\n" }.joined()
    let file = try desk.folder.write("day,distance_m\n\(rows)", to: "runs.csv")
    let words = ["import", file, "--as", "run", "--select", "SELECT * FROM csv"]
    desk.results(words)
    let before = try desk.dump()
    let told = """
      import (action 1)
        25 runs deleted
        run 25 deleted: Thu 8 Oct 2026, 2.5 km
        run 24 deleted: Wed 7 Oct 2026, 2.4 km
        run 23 deleted: Tue 6 Oct 2026, 2.3 km
        run 22 deleted: Mon 5 Oct 2026, 2.2 km
        run 21 deleted: Sun 4 Oct 2026, 2.1 km
        and 20 more

      """
    for answer in ["", "n", "x"] {
      desk.answers = [answer]
      #expect(
        desk.nerve("undo")
          == Transcript(
            messages: "Would undo: \(told)Continue? [y/N] Nothing was changed.\n"))
    }
    desk.answers = []
    #expect(desk.nerve("undo").messages.hasSuffix("Nothing was changed.\n"))
    #expect(try desk.dump() == before)
    desk.answers = ["y"]
    #expect(
      desk.nerve("undo")
        == Transcript(
          output: "Undone: \(told)",
          messages: "Would undo: \(told)Continue? [y/N] \(redoHint)"))
    desk.answers = []
    #expect(
      desk.nerve("redo", "--yes").output.hasPrefix(
        "Redone: import (action 1)\n  25 runs added\n"))
    // Nobody can be asked, so that a script goes on.
    desk.answers = nil
    #expect(desk.nerve("undo").messages == redoHint)
    // A few entries are taken back without a word.
    desk.answers = []
    desk.results("pain", "4")
    #expect(desk.nerve("undo").messages == redoHint)
  }

  @Test func `The same comes as JSON, CSV and Markdown`() throws {
    let desk = try Desk()
    desk.results("stretch", "wall sit", "3x30s", "--new")
    let json = try ReadJSON(desk.results("undo", "--json", "-n"))
    #expect(json["action"].number == 1)
    #expect(json["command"].string == "stretch")
    #expect(json["redo"] == .bool(false))
    #expect(json["dry_run"] == .bool(true))
    #expect(json["entries"].number == 2)
    #expect(
      json["changes"].array == [
        .object(["kind": .string("stretch"), "change": .string("deleted"), "count": .number(1)]),
        .object(["kind": .string("exercise"), "change": .string("deleted"), "count": .number(1)]),
      ])
    #expect(
      desk.results("undo", "--format", "csv") == """
        action,command,redo,dry_run,kind,change,count\r
        1,stretch,0,0,stretch,deleted,1\r
        1,stretch,0,0,exercise,deleted,1\r

        """)
    #expect(
      desk.results("redo", "--format", "markdown")
        == "Redone: stretch (action 1)\n  exercise 27 added: wall sit\n"
        + "  stretch 1 added: Mon 23 Nov 2026 (today), wall sit 3x30s\n")
  }

  @Test func `The hint names the journal that was written to`() throws {
    let desk = try Desk()
    let path = desk.folder["an other.sqlite"]
    let logged = desk.nerve("pain", "4", "--journal", path)
    #expect(
      logged.messages == "Not right? Undo it with: nerve undo --journal '\(path)'\n")
    #expect(
      desk.nerve("undo", "--journal", path)
        == Transcript(
          output: """
            Undone: pain (action 1)
              check-in 1 deleted: Mon 23 Nov 2026 (today), leg 4

            """, messages: "Redo it with: nerve redo --journal '\(path)'\n"))
    #expect(
      desk.nerve("redo", "--journal", path).messages
        == "Undo it with: nerve undo 1 --journal '\(path)'\n")
    #expect(desk.nerve("undo").status == 1)
  }

  @Test(arguments: ["undo", "redo", "history"])
  func `Without a journal there is nothing to undo and none is made`(command: String) throws {
    let desk = try Desk()
    let path = desk.folder["journal.sqlite"]
    #expect(
      desk.nerve(command)
        == Transcript(
          1,
          messages: "nerve: No journal at \(path) yet. "
            + "Log an entry to create it, for example: nerve pain 3\n"))
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test func `Undo, redo and history work across processes`() throws {
    let binary = try BuiltBinary()
    #expect(try binary.run(["run", "5km", "--on", "2020-01-20", "-y"]).status == 0)
    #expect(try binary.run(["pain", "4", "--on", "2020-01-21", "-y"]).status == 0)
    #expect(
      try binary.run(["undo", "1"])
        == Transcript(
          output: "Undone: run (action 1)\n  run 1 deleted: Mon 20 Jan 2020, 5.0 km\n",
          messages: redoHint))
    #expect(try binary.run(["undo"]).output.hasPrefix("Undone: pain (action 2)\n"))
    #expect(try binary.run(["redo"]).output.hasPrefix("Redone: pain (action 2)\n"))
    #expect(try binary.run(["redo"]).output.hasPrefix("Redone: run (action 1)\n"))
    let history = try ReadJSON(try binary.run(["history", "--json"]).output)
    #expect(
      history.array.compactMap { $0["kind"].string }
        == ["redo", "redo", "undo", "undo", "command", "command"])
  }
}
