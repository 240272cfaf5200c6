import ArgumentParser
import CivilDay
import JournalStore
import Testing
@testable import JournalCLI
@testable import WrittenValues

/// Gaps, reminders, the night, and what fits on one screen of `nerve today`.
@Suite struct TodayScreenTests {
  @Test(
    arguments: [(0, nil), (1, nil), (2, "2 days ago"), (7, "7 days ago"), (8, "Sun 15 Nov 2026")]
      as [(Int, String?)])
  func `A gap between check-ins is met gently`(days: Int, told: String?) throws {
    let desk = try Desk()
    desk.results("pain", "2", "--morning", "--on", "-\(days)d")
    let text = desk.results([]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("The last check-in was") == (told != nil))
    if let told { #expect(text.contains(told)) }
    #expect(text.contains("nerve checkin --since-last") == (2...7).contains(days))
    for word in ["streak", "missed", "should", "forgot", "!"] { #expect(!text.contains(word)) }
  }

  @Test func `A sparse diary is told with its blanks`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--on", "-9d")
    desk.results("pain", "3", "--on", "-5d")
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          missing       morning rating: nerve pain N, or nerve checkin
          last 28 days  5.0 km, 1 run; 26 of 28 days unknown; longest 5.0 km on Sat 14
                        Nov 2026

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                               3                  blank unknown
          run, km                    5           -                  - no run

        The last check-in was 5 days ago. Fill in the days you remember with: nerve
        checkin --since-last

        """)
  }

  @Test func `The default shoe is told, and any other only near its limit`() throws {
    let desk = try deskWithDiary()
    _ = try desk.rows(
      """
      INSERT INTO footwear (name, limit_distance_m, is_default)
      VALUES ('Ghost', 800000, 1), ('Nova', 800000, NULL)
      """)
    let text = desk.results([])
    #expect(
      text.contains(
        """
          shoe          Ghost (default): 0 of 800 km
                        Pegasus: 630 of 700 km, due for a check

        """))
    #expect(!text.contains("Nova"))
  }

  @Test func `The owner's reminder is told in the morning`() throws {
    var desk = try deskWithDiary()
    _ = try desk.rows(
      "INSERT INTO setting (name, value) VALUES ('morning_reminder', 'Glide before you sit.')")
    #expect(desk.results([]).hasPrefix("Mon 23 Nov 2026\nGlide before you sit.\n\n"))
    desk.setClock(13)
    #expect(desk.results([]).hasPrefix("Mon 23 Nov 2026\n\n"))
  }

  @Test func `After midnight it is still the day before, and its evening`() throws {
    let desk = try Desk(at: 1, 15)
    desk.results("run", "5km", "--rpe", "3")
    #expect(
      desk.results([]) == """
        Sun 22 Nov 2026, until 04:00

          logged        run: 5.0 km, effort 3
          missing       morning rating, from memory: nerve pain N --morning
                        evening rating: nerve pain N, or nerve checkin
          this week     5.0 km, 1 run; 6 of 7 days unknown
          last 28 days  5.0 km, 1 run; 27 of 28 days unknown

          last 14 days  Mo Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su
          leg pain                                                  blank unknown
          run, km                                               5

        """)
  }

  @Test func `A day that is not tracked lacks nothing`() throws {
    let desk = try deskWithDiary()
    _ = try desk.rows("INSERT INTO day_mark (day, kind) VALUES ('2026-11-23', 'not_tracked')")
    let text = desk.results([])
    #expect(text.contains("day mark: not tracked"))
    #expect(!text.contains("missing"))
  }

  // MARK: - One screen

  @Test func `A full day fits on one screen`() throws {
    var desk = try deskWithDiary(at: 22, 30)
    try logOfMonday(desk)
    desk.results("flare", "start", "--trigger", "long drive", "--on", "-4d")
    for advice in ["no hills", "walk first", "sit less", "sleep more"] {
      _ = try desk.rows(
        "INSERT INTO guidance (day, advice) VALUES ('2026-11-02', '\(advice)')")
    }
    desk.width = 80
    for arguments in [[], ["today", "--plan", "12km"]] {
      let lines = desk.results(arguments).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 24, "\(lines.joined(separator: "\n"))")
      #expect(lines.allSatisfy { DisplayText.width($0) <= 80 })
    }
  }

  @Test func `The sample journal is told to be made up, and its commands name it`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "yesterday")
    let text = desk.results("today", "--journal", path)
    #expect(
      text.hasPrefix("SYNTHETIC SAMPLE JOURNAL: this runner does not exist.\n\nMon 23 Nov 2026\n"))
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(joined.contains("morning rating: nerve pain N --journal \(path)"))
    let json = try ReadJSON(desk.results("today", "--journal", path, "--json"))
    #expect(json["synthetic"] == .bool(true))
    #expect(
      desk.results("today", "--journal", path, "--format", "markdown").hasPrefix("**SYNTHETIC"))
  }

  @Test func `What it tells to type is understood`() throws {
    let desk = try deskWithDiary(at: 22, 30)
    desk.results("run", "8.2km")
    let json = try ReadJSON(desk.results("today", "--json"))
    let commands = json["missing"].array.compactMap { $0["command"].string }
    #expect(commands.count == 3)
    for command in commands + [
      "nerve checkin", "nerve checkin --since-last", "nerve guidance list",
    ] {
      let words = command.split(separator: " ").dropFirst().map { $0 == "N" ? "3" : String($0) }
      // Some are still to come.
      guard !CommandPath(words).names.isEmpty else { continue }
      #expect(throws: Never.self, "\(command)") { _ = try NerveCommand.parseAsRoot(words) }
    }
  }
}
