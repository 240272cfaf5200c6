import JournalModel
import Testing
@testable import JournalCLI

@Suite struct RoutineCommandTests {
  /// A desk with a routine of three exercises.
  private static func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results(
        "routine", "add", "morning", "piriformis", "3x30s", "left", "hamstring", "2x1m", "bridge",
        "3x12")
    }
  }

  private static let stretches = """
    SELECT day, exercise.name, sets, reps, hold_s, side
    FROM stretch JOIN exercise ON exercise.id = exercise_id ORDER BY stretch.id
    """

  @Test(arguments: [["routine", "morning"], ["routine", "log", "MORN"], ["stretch", "morning"]])
  func `Its name logs all of it, in one action`(line: [String]) throws {
    let desk = try Self.desk()
    #expect(
      desk.nerve(line)
        == Transcript(
          output: """
            Stretch: piriformis 3x30s left on Mon 23 Nov 2026 (today)  [1]
            Stretch: hamstring 2x60s on Mon 23 Nov 2026 (today)  [2]
            Stretch: bridge 3x12 on Mon 23 Nov 2026 (today)  [3]

            """,
          messages: undoHint))
    #expect(
      try desk.rows(Self.stretches) == [
        "2026-11-23|piriformis|3|NULL|30.0|left", "2026-11-23|hamstring|2|NULL|60.0|NULL",
        "2026-11-23|bridge|3|12|NULL|NULL",
      ])
    desk.results("undo")
    #expect(try desk.rows(Self.stretches).isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM routine_step") == ["3"])
  }

  @Test(arguments: [
    (["--without", "ham"], ["piriformis", "bridge"]),
    (["--without", "ham", "--without", "bridge"], ["piriformis"]),
    (["--only", "bridge", "--only", "piri"], ["piriformis", "bridge"]),
    (["--only", "bri", "--on", "yesterday"], ["bridge"]),
  ])
  func `A part of it can be logged`(options: [String], exercises: [String]) throws {
    let desk = try Self.desk()
    desk.results(["routine", "morning"] + options)
    #expect(
      try desk.rows(Self.stretches).map { String($0.split(separator: "|")[1]) } == exercises)
  }

  @Test func `What stands beside it goes to its stretches`() throws {
    let desk = try Self.desk()
    desk.results("run", "5km")
    desk.results(
      "routine", "morning", "--time", "6:40", "--side", "right", "--run", "--note", "stiff")
    #expect(
      try desk.rows("SELECT time, side, run_id, note FROM stretch ORDER BY id") == [
        "06:40:00|left|1|stiff", "06:40:00|right|1|NULL", "06:40:00|right|1|NULL",
      ])
  }

  @Test func `The same routine twice within minutes is asked about`() throws {
    var desk = try Self.desk()
    desk.results("routine", "morning")
    #expect(desk.nerve("routine", "morning").status == 1)
    desk.answers = ["y"]
    desk.results("routine", "morning")
    #expect(try desk.rows("SELECT count(*) FROM stretch") == ["6"])
    desk.results("routine", "morning", "--on", "yesterday")
  }

  @Test func `An exercise wins over a routine of its name, a routine over the start of one`() throws
  {
    let desk = try Self.desk()
    desk.results("routine", "add", "calf", "plank", "30s")
    desk.results("routine", "add", "foam", "plank", "30s")
    #expect(desk.results("stretch", "calf").hasPrefix("Stretch: calf on"))
    #expect(
      desk.results("stretch", "foam", "--on", "yesterday").hasPrefix("Stretch: plank 1x30s on"))
    #expect(desk.results("stretch", "foam", "10m").hasPrefix("Stretch: foam roller 10:00 on"))
    #expect(desk.results("routine", "calf", "--on", "-2d").hasPrefix("Stretch: plank 1x30s on"))
  }

  @Test func `It is changed, deleted and brought back whole`() throws {
    let desk = try Self.desk()
    let before = try desk.rows("SELECT * FROM routine_step ORDER BY id")
    desk.results(
      "routine", "edit", "morning", "calf", "2x1m", "--name", "wake-up", "--note", "soft")
    #expect(try desk.rows("SELECT name, note FROM routine") == ["wake-up|soft"])
    #expect(try desk.rows("SELECT position, hold_s FROM routine_step") == ["1|60.0"])
    desk.results("undo")
    #expect(try desk.rows("SELECT * FROM routine_step ORDER BY id") == before)
    desk.results("routine", "delete", "morning")
    #expect(try desk.rows("SELECT count(*) FROM routine_step") == ["0"])
    desk.results("undo")
    #expect(try desk.rows("SELECT * FROM routine_step ORDER BY id") == before)
  }

  @Test func `An export brings it back`() throws {
    let desk = try Self.desk()
    desk.results("export", "-o", desk.folder["export.json"])
    let other = desk.folder["other.sqlite"]
    desk.results("import", desk.folder["export.json"], "--journal", other)
    #expect(
      desk.results("routine", "list", "--json")
        == desk.results("routine", "list", "--json", "--journal", other))
  }

  @Test func `Exercises of a routine are not deleted beneath it`() throws {
    let desk = try Self.desk()
    let transcript = desk.nerve("delete", "exercise", "bridge")
    #expect(transcript.status == 1)
    #expect(transcript.messages.contains("A routine includes this exercise"))
    desk.results("routine", "edit", "morning", "piriformis", "3x30s")
    desk.results("delete", "exercise", "bridge")
  }

  @Test func `New exercises come with it where that is said`() throws {
    let desk = try Desk()
    #expect(desk.nerve("routine", "add", "a", "frog", "3x30s").status == 64)
    #expect(try desk.rows("SELECT count(*) FROM routine") == ["0"])
    desk.results(
      "routine", "add", "a", "frog", "3x30s", "calf", "12", "--new", "--kind", "mobility")
    #expect(try desk.rows("SELECT kind FROM exercise WHERE name = 'frog'") == ["mobility"])
  }
}

@Suite struct SeveralStretchesTests {
  @Test func `Several stretches of a line are one action`() throws {
    let desk = try Desk()
    desk.results("stretch", "piri", "3x30s", "left", "hamstring", "3x30s", "--time", "6:50")
    #expect(
      try desk.rows("SELECT sets, hold_s, side, time FROM stretch ORDER BY id") == [
        "3|30.0|left|06:50:00", "3|30.0|NULL|06:50:00",
      ])
    desk.results("undo")
    #expect(try desk.rows("SELECT count(*) FROM stretch") == ["0"])
  }

  @Test func `A line of which one exercise is unknown logs none`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    for words in [
      ["piri", "3x30s", "zq9", "3x30s"], ["piri", "3x30s", "left", "--side", "right"],
    ] {
      #expect(desk.nerve(["stretch"] + words).status == 64)
    }
    #expect(try desk.rows("SELECT count(*) FROM stretch") == ["0"])
  }

  @Test func `One stretch is changed at a time`() throws {
    let desk = try Desk()
    desk.results("stretch", "piri", "3x30s")
    desk.results("edit", "stretch", "3x45s", "right")
    #expect(try desk.rows("SELECT hold_s, side FROM stretch") == ["45.0|right"])
    desk.results("edit", "stretch", "left")
    #expect(try desk.rows("SELECT hold_s, side FROM stretch") == ["45.0|left"])
    #expect(desk.nerve("edit", "stretch", "calf", "3x30s", "bridge", "12").status == 64)
  }
}
