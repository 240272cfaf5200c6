import Testing

@testable import JournalCLI

@Suite struct OldDayTests {
  /// Every command that writes, with its day last.
  @Test(arguments: [
    ["run", "5km", "--on"], ["pain", "4", "--on"], ["stretch", "calf", "--on"],
    ["cross", "swim", "30m", "--on"], ["rest"], ["gap"], ["flare", "start", "--on"],
    ["guidance", "add", "rest", "--on"], ["shoe", "add", "x", "--on"], ["edit", "run", "--on"],
    ["edit", "flare", "--on"], ["routine", "a", "--on"],
  ])
  func `A day of another century is asked about, whatever is logged`(words: [String]) throws {
    var desk = try Desk()
    desk.results("run", "5km")
    desk.results("routine", "add", "a", "bridge", "12")
    if words.contains("flare"), words.contains("edit") { desk.results("flare", "start") }
    let before = try desk.dump()
    for option in [[], ["--no-input"]] {
      let refused = desk.nerve(words + ["1926-11-20"] + option)
      #expect(refused.status == 64)
      #expect(refused.messages.contains("'1926-11-20' is Sat 20 Nov 1926, 100 years ago"))
    }
    desk.answers = ["n"]
    #expect(desk.nerve(words + ["1926-11-20"]).status == 1)
    #expect(try desk.dump() == before)
    desk.answers = nil
    desk.results(words + ["1926-11-20", "--yes"])
  }

  @Test func `Both ends of a range are looked at`() throws {
    let desk = try Desk()
    desk.results("run", "5km")
    for range in ["1926-11-20..1926-11-22", "2019-11-20..2019-11-22"] {
      #expect(desk.nerve("rest", range).messages.contains("add --yes"))
    }
  }

  @Test func `Five years are asked about from their day on`() throws {
    let desk = try Desk()
    #expect(desk.nerve("run", "5km", "--on", "2021-11-22").status == 64)
    desk.results("run", "5km", "--on", "2021-11-23")
  }

  @Test func `A day long before anything else is asked about`() throws {
    var desk = try Desk()
    desk.results("run", "5km", "--on", "2026-11-20")
    let refused = desk.nerve("run", "6km", "--on", "2025-11-10")
    #expect(refused.status == 64)
    #expect(refused.messages.contains("more than a year before anything else"))
    desk.results("run", "6km", "--on", "2025-12-01")
    // A year before that one.
    desk.answers = ["y"]
    #expect(desk.nerve("run", "7km", "--on", "2024-11-10").messages.contains("Log it anyway?"))
    desk.answers = nil
    desk.results("run", "8km", "--on", "2024-11-09")
  }

  @Test func `A question about the pace says how the time was read`() throws {
    var desk = try Desk()
    #expect(
      desk.nerve("run", "10km", "1:02").messages.contains("1:02 = 1 minute 2 seconds; check it"))
    desk.answers = ["n"]
    #expect(
      desk.nerve("run", "5km", "5:00:01").messages
        .contains("slower than a walk: 5:00:01 = 5 hours 1 second. Log it anyway?"))
  }
}
