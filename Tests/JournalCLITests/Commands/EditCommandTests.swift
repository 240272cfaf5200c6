import JournalStore
import Testing
@testable import JournalCLI

@Suite struct EditCommandTests {
  /// Two shoes, two runs, a check-in, a stretch and a flare-up.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus", "--limit", "700km", "--on", "2026-03-01")
      desk.results("shoe", "add", "Nova")
      desk.results("run", "8.2km", "45:10", "--rpe", "6", "--shoe", "peg", "--on", "-2d")
      desk.results("run", "5km", "--start", "7am", "--note", "windy")
      desk.results("pain", "4", "--tingling")
      desk.results("stretch", "piriformis", "3x30s", "--side", "left")
      desk.results("flare", "start", "--peak", "7")
      desk.results("cross", "swim", "30m", "--on", "-2d")
      desk.results("guidance", "add", "no hills", "--by", "physio", "--on", "-2d")
    }
  }

  /// What is typed after `nerve edit`, and what is said to have changed.
  @Test(arguments: [
    (["run", "--rpe", "7"], "run 2 on Mon 23 Nov 2026 (today): effort unknown -> 7 of 10"),
    (
      ["run", "1", "8,4km", "--rpe", "6,5", "--shoe", "nov"],
      "run 1 on Sat 21 Nov 2026 (2 days ago): distance 8.2 km -> 8.4 km, effort 6 -> 6.5 of 10, "
        + "shoe Pegasus -> Nova"
    ),
    (
      ["run", "10km", "5:30/km"],
      "run 2 on Mon 23 Nov 2026 (today): distance 5.0 km -> 10.0 km, duration unknown -> 55:00"
    ),
    (["run", "50m"], "run 2 on Mon 23 Nov 2026 (today): duration unknown -> 50:00"),
    (
      ["run", "--on", "yesterday"],
      "run 2: day Mon 23 Nov 2026 (today) -> Sun 22 Nov 2026 (yesterday)"
    ),
    (
      ["run", "1", "--clear", "rpe", "--clear", "--shoe", "--note", "hilly"],
      "run 1 on Sat 21 Nov 2026 (2 days ago): effort 6 of 10 -> unknown, shoe Pegasus -> unknown, "
        + "note added"
    ),
    (["run", "--note", "calm"], "run 2 on Mon 23 Nov 2026 (today): note changed"),
    (["run", "--note", ""], "run 2 on Mon 23 Nov 2026 (today): note cleared"),
    (["run", "--start", "19:30"], "run 2 on Mon 23 Nov 2026 (today): start 07:00 -> 19:30"),
    (
      ["pain", "1", "calf", "5"],
      "check-in 1 on Mon 23 Nov 2026 (today): leg pain 4 -> 5 of 10, reach unknown -> calf"
    ),
    (["pain", "--leg", "5"], "check-in 1 on Mon 23 Nov 2026 (today): leg pain 4 -> 5 of 10"),
    (
      ["check-in", "1", "5", "--reach", "calf", "--no-tingling"],
      "check-in 1 on Mon 23 Nov 2026 (today): leg pain 4 -> 5 of 10, reach unknown -> calf, "
        + "tingling yes -> no"
    ),
    (
      ["stretch", "3x12"],
      "stretch 1 on Mon 23 Nov 2026 (today): repetitions unknown -> 12, hold 30 s -> unknown"
    ),
    (
      ["stretch", "1", "hip", "flexor", "2x1m", "--side", "both"],
      "stretch 1 on Mon 23 Nov 2026 (today): exercise piriformis -> hip flexor, sets 3 -> 2, "
        + "hold 30 s -> 60 s, side left -> both"
    ),
    (
      ["stretch", "--clear", "amount"],
      "stretch 1 on Mon 23 Nov 2026 (today): sets 3 -> unknown, hold 30 s -> unknown"
    ),
    (
      ["flare", "--peak", "8", "--end", "today", "--trigger", "long drive"],
      "flare 1 on Mon 23 Nov 2026 (today): last day unknown -> Mon 23 Nov 2026 (today), "
        + "peak pain 7 -> 8 of 10, set off by unknown -> long drive"
    ),
    (
      ["flare-up", "--on", "-2d"],
      "flare 1: first day Mon 23 Nov 2026 (today) -> Sat 21 Nov 2026 (2 days ago)"
    ),
    (
      ["shoe", "peg", "--name", "Pegasus 40", "--limit", "800km", "--drop", "-2"],
      "shoe 1: name Pegasus -> Pegasus 40, drop unknown -> -2 mm, limit 700.0 km -> 800.0 km"
    ),
    (
      ["flare", "--run", "1"],
      "flare 1 on Mon 23 Nov 2026 (today): set off by unknown -> run 1"
    ),
    (
      ["run", "1", "--no-shoe"],
      "run 1 on Sat 21 Nov 2026 (2 days ago): shoe Pegasus -> unknown"
    ),
    (
      ["stretch", "--run", "last", "--time", "7pm"],
      "stretch 1 on Mon 23 Nov 2026 (today): time unknown -> 19:00, belongs to unknown -> run 2"
    ),
    (
      ["stretch", "10m"],
      "stretch 1 on Mon 23 Nov 2026 (today): sets 3 -> unknown, hold 30 s -> unknown, "
        + "duration unknown -> 10:00"
    ),
    (
      ["cross", "bike", "20km", "--rpe", "3"],
      "cross 1 on Sat 21 Nov 2026 (2 days ago): activity swim -> bike, "
        + "distance unknown -> 20.0 km, effort unknown -> 3 of 10"
    ),
    (
      ["cross", "1", "40m", "--on", "yesterday"],
      "cross 1: day Sat 21 Nov 2026 (2 days ago) -> Sun 22 Nov 2026 (yesterday), "
        + "duration 30:00 -> 40:00"
    ),
    (
      ["guidance", "1", "keep", "it", "flat", "--limit", "5km", "--clear", "by"],
      "guidance 1 on Sat 21 Nov 2026 (2 days ago): given by physio -> unknown, advice changed, "
        + "longest run unknown -> 5.0 km"
    ),
    (
      ["guidance", "--until", "2026-12-24"],
      "guidance 1 on Sat 21 Nov 2026 (2 days ago): until unknown -> Thu 24 Dec 2026"
    ),
    (
      ["exercise", "hams", "--name", "hamstrings", "--kind", "mobility", "--note", "slowly"],
      "exercise 2: name hamstring -> hamstrings, kind stretch -> mobility, note added"
    ),
    (
      ["shoe", "--clear", "on"],
      "shoe 2: first day Mon 23 Nov 2026 (today) -> unknown"
    ),
  ])
  func `What changed is told, and can be taken back`(words: [String], told: String) throws {
    let desk = try desk()
    let file = JournalFile(path: desk.folder["journal.sqlite"])
    let before = try file.entries
    let changes = try desk.rows("SELECT count(*) FROM change")
    #expect(
      desk.nerve(["edit"] + words) == Transcript(output: "Edited \(told)\n", messages: undoHint))
    #expect(try desk.rows("SELECT count(*) - \(changes[0]) FROM change") == ["1"])
    #expect(desk.nerve("undo").status == 0)
    #expect(try file.entries == before)
  }

  @Test func `What is like that already is not changed`() throws {
    let desk = try desk()
    let before = try desk.dump()
    #expect(
      desk.nerve("edit", "run", "1", "--rpe", "6")
        == Transcript(output: "Nothing changed: run 1 already has these values.\n"))
    #expect(try desk.dump() == before)
  }

  @Test(arguments: [
    (["run"], "Nothing to change; give the new values, as in: nerve edit run"),
    (["run", "12"], "Nothing to change; give"),
    (
      ["pain", "5"],
      "Nothing to change; give the new values, as in: nerve edit "
        + "pain --leg 5"
    ),
    (["run", "7", "--rpe", "7"], "There is no run 7. Find ids with: nerve list"),
    (["run", "--clear", "zq9"], "Unknown field 'zq9'; choose from: start, distance"),
    (["run", "--clear", "shose"], "Unknown field 'shose'; did you mean shoe?"),
    (["run", "--clear", "day"], "Cannot clear 'day', as every run needs one"),
    (["stretch", "--clear", "exercise"], "Cannot clear 'exercise', as every stretch needs one"),
    (["shoe", "--clear", "name"], "Cannot clear 'name', as every shoe needs one"),
    (["run", "--rpe", "7", "--clear", "rpe"], "Change or clear 'rpe', not both"),
    (["run", "--clear", "distance"], "A run needs a distance or a duration."),
    (["pain", "--clear", "leg", "--clear", "tingling"], "A check-in needs at least one value"),
    (["run", "--on", "tomorrow"], "'tomorrow' is Tue 24 Nov 2026, in the future"),
    (["run", "1", "--shoe", "zzz"], "Unknown shoe 'zzz'"),
    (["run", "8km", "9km"], "Unexpected distance '9km': a run has only one"),
    (["run", "5:30/km"], "Use a pace with a distance or a duration"),
    (["pain", "1", "4", "--leg", "5"], "The leg pain is given twice"),
    (["pain", "1", "11"], "'11' is not a rating"),
    (["pain", "--morning", "--evening"], "Use --morning or --evening, not both"),
    (["flare", "zq9"], "'zq9' is not an id; find the id with nerve list"),
    (["flare", "--end", "-2d"], "A flare-up cannot have an end_day before its onset_day."),
    (["shoe", "peg", "nova"], "Change one shoe at a time"),
    (["shoe", "peg", "--name", "NOVA"], "Another shoe already has this name"),
    (["shoe", "pegasis", "--limit", "5km"], "Unknown shoe 'pegasis'; did you mean Pegasus?"),
    (["shoe", "peg", "--note", String(repeating: "x", count: 10_001)], "--note 'xxx"),
    (["guidanse"], "Unknown command 'nerve edit guidanse'; did you mean: nerve edit guidance"),
    (["guidance", "--until", "2026-01-01"], "--until '2026-01-01' is before the day"),
    (["guidance", "--clear", "advice"], "Cannot clear 'advice', as every piece of guidance"),
    (
      ["cross", "--clear", "activity"], "Cannot clear 'activity', as every cross-training session"
    ),
    (["cross", "30m", "40m"], "Unexpected duration '40m': a session has only one"),
    (["exercise", "hip", "flexor", "--kind", "x"], "Change one exercise at a time"),
    (["exercise", "hams", "--name", "calf"], "Another exercise already has this name"),
    (["flare", "--run", "9"], "There is no run 9"),
  ])
  func `What cannot be changed is told in one sentence`(words: [String], told: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let typed = words.map { $0 == "x…" ? String(repeating: "x", count: 10_001) : $0 }
    let transcript = desk.nerve(["edit"] + typed)
    #expect(transcript.status != 0)
    #expect(transcript.output.isEmpty)
    #expect(
      transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages.prefix(400))")
    #expect(try desk.dump() == before)
  }

  @Test func `Without an entry of the kind there is nothing to edit`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    #expect(
      desk.nerve("edit", "run", "--rpe", "5").messages == "nerve: The journal has no run yet.\n")
  }

  /// What the clock said when a rating was typed tells nothing of another day.
  @Test(arguments: [
    ([], "07:30:00|60|morning", ["--on", "yesterday"], "NULL|NULL|NULL"),
    ([], "07:30:00|60|morning", ["--on", "today"], "07:30:00|60|morning"),
    ([], "07:30:00|60|morning", ["--on", "yesterday", "--time", "6:50"], "06:50:00|60|NULL"),
    ([], "07:30:00|60|morning", ["--on", "yesterday", "--evening"], "NULL|NULL|later"),
    ([], "07:30:00|60|morning", ["--evening"], "NULL|NULL|later"),
    ([], "07:30:00|60|morning", ["--time", "6:50"], "06:50:00|60|NULL"),
    ([], "07:30:00|60|morning", ["--leg", "5"], "07:30:00|60|morning"),
    (["--morning"], "NULL|NULL|morning", ["--on", "yesterday"], "NULL|NULL|morning"),
    (
      ["--on", "-2d", "--time", "6:50"], "06:50:00|60|NULL", ["--on", "-3d"],
      "06:50:00|60|NULL"
    ),
    (
      ["--on", "-2d", "--time", "6:50"], "06:50:00|60|NULL", ["--on", "today"], "06:50:00|60|NULL"
    ),
  ])
  func `The moment of a rating follows what is said about it`(
    logged: [String], before: String, edit: [String], after: String
  ) throws {
    let desk = try Desk()
    let timing =
      "SELECT coalesce(time, 'NULL'), coalesce(utc_offset_min, 'NULL'), "
      + "coalesce(moment, 'NULL') FROM check_in"
    desk.results(["pain", "4"] + logged)
    #expect(try desk.rows(timing) == [before])
    desk.results(["edit", "pain"] + edit)
    #expect(try desk.rows(timing) == [after])
  }

  @Test func `A sign that calls for it brings the card before anything else`() throws {
    let desk = try desk()
    #expect(desk.nerve("edit", "pain", "--weakness").output.hasPrefix(RedFlags.card))
    #expect(desk.nerve("edit", "pain", "--side", "both").output.hasPrefix(RedFlags.card))
    #expect(!desk.nerve("edit", "pain", "--leg", "6").output.contains("EMERGENCY"))
  }

  @Test func `A name that is a number is the name of a shoe`() throws {
    let desk = try desk()
    desk.results("shoe", "add", "1")
    #expect(desk.results("edit", "shoe", "1", "--kind", "trail").hasPrefix("Edited shoe 3: kind"))
    #expect(desk.results("edit", "shoe", "2", "--kind", "trail").hasPrefix("Edited shoe 2: kind"))
  }
}
