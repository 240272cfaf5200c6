import JournalModel
import Testing
@testable import JournalCLI

@Suite struct StretchCommandTests {
  @Test(arguments: [
    (["piriformis", "3x30s"], "piriformis 3x30s", "piriformis|3|NULL|30.0|NULL"),
    (["piri", "30s", "--side", "left"], "piriformis 1x30s left", "piriformis|1|NULL|30.0|left"),
    (["bridge", "3x12"], "bridge 3x12", "bridge|3|12|NULL|NULL"),
    (["side", "3x10x5s"], "side plank 3x10x5s", "side plank|3|10|5.0|NULL"),
    (["hip flexor", "2x1m"], "hip flexor 2x60s", "hip flexor|2|NULL|60.0|NULL"),
    (["hip", "flexor", "2", "x", "30s"], "hip flexor 2x30s", "hip flexor|2|NULL|30.0|NULL"),
    (["hip", "flexor"], "hip flexor", "hip flexor|NULL|NULL|NULL|NULL"),
    (["calf"], "calf", "calf|NULL|NULL|NULL|NULL"),
    (["foam", "10m"], "foam roller 10:00", "foam roller|NULL|NULL|NULL|NULL"),
  ])
  func `A stretch is echoed and stored as it was understood`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["stretch"] + words)
        == Transcript(
          output: "Stretch: \(told) on Mon 23 Nov 2026 (today)  [1]\n",
          messages: undoHint))
    #expect(
      try desk.rows(
        """
        SELECT exercise.name, sets, reps, hold_s, side
        FROM stretch JOIN exercise ON exercise.id = exercise_id
        """) == [stored])
  }

  @Test func `A new exercise comes with its first time and goes with undo`() throws {
    let desk = try Desk()
    desk.results("stretch", "plank", "30s")
    let before = try desk.rows("SELECT name FROM exercise ORDER BY name")
    desk.results("stretch", "Wall sit", "3x45s", "--new", "--kind", "strength")
    #expect(try desk.rows("SELECT kind FROM exercise WHERE name = 'wall sit'") == ["strength"])
    #expect(desk.results("stretch", "wall", "2x30s").hasPrefix("Stretch: Wall sit 2x30s on "))
    #expect(desk.nerve("stretch", "wall sit", "3x45s", "--new").status == 1)
    desk.results("undo")
    #expect(
      desk.results("undo") == """
        Undone: stretch (action 2)
          stretch 2 deleted: Mon 23 Nov 2026 (today), Wall sit 3x45s
          exercise 27 deleted: Wall sit

        """)
    #expect(try desk.rows("SELECT name FROM exercise ORDER BY name") == before)
  }

  @Test(arguments: [
    ("pirifromis", "Unknown exercise 'pirifromis'; did you mean piriformis?"),
    ("sciatic", "'sciatic' could be more than one exercise: sciatic slider, sciatic tensioner."),
    ("qqqqqqq", "Unknown exercise 'qqqqqqq'; see nerve exercise list"),
  ])
  func `A near miss is suggested and never run`(typed: String, told: String) throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let before = try desk.dump()
    let transcript = desk.nerve("stretch", typed, "3x30s")
    #expect(transcript.status == 64)
    #expect(transcript.messages.hasPrefix("nerve: \(told)"), "\(transcript.messages)")
    #expect(try desk.dump() == before)
  }

  @Test func `Minutes without sets are the whole time`() throws {
    let desk = try Desk()
    desk.results("stretch", "foam roller", "10m")
    desk.results("stretch", "calf", "3x30s")
    #expect(
      try desk.rows("SELECT sets, hold_s, duration_s FROM stretch")
        == ["NULL|NULL|600.0", "3|30.0|NULL"])
    #expect(try desk.rows("SELECT stretch_minutes FROM day") == ["11.5"])
  }

  @Test func `It may belong to a run, and have its time`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--on", "-2d")
    desk.results("run", "6km")
    #expect(
      desk.results("stretch", "calf", "--run", "--time", "7am")
        == "Stretch: calf with run 2 on Mon 23 Nov 2026 (today)  [1]\n")
    #expect(
      desk.results("stretch", "calf", "30s", "--run", "last", "--on", "-1d", "--time", "21:15")
        == "Stretch: calf 1x30s with run 1 on Sun 22 Nov 2026 (yesterday)  [2]\n")
    desk.results("stretch", "calf", "--run", "1")
    #expect(
      try desk.rows("SELECT run_id, time, utc_offset_min FROM stretch")
        == ["2|07:00:00|60", "1|21:15:00|60", "1|NULL|NULL"])
    #expect(desk.results("list", "--kind", "stretch").contains("calf 1x30s with run 1"))
  }
}
