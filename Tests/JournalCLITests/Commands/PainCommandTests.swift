import Testing

@testable import JournalCLI

@Suite struct PainCommandTests {
  @Test(arguments: [
    (["4"], "leg 4"),
    (["4/10"], "leg 4"),
    (["0", "--back", "2"], "leg 0, back 2"),
    (["4", "left", "calf"], "leg 4, left, down to the calf"),
    (["calf", "4", "r"], "leg 4, right, down to the calf"),
    (["4", "Bu"], "leg 4, down to the buttock"),
    (["foot", "--side", "l"], "left, down to the foot"),
    (["--back", "2"], "back 2"),
    (
      ["4", "--reach", "calf", "--side", "l", "--tingling", "--no-numbness"],
      "leg 4, left, down to the calf, no numbness, tingling"
    ),
    (
      ["3", "--sitting", "7,5", "--sleep", "6.5", "--stress", "4", "--mood", "6"],
      "leg 3, sitting 7.5 h, sleep 6.5 h, stress 4, mood 6"
    ),
    (["3", "--medication", "ibuprofen 400"], "leg 3, ibuprofen 400"),
    (
      ["3", "--no-saddle", "--no-bladder", "--no-weakness"],
      "leg 3, no weakness, no saddle numbness, no bladder or bowel trouble"
    ),
  ])
  func `A check-in is echoed as it was understood`(words: [String], told: String) throws {
    let desk = try Desk()
    #expect(
      desk.nerve(["pain"] + words)
        == Transcript(
          output: "Check-in: \(told), rated in the morning on Mon 23 Nov 2026 (today)  [1]\n",
          messages: undoHint))
  }

  @Test func `A check-in without a rating keeps pain unknown`() throws {
    let desk = try Desk()
    #expect(
      desk.results("pain", "--sleep", "7").hasPrefix(
        "Check-in: sleep 7 h, rated in the morning on "))
    #expect(
      try desk.rows("SELECT leg_pain, back_pain, sleep_hours FROM check_in") == ["NULL|NULL|7.0"])
    #expect(try desk.rows("SELECT leg_pain, load FROM day") == ["NULL|0.0"])
  }

  @Test(arguments: [
    (4, 0, "morning"), (7, 30, "morning"), (11, 59, "morning"), (12, 0, "later"),
    (22, 30, "later"), (23, 59, "later"), (0, 0, "later"), (3, 59, "later"),
  ])
  func `Without a run the clock tells morning from later`(
    hour: Int, minute: Int, moment: String
  ) throws {
    let desk = try Desk(at: hour, minute)
    desk.results("pain", "4")
    let day = hour < 4 ? "2026-11-22" : "2026-11-23"
    let time = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
    #expect(
      try desk.rows("SELECT day, time, utc_offset_min, moment FROM check_in")
        == ["\(day)|\(time)|60|\(moment)"])
    #expect(try desk.rows("SELECT moment FROM rating") == [moment])
  }

  @Test func `After the day's run a rating is a later one`() throws {
    var desk = try Desk(at: 6, 30)
    desk.results("pain", "2")
    desk.results("run", "5km")
    desk.setClock(8)
    #expect(desk.results("pain", "5").hasPrefix("Check-in: leg 5, rated in the evening on "))
    #expect(
      try desk.rows("SELECT leg_pain, moment FROM rating ORDER BY id") == ["2|morning", "5|later"])
    #expect(
      try desk.rows("SELECT leg_pain, leg_pain_moment, evening_leg_pain FROM day")
        == ["2|morning|5"])
  }

  @Test(arguments: [
    (["--morning"], "NULL|NULL|morning"), (["--evening"], "NULL|NULL|later"),
    (["--time", "6:50"], "06:50:00|60|NULL"), (["--time", "9:30pm"], "21:30:00|60|NULL"),
    (["--morning", "--time", "6:50"], "06:50:00|60|morning"),
    (["--on", "yesterday"], "NULL|NULL|NULL"), (["--on", "-1d", "--evening"], "NULL|NULL|later"),
    (["--on", "today"], "22:30:00|60|later"), (["--on", "2026-11-23"], "22:30:00|60|later"),
  ])
  func `What is declared goes before the clock`(words: [String], stored: String) throws {
    let desk = try Desk(at: 22, 30)
    desk.results(["pain", "4"] + words)
    #expect(try desk.rows("SELECT time, utc_offset_min, moment FROM check_in") == [stored])
  }

  @Test func `A time typed before the run's start makes a morning rating`() throws {
    let desk = try Desk(at: 22, 30)
    desk.results("run", "5km", "--start", "17:30")
    desk.results("pain", "3", "--time", "17:00")
    desk.results("pain", "4", "--time", "18:30")
    #expect(
      try desk.rows("SELECT leg_pain, moment FROM rating ORDER BY id") == ["3|morning", "4|later"])
  }

  @Test(arguments: [
    ["4", "--weakness"], ["4", "--side", "both"], ["4", "bo"], ["4", "both", "calf"],
    ["--weakness", "--side", "both"],
    ["4", "--saddle"], ["4", "--bladder"], ["4", "--bowel"], ["--saddle"], ["--bladder"],
    ["0", "--side", "b", "--numbness"], ["2", "--saddle", "--on", "-9d"],
    ["4", "--no-weakness", "--saddle"],
  ])
  func `Signs of an emergency print the card before anything else`(words: [String]) throws {
    let desk = try Desk()
    let output = desk.results(["pain"] + words)
    #expect(output.hasPrefix("GO TO AN EMERGENCY DEPARTMENT NOW"))
    #expect(output.hasPrefix(RedFlags.card + "\nCheck-in: "))
    // A card is no score.
    let words = RedFlags.card.replacing("999", with: "").replacing("112", with: "")
    #expect(!words.contains { $0.isNumber })
  }

  @Test func `The card is printed also where the entry then fails`() throws {
    let transcript = try Desk().nerve("pain", "4", "--weakness", "--time", "25:00")
    #expect(transcript.status == 64)
    #expect(transcript.output == RedFlags.card + "\n")
    #expect(transcript.messages.hasPrefix("nerve: '25:00' is not a time of day"))
  }

  @Test func `The card is printed also where there is no journal to write to`() throws {
    var desk = try Desk()
    desk.variables["NERVE_JOURNAL"] = desk.folder["missing/journal.sqlite"]
    let missing = desk.nerve("pain", "4", "--bladder")
    #expect(missing.status == 1)
    #expect(missing.output == RedFlags.card + "\n")

    desk.variables["NERVE_JOURNAL"] = try desk.folder.write("no journal at all", to: "bad.sqlite")
    let bad = desk.nerve("pain", "4", "--saddle", "--quiet")
    #expect(bad.status == 1)
    #expect(bad.output == RedFlags.card + "\n")
    #expect(bad.messages.contains("is not a Nerve journal"))
  }

  @Test(arguments: [
    ["4", "--no-weakness"], ["9", "--side", "left", "--numbness", "--tingling"],
    ["4", "--no-saddle", "--no-bladder"],
  ])
  func `Other signs do not print it`(words: [String]) throws {
    #expect(!(try Desk().results(["pain"] + words).contains("EMERGENCY")))
  }

  @Test func `Nothing to say is asked for`() throws {
    #expect(
      try Desk().nerve("pain")
        == Transcript(
          64, messages: "nerve: Give a rating from 0 to 10, as in: nerve pain 4\n"))
    #expect(
      try Desk().nerve("pain", "4", "--morning", "--evening")
        == Transcript(
          64,
          messages: "nerve: Use --morning or --evening, not both.\n"))
  }
}
