import CivilDay
import Testing

@testable import JournalCLI

/// Monday, 23 November 2026, at different times of the day.
@Suite struct TodayCommandTests {
  /// Four weeks of running, rating and resting up to yesterday.
  private func diary(at hour: Int = 7, _ minute: Int = 30) throws -> Desk {
    var desk = try Desk()
    desk.results(
      "shoe", "add", "Pegasus", "--limit", "700km", "--start-distance", "560km", "--on", "-60d")
    for (daysAgo, measures) in [
      (34, ["8km", "48m"]), (32, ["6km", "36m"]), (27, ["9km", "54m"]), (24, ["7km", "42m"]),
      (20, ["8km", "48m"]), (17, ["6km", "36m"]), (13, ["10.4km", "62m"]), (10, ["7km", "42m"]),
      (6, ["9km", "54m"]), (3, ["30m"]),
    ] {
      desk.results(
        ["run"] + measures + ["--rpe", "5", "--shoe", "peg", "--on", "-\(daysAgo)d"])
      desk.results("pain", "3", "--morning", "--on", "-\(daysAgo - 1)d")
    }
    for daysAgo in [12, 11, 8, 4, 1] {
      desk.results("pain", "\(daysAgo % 4)", "--morning", "--on", "-\(daysAgo)d")
    }
    desk.setClock(hour, minute)
    return desk
  }

  // MARK: - Nothing yet

  @Test func `Without a journal, nerve alone says what to type first`() throws {
    let desk = try Desk()
    let steps = desk.results([])
    #expect(
      steps == """
        Nerve is a journal for runners with sciatica. You have none yet: your first
        entry makes it, in one file on this machine,
        \(desk.folder["journal.sqlite"])

          nerve pain 3                how your leg feels now, 0 to 10
          nerve run 5km 32m           a run
          nerve shoe add pegasus      a shoe; 'nerve run 5km --shoe peg' then names it
          nerve checkin               asks what the day still lacks, a key at a time

        Later, 'nerve' alone shows the day at a glance, and 'nerve undo' takes back what
        you typed. To look around in a made-up journal: nerve sample sample.sqlite

        All commands: nerve --help. When pain is an emergency: nerve redflags

        """)
    #expect(try desk.folder.contents.isEmpty)
    #expect(desk.nerve("today").status == 1)
    #expect(desk.nerve("today").output.isEmpty)
  }

  @Test func `What is typed first works in that order`() throws {
    let desk = try Desk()
    for line in ["pain 3", "run 5km 32m", "shoe add pegasus", "run 5km --shoe peg"] {
      desk.results(try #require(shellWords(line)))
    }
    #expect(desk.results([]) == desk.results("today"))
  }

  @Test func `A journal without entries says only what is missing`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    desk.results("undo")
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          missing  morning rating: nerve pain N

        """)
  }

  // MARK: - A rich journal

  @Test func `A morning tells what was run, what is missing and what the shoe has run`() throws {
    #expect(try diary().results("today") == "@1")
  }

  @Test func `An evening after a run tells what both still lack`() throws {
    var desk = try diary(at: 22, 30)
    try logOfMonday(desk)
    let text = desk.results([])
    #expect(text == "@2")
    desk.width = 80
    #expect(desk.results([]) == text)
    desk.width = 40
    desk.variables["LANG"] = "en_GB.UTF-8"
    #expect(desk.results([]) == "@3")
  }

  /// What was logged over the Monday.
  private func logOfMonday(_ desk: Desk) throws {
    desk.results("run", "8.2km", "45:10", "--start", "17:30")
    desk.results("pain", "4", "--back", "2", "--reach", "calf", "--side", "left", "--time", "7am")
    for exercise in ["piriformis", "calf", "sciatic slider", "hip flexor", "piriformis"] {
      desk.results("stretch", exercise, "3x30s")
    }
  }

  @Test func `Miles are told where miles are set`() throws {
    let desk = try diary()
    _ = try desk.rows("INSERT INTO setting (name, value) VALUES ('units', 'mi')")
    let text = desk.results("today", "--plan", "7")
    #expect(text == "@4")
    #expect(desk.results("today", "--plan", "7mi") == text)
  }

  @Test func `The same day as CSV and Markdown`() throws {
    let desk = try diary()
    let csv = desk.results("today", "--format", "csv").split(separator: "\r\n")
    #expect(csv[0] == "name,value")
    for row in ["day,2026-11-23", "missing.0.what,morning_rating", "last_7_days.distance_km,9",
      "shoes.0.limit_km,700", "recent_days.13.leg_pain,", "synthetic,0"]
    {
      #expect(csv.contains { $0 == row }, "\(row)")
    }
    #expect(desk.results("today", "--format", "markdown") == "@5")
  }

  @Test func `The whole of it as JSON`() throws {
    let desk = try diary(at: 22, 30)
    try logOfMonday(desk)
    _ = try desk.rows(
      """
      INSERT INTO guidance (day, given_by, advice, longest_run_m)
      VALUES ('2026-11-02', 'physio', 'stay short', 8000)
      """)
    desk.results("flare", "start", "--on", "yesterday")
    let json = try ReadJSON(desk.results("today", "--plan", "13km", "--json"))
    #expect(
      json.keys == [
        "day", "entries", "flare_up", "guidance", "last_28_days", "last_7_days", "last_check_in",
        "longest_run", "missing", "plan", "recent_days", "reminder", "shoes", "synthetic",
        "this_week", "weekday", "weeks_before",
      ])
    #expect(json["day"].string == "2026-11-23")
    #expect(json["weekday"].string == "monday")
    #expect(json["entries"].array.map { $0["kind"].string } == ["run", "check_in"] + Array(repeating: "stretch", count: 5))
    #expect(json["missing"] == .string("@6"))
    #expect(json["flare_up"] == .string("@7"))
    #expect(json["this_week"] == .string("@8"))
    #expect(json["weeks_before"] == .string("@9"))
    #expect(json["longest_run"] == .string("@10"))
    #expect(json["plan"] == .string("@11"))
    #expect(json["shoes"] == .string("@12"))
    #expect(json["guidance"] == .string("@13"))
    #expect(json["recent_days"].array.count == 14)
    #expect(json["recent_days"][13] == .string("@14"))
    #expect(json["recent_days"][10]["distance_km"].isNull)
    #expect(json["last_check_in"].string == "2026-11-23")
    #expect(json["synthetic"] == .bool(false))
  }

  // MARK: - A flare-up, a plan, advice

  @Test func `A flare-up is counted from its first day until it ends`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--trigger", "long drive", "--on", "-4d")
    desk.results("pain", "6")
    #expect(desk.results([]) == "@15")
    desk.results("flare", "end")
    #expect(!desk.results([]).contains("flare-up"))
  }

  @Test func `A flare-up that is still to come does not last`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--on", "tomorrow", "--force")
    #expect(!desk.results([]).contains("flare-up"))
  }

  @Test func `A plan is described beside the pain of the morning and what it would break`() throws {
    let desk = try diary()
    desk.results("pain", "2")
    for (day, longest, off, until) in [
      ("2026-11-02", "8000", "NULL", "'2026-12-24'"), ("2026-11-20", "NULL", "5", "NULL"),
      ("2026-11-01", "NULL", "NULL", "NULL"), ("2026-11-10", "20000", "3", "NULL"),
    ] {
      _ = try desk.rows(
        """
        INSERT INTO guidance (day, given_by, advice, longest_run_m, days_off, until_day)
        VALUES ('\(day)', 'physio', 'as \(day) said', \(longest), \(off), \(until))
        """)
    }
    #expect(desk.results("today", "--plan", "12km") == "@16")
    #expect(desk.results("today") == "@17")
  }

  @Test(
    arguments: [
      ("10km", "4 % shorter than", "what longer ones were compared with"),
      ("10.4km", "as long as", "what longer ones were compared with"),
      ("11.4km", "10 % longer than", "what longer ones were compared with"),
      ("13.5km", "30 % longer than", "1.64 times"),
      ("13.6km", "31 % longer than", "1.52 times as frequent"),
      ("21km", "102 % longer than", "2.28 times as frequent"),
    ])
  func `A plan is told in the words of the study`(
    plan: String, relation: String, found: String
  ) throws {
    let text = try diary().results("today", "--plan", plan).split(separator: " ")
      .joined(separator: " ").split(separator: "\n").joined()
    #expect(text.contains(relation), "\(text)")
    #expect(text.contains(found), "\(text)")
    #expect(text.contains("not sciatica (Frandsen 2025)"))
    for word in ["danger", "risk", "too", "should", "must", "warning", "!"] {
      #expect(!text.contains(" \(word)"), "\(word)")
    }
  }

  @Test func `A plan without a run before it is told to have no comparison`() throws {
    let desk = try Desk()
    desk.results("pain", "1")
    #expect(desk.results("today", "--plan", "5km") == "@18")
  }

  // MARK: - Gaps, reminders and the night

  @Test(arguments: [(0, nil), (1, nil), (2, "2 days ago"), (7, "7 days ago"), (8, "Sun 15 Nov 2026")]
    as [(Int, String?)])
  func `A gap between check-ins is met gently`(days: Int, told: String?) throws {
    let desk = try Desk()
    desk.results("pain", "2", "--morning", "--on", "-\(days)d")
    let text = desk.results([])
    #expect(text.contains("The last check-in was") == (told != nil))
    if let told { #expect(text.contains(told)) }
    #expect(text.contains("nerve checkin --since-last") == (2...7).contains(days))
    for word in ["streak", "missed", "should", "forgot", "!"] { #expect(!text.contains(word)) }
  }

  @Test func `A sparse diary is told with its blanks`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--on", "-9d")
    desk.results("pain", "3", "--on", "-5d")
    #expect(desk.results([]) == "@19")
  }

  @Test func `The owner's reminder is told in the morning`() throws {
    var desk = try diary()
    _ = try desk.rows(
      "INSERT INTO setting (name, value) VALUES ('morning_reminder', 'Glide before you sit.')")
    #expect(desk.results([]).hasPrefix("Mon 23 Nov 2026\nGlide before you sit.\n\n"))
    desk.setClock(13)
    #expect(desk.results([]).hasPrefix("Mon 23 Nov 2026\n\n"))
  }

  @Test func `After midnight it is still the day before, and its evening`() throws {
    let desk = try Desk(at: 1, 15)
    desk.results("run", "5km", "--rpe", "3")
    #expect(desk.results([]) == "@20")
  }

  @Test func `A day that is not tracked lacks nothing`() throws {
    let desk = try diary()
    _ = try desk.rows("INSERT INTO day_mark (day, kind) VALUES ('2026-11-23', 'not_tracked')")
    let text = desk.results([])
    #expect(text.contains("day mark: not tracked"))
    #expect(!text.contains("missing"))
  }

  // MARK: - One screen

  @Test func `A full day fits on one screen`() throws {
    var desk = try diary(at: 22, 30)
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
    #expect(text.hasPrefix("SYNTHETIC SAMPLE JOURNAL: this runner does not exist.\n\nMon 23 Nov 2026\n"))
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(joined.contains("morning rating: nerve pain N --journal \(path)"))
    let json = try ReadJSON(desk.results("today", "--journal", path, "--json"))
    #expect(json["synthetic"] == .bool(true))
    #expect(desk.results("today", "--journal", path, "--format", "markdown").hasPrefix("**SYNTHETIC"))
  }

  @Test func `What it tells to type is understood`() throws {
    let desk = try diary(at: 22, 30)
    desk.results("run", "8.2km")
    let json = try ReadJSON(desk.results("today", "--json"))
    let commands = json["missing"].array.compactMap { $0["command"].string }
    #expect(commands.count == 3)
    for command in commands + ["nerve checkin", "nerve checkin --since-last", "nerve guidance list"]
    {
      let words = command.split(separator: " ").dropFirst().map { $0 == "N" ? "3" : String($0) }
      // Some are still to come.
      guard !CommandPath(words).names.isEmpty else { continue }
      #expect(throws: Never.self, "\(command)") { _ = try NerveCommand.parseAsRoot(words) }
    }
  }
}
