import Testing

@testable import JournalCLI

private let undoHint = "Not right? Take it back with: nerve undo\n"

@Suite struct FlareCommandTests {
  @Test func `A flare-up begins, lasts and ends`() throws {
    let desk = try Desk()
    #expect(
      desk.nerve("flare", "start", "--trigger", "long drive", "--peak", "7", "--on", "-4d")
        == Transcript(
          output: "Flare-up: begins on Thu 19 Nov 2026 (4 days ago)  [1]\n", messages: undoHint))
    #expect(desk.results("list").contains("lasts, peak 7, long drive"))
    #expect(
      desk.nerve("flare", "end", "--on", "yesterday", "--peak", "8")
        == Transcript(
          output: "Flare-up: over, its last day on Sun 22 Nov 2026 (yesterday)  [1]\n",
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
          messages: "nerve: A flare-up lasts already, since 2026-11-21. "
            + "End it with: nerve flare end\n"))
    #expect(
      desk.nerve("flare", "end", "--on", "-3d")
        == Transcript(
          1,
          messages: "nerve: A flare-up cannot end before it began, on 2026-11-21.\n"))
    desk.results("flare", "end")
    #expect(
      desk.nerve("flare", "end")
        == Transcript(
          1,
          messages: "nerve: No flare-up lasts at the moment. Start one with: nerve flare start\n"))
  }

  @Test func `The end of a flare-up is taken back alone`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--peak", "6", "--on", "-2d")
    desk.results("flare", "end", "--peak", "9")
    #expect(desk.results("undo").hasPrefix("Took back: flare end (action 2)\n"))
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
          1, messages: "nerve: A flare-up cannot begin while another one lasted.\n"))
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
}
