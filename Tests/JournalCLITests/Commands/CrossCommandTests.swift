import Testing

@testable import JournalCLI

@Suite struct CrossCommandTests {
  /// What is typed after `nerve cross`, what is told and what is stored.
  @Test(arguments: [
    (["swim", "30m", "--rpe", "3"], "swim, 30:00, effort 3", "swim|1800.0|NULL|3.0"),
    (["bike", "20km", "1h05"], "bike, 1:05:00, 20.0 km", "bike|3900.0|20000.0|NULL"),
    (["bike", "1h05", "20", "km"], "bike, 1:05:00, 20.0 km", "bike|3900.0|20000.0|NULL"),
    (["aqua", "jogging", "45", "min"], "aqua jogging, 45:00", "aqua jogging|2700.0|NULL|NULL"),
    (["Nordic walking", "5mi"], "Nordic walking, 8.0 km", "Nordic walking|NULL|8046.72|NULL"),
    (["swim", "1500m"], "swim, 1.5 km", "swim|NULL|1500.0|NULL"),
    (["walk", "5km", "10:00/km"], "walk, 50:00, 5.0 km", "walk|3000.0|5000.0|NULL"),
    (["yoga"], "yoga", "yoga|NULL|NULL|NULL"),
  ])
  func `A session is echoed and stored as it was understood`(
    words: [String], told: String, stored: String
  ) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["cross"] + words)
        == Transcript(
          output: "Cross-training: \(told) on Mon 23 Nov 2026 (today)  [1]\n", messages: undoHint))
    #expect(
      try desk.rows("SELECT activity, duration_s, distance_m, rpe FROM cross_training")
        == [stored])
  }

  @Test func `Its time is known with what the clock was ahead of UTC`() throws {
    let desk = try Desk()
    desk.results("cross", "swim", "30m", "--start", "7am", "--note", "cold")
    desk.results("cross", "bike", "20km", "--on", "yesterday", "--start", "17:30")
    #expect(
      try desk.rows("SELECT day, start_time, utc_offset_min, note FROM cross_training") == [
        "2026-11-23|07:00:00|60|cold", "2026-11-22|17:30:00|60|NULL",
      ])
    #expect(
      try ReadJSON(desk.results("list", "--kind", "cross_training", "--json"))[1]
        == .object([
          "kind": .string("cross_training"), "id": .number(2), "day": .string("2026-11-22"),
          "start_time": .string("17:30:00"), "utc_offset_min": .number(60),
          "activity": .string("bike"),
          "distance_m": .number(20_000),
        ]))
  }

  @Test func `A day of swimming is a day without running`() throws {
    let desk = try Desk()
    desk.results("cross", "swim", "30m")
    #expect(try desk.rows("SELECT day, state, load FROM day") == ["2026-11-23|rest|0.0"])
    #expect(desk.results("undo").hasPrefix("Undone: cross (action 1)\n"))
    #expect(try desk.rows("SELECT count(*) FROM cross_training") == ["0"])
  }
}
