import ArgumentParser
import CivilDay
import JournalStore
import Testing

@testable import JournalCLI

/// Monday, 23 November 2026, at different times of the day.
@Suite struct TodayCommandTests {
  /// Four weeks of running, rating and resting up to yesterday.
  private func diary(at hour: Int = 7, _ minute: Int = 30) throws -> Desk {
    let desk = try Desk(at: hour, minute)
    func day(_ daysAgo: Int) -> SQLiteValue { .text("\(Desk.monday.day - daysAgo)") }
    let runs: [(daysAgo: Int, metres: Double?, minutes: Int)] = [
      (34, 8_000, 48), (32, 6_000, 36), (27, 9_000, 54), (24, 7_000, 42), (20, 8_000, 48),
      (17, 6_000, 36), (13, 10_400, 62), (10, 7_000, 42), (6, 9_000, 54), (3, nil, 30),
    ]
    let pains = runs.map { ($0.daysAgo - 1, 3) } + [12, 11, 8, 4, 1].map { ($0, $0 % 4) }
    let journal = try Journal(
      path: desk.folder["journal.sqlite"], for: .writing(makingFolder: false))
    _ = try journal.add(
      [
        Entry(
          .footwear,
          ["name": "Pegasus", "limit_distance_m": 700_000, "start_distance_m": 560_000])
      ]
        + runs.map { run in
          Entry(
            .run,
            [
              "day": day(run.daysAgo), "distance_m": .real(run.metres),
              "duration_s": .integer(run.minutes * 60), "rpe": 5, "footwear": "Pegasus",
            ])
        }
        + pains.map { daysAgo, pain in
          Entry(
            .checkIn,
            ["day": day(daysAgo), "moment": "morning", "leg_pain": .integer(pain)])
        },
      command: "diary", today: nil)
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
    for line in ["pain 3", "run 5km 32m", "shoe add pegasus", "run 8km --shoe peg"] {
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

          missing       morning rating: nerve pain N, or nerve checkin

        """)
  }

  // MARK: - A rich journal

  @Test func `A morning tells what was run, what is missing and what the shoe has run`() throws {
    let text = try diary().results("today")
    #expect(
      text == """
        Mon 23 Nov 2026

          missing       morning rating: nerve pain N, or nerve checkin
          4-week mean   14.1 km, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part
          last 7 days   9.0 km, 2 runs, load 420; 1 of 7 days unknown, 1 in part
          last 28 days  56.4 km, 8 runs, load 1840; 8 of 28 days unknown, 1 in part
          longest run   10.4 km on Tue 10 Nov 2026, of the 30 days before today
          shoe          Pegasus: 630 of 700 km, time to look at it

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1      blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -      - no run, x unknown

        """)
  }

  @Test func `An evening after a run tells what both still lack`() throws {
    var desk = try diary(at: 22, 30)
    try logOfMonday(desk)
    let text = desk.results([])
    #expect(
      text == """
        Mon 23 Nov 2026

          logged        run: 17:30 8.2 km in 45:10 (5:30 /km)
                        check-in: 07:00 leg 4, back 2, left, down to the calf
                        stretch: piriformis 3x30s; calf 3x30s; sciatic slider 3x30s; and
                        2 more
          missing       the run's effort and shoe: nerve edit run 11 --rpe N --shoe NAME
                        evening rating: nerve pain N, or nerve checkin
          this week     8.2 km, 1 run
          4-week mean   14.1 km, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part
          last 7 days   17.2 km, 3 runs, load 420; 2 days unknown in part
          last 28 days  64.6 km, 9 runs, load 1840; 7 of 28 days unknown, 2 in part
          longest run   10.4 km on Tue 10 Nov 2026, of the 30 days before today
          shoe          Pegasus: 630 of 700 km, time to look at it

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1  4   blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -  8   - no run, x unknown

        """)
    desk.width = 80
    #expect(desk.results([]) == text)
    desk.width = 40
    desk.variables["LANG"] = "en_GB.UTF-8"
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          logged        run: 17:30 8.2 km in
                        45:10 (5:30 /km)
                        check-in: 07:00 leg 4,
                        back 2, left, down to
                        the calf
                        stretch: piriformis
                        3x30s; calf 3x30s;
                        sciatic slider 3x30s;
                        and 2 more
          missing       the run's effort and
                        shoe: nerve edit run 11
                        --rpe N --shoe NAME
                        evening rating: nerve
                        pain N, or nerve checkin
          this week     8.2 km, 1 run
          4-week mean   14.1 km, 2.0 runs, load
                        460; 8 of 28 days
                        unknown, 1 in part
          last 7 days   17.2 km, 3 runs, load
                        420; 2 days unknown in
                        part
          last 28 days  64.6 km, 9 runs, load
                        1840; 7 of 28 days
                        unknown, 2 in part
          longest run   10.4 km on Tue 10 Nov
                        2026, of the 30 days
                        before today
          shoe          Pegasus: 630 of 700 km,
                        time to look at it

          last 8 days   Mo Tu We Th Fr Sa Su Mo
          leg pain             3  0     3  1  4
          run, km           9  ·  ·  ×  ·  ·  8
                        blank unknown, · no run,
                        × unknown

        """)
  }

  /// What was logged over the Monday.
  private func logOfMonday(_ desk: Desk) throws {
    desk.results("run", "8.2km", "45:10", "--start", "17:30")
    desk.results("pain", "4", "--back", "2", "--reach", "calf", "--side", "left", "--time", "7am")
    for exercise in ["piriformis", "calf", "sciatic slider", "hip flexor", "piriformis"] {
      desk.results("stretch", exercise, "3x30s", "-y")
    }
  }

  @Test func `Miles are told where miles are set`() throws {
    let desk = try diary()
    _ = try desk.rows("INSERT INTO setting (name, value) VALUES ('units', 'mi')")
    let text = desk.results("today", "--plan", "7")
    #expect(
      text == """
        Mon 23 Nov 2026

          plan          7.0 mi, 8 % longer than the longest run of the 30 days before:
                        6.5 mi on Tue 10 Nov 2026; 10 of these 30 days are unknown
          a study       Runs up to 10 % longer than that are what longer ones were
                        compared with. Of 5,205 runners; about overuse injury, not
                        sciatica (Frandsen 2025).
          this morning  leg pain not rated; add it with: nerve pain N
          4-week mean   8.8 mi, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part
          last 7 days   5.6 mi, 2 runs, load 420; 1 of 7 days unknown, 1 in part
          last 28 days  35.0 mi, 8 runs, load 1840; 8 of 28 days unknown, 1 in part

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1      blank unknown
          run, mi        6  -  -  4  -  -     6  -  -  x  -  -      - no run, x unknown

        """)
    #expect(desk.results("today", "--plan", "7mi") == text)
  }

  @Test func `The same day as CSV and Markdown`() throws {
    let desk = try diary()
    let csv = desk.results("today", "--format", "csv").split(separator: "\r\n")
    #expect(csv[0] == "name,value")
    for row in [
      "day,2026-11-23", "missing.0.what,morning_rating", "last_7_days.distance_km,9",
      "shoes.0.limit_km,700", "recent_days.13.leg_pain,", "synthetic,0",
    ] {
      #expect(csv.contains { $0 == row }, "\(row)")
    }
    #expect(
      desk.results("today", "--format", "markdown") == """
        | Mon 23 Nov 2026 |                                                              |
        | :-------------- | :----------------------------------------------------------- |
        | missing         | morning rating: nerve pain N, or nerve checkin               |
        | 4-week mean     | 14.1 km, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part |
        | last 7 days     | 9.0 km, 2 runs, load 420; 1 of 7 days unknown, 1 in part     |
        | last 28 days    | 56.4 km, 8 runs, load 1840; 8 of 28 days unknown, 1 in part  |
        | longest run     | 10.4 km on Tue 10 Nov 2026, of the 30 days before today      |
        | shoe            | Pegasus: 630 of 700 km, time to look at it                   |

        | last 14 days |  Tu |  We |  Th |  Fr |  Sa |  Su |  Mo |  Tu |  We |  Th |  Fr |  Sa |  Su |  Mo |
        | :----------- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        | leg pain     |     |   3 |   3 |     |   3 |   0 |     |     |   3 |   0 |     |   3 |   1 |     |
        | run, km      |  10 |   - |   - |   7 |   - |   - |     |   9 |   - |   - |   x |   - |   - |     |

        blank unknown, - no run, x unknown

        """)
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
    #expect(
      json["entries"].array.map { $0["kind"].string } == ["run", "check_in"]
        + Array(repeating: "stretch", count: 5))
    #expect(
      try json["missing"]
        == ReadJSON(
          """
          [
          {"what": "run_effort_and_shoe", "command": "nerve edit run 11 --rpe N --shoe NAME"},
          {"what": "evening_rating", "command": "nerve pain N"}
          ]
          """))
    #expect(
      try json["flare_up"]
        == ReadJSON(
          """
          {"onset_day": "2026-11-22", "day_number": 2, "trigger": null}
          """))
    #expect(
      try json["this_week"]
        == ReadJSON(
          """
          {
          "days": 1, "unknown_days": 0, "runs": 1, "distance_km": 8.2, "minutes": 45.166666666666664,
          "load": null, "run_days_without_distance": 0, "run_days_without_duration": 0,
          "run_days_without_effort": 1
          }
          """))
    #expect(
      try json["weeks_before"]
        == ReadJSON(
          """
          {
          "weeks": 4, "mean_distance_km": 14.1, "mean_minutes": 92, "mean_load": 460, "days": 28,
          "unknown_days": 8, "runs": 8, "distance_km": 56.4, "minutes": 368, "load": 1840,
          "run_days_without_distance": 1, "run_days_without_duration": 0, "run_days_without_effort": 0
          }
          """))
    #expect(
      try json["longest_run"]
        == ReadJSON(
          """
          {"day": "2026-11-10", "distance_km": 10.4}
          """))
    #expect(
      try json["plan"]
        == ReadJSON(
          """
          {
          "distance_km": 13, "spike": 1.25, "hazard_ratio": 1.64, "hazard_ratio_ci95": [1.31, 2.05],
          "unknown_days": 10, "morning_leg_pain": 4, "breaks_guidance": [1]
          }
          """))
    #expect(
      try json["shoes"]
        == ReadJSON(
          """
          [{"name": "Pegasus", "distance_km": 630.4, "limit_km": 700, "is_default": false}]
          """))
    #expect(
      try json["guidance"]
        == ReadJSON(
          """
          [{
          "id": 1, "day": "2026-11-02", "given_by": "physio", "advice": "stay short",
          "longest_run_m": 8000, "days_off": null, "until_day": null
          }]
          """))
    #expect(json["recent_days"].array.count == 14)
    #expect(
      try json["recent_days"][13]
        == ReadJSON(
          """
          {"day": "2026-11-23", "state": "run", "leg_pain": 4, "distance_km": 8.2}
          """))
    #expect(json["recent_days"][10]["distance_km"].isNull)
    #expect(json["last_check_in"].string == "2026-11-23")
    #expect(json["synthetic"] == .bool(false))
  }

  // MARK: - A flare-up, a plan, advice

  @Test func `A flare-up is counted from its first day until it ends`() throws {
    let desk = try Desk()
    desk.results("flare", "start", "--trigger", "long drive", "--on", "-4d")
    desk.results("pain", "6")
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          flare-up      day 5, since Thu 19 Nov 2026; suspected: long drive
          logged        check-in: 07:30 leg 6

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                                              6   blank unknown
          run, km                                   -           -   - no run

        """)
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
    #expect(
      desk.results("today", "--plan", "12km") == """
        Mon 23 Nov 2026

          plan          12.0 km, 15 % longer than the longest run of the 30 days before:
                        10.4 km on Tue 10 Nov 2026; 10 of these 30 days are unknown
          a study       After runs more than 10 and up to 30 % longer, injury was 1.64
                        times as frequent as after runs up to 10 % longer (95 % interval
                        1.31 to 2.05). Of 5,205 runners; about overuse injury, not
                        sciatica (Frandsen 2025).
          this morning  leg pain 2
          breaks        physio: as 2026-11-20 said (no run up to Tue 24 Nov 2026)
                        physio: as 2026-11-02 said (runs up to 8.0 km; until Thu 24 Dec
                        2026)
          this week     no run
          4-week mean   14.1 km, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part
          last 7 days   9.0 km, 2 runs, load 420; 1 day unknown in part
          last 28 days  56.4 km, 8 runs, load 1840; 7 of 28 days unknown, 1 in part
          guidance      physio: as 2026-11-10 said (runs up to 20.0 km)
                        physio: as 2026-11-01 said

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1  2   blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -  -   - no run, x unknown

        """)
    #expect(
      desk.results("today") == """
        Mon 23 Nov 2026

          logged        check-in: 07:30 leg 2
          this week     no run
          4-week mean   14.1 km, 2.0 runs, load 460; 8 of 28 days unknown, 1 in part
          last 7 days   9.0 km, 2 runs, load 420; 1 day unknown in part
          last 28 days  56.4 km, 8 runs, load 1840; 7 of 28 days unknown, 1 in part
          longest run   10.4 km on Tue 10 Nov 2026, of the 30 days before today
          shoe          Pegasus: 630 of 700 km, time to look at it
          guidance      physio: as 2026-11-20 said (no run up to Tue 24 Nov 2026)
                        physio: as 2026-11-10 said (runs up to 20.0 km)
                        and 2 more: nerve guidance list

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1  2   blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -  -   - no run, x unknown

        """)
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
    #expect(
      desk.results("today", "--plan", "5km") == """
        Mon 23 Nov 2026

          plan          5.0 km; no run of the 30 days before has a distance to compare
                        it with; 30 of these 30 days are unknown
          this morning  leg pain 1

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                                              1   blank unknown
          run, km                                               -   - no run

        """)
  }

  // MARK: - Gaps, reminders and the night

  @Test(
    arguments: [(0, nil), (1, nil), (2, "2 days ago"), (7, "7 days ago"), (8, "Sun 15 Nov 2026")]
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
    #expect(
      desk.results([]) == """
        Mon 23 Nov 2026

          missing       morning rating: nerve pain N, or nerve checkin
          2-week mean   2.5 km, 0.5 runs; 12 of 14 days unknown
          last 7 days   no run; 6 of 7 days unknown
          last 28 days  5.0 km, 1 run; 26 of 28 days unknown
          longest run   5.0 km on Sat 14 Nov 2026, of the 30 days before today

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain                               3                  blank unknown
          run, km                    5           -                  - no run

        The last check-in was 5 days ago. If you remember the days since, this asks for
        them: nerve checkin --since-last

        """)
  }

  @Test func `The default shoe is told, and any other only near its limit`() throws {
    let desk = try diary()
    _ = try desk.rows(
      """
      INSERT INTO footwear (name, limit_distance_m, is_default)
      VALUES ('Ghost', 800000, 1), ('Nova', 800000, NULL)
      """)
    let text = desk.results([])
    #expect(
      text.contains(
        """
          shoe          Ghost, the default: 0 of 800 km
                        Pegasus: 630 of 700 km, time to look at it

        """))
    #expect(!text.contains("Nova"))
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
    #expect(
      desk.results([]) == """
        Sun 22 Nov 2026, until 04:00

          logged        run: 5.0 km, effort 3
          missing       morning rating, from memory: nerve pain N --morning
                        evening rating: nerve pain N, or nerve checkin
          this week     5.0 km, 1 run; 6 of 7 days unknown
          last 7 days   5.0 km, 1 run; 6 of 7 days unknown
          last 28 days  5.0 km, 1 run; 27 of 28 days unknown

          last 14 days  Mo Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su
          leg pain                                                  blank unknown
          run, km                                               5

        """)
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
    let desk = try diary(at: 22, 30)
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
