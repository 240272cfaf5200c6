import ArgumentParser
import CivilDay
import JournalModel
import JournalStore
import Testing
@testable import JSONText
@testable import JournalCLI

/// Monday, 23 November 2026, at different times of the day.
@Suite struct TodayCommandTests {
  // MARK: - Nothing yet

  @Test func `Without a journal, nerve alone says what to type first`() throws {
    let desk = try Desk()
    let steps = desk.results([])
    #expect(
      steps == """
        Nerve is a journal for runners with sciatica. You have none yet: your first
        entry creates it, as one file on this machine:
        \(desk.folder["journal.sqlite"])

          nerve pain 3                how your leg feels now, 0 to 10
          nerve run 5km 32m           a run
          nerve shoe add pegasus      a shoe, for 'nerve run 5km --shoe peg'
          nerve checkin               a few questions about your day

        Later, plain 'nerve' shows today at a glance, and 'nerve undo' undoes your
        latest command. To try a made-up journal: nerve sample sample.sqlite

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
    let text = try deskWithDiary().results("today")
    #expect(
      text == """
        Mon 23 Nov 2026

          missing       morning rating: nerve pain N, or nerve checkin
          4-week mean   14.1 km, load 460
          last 28 days  56.4 km, 8 runs, load 1840; 8 of 28 days unknown, 1 partly;
                        longest 10.4 km on Tue 10 Nov 2026
          shoe          Pegasus: 630 of 700 km, due for a check

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1      blank unknown
          run, km       10  -  -  7  -  -     9  -  -  x  -  -      - no run, x unknown

        """)
  }

  @Test func `An evening after a run tells what both still lack`() throws {
    var desk = try deskWithDiary(at: 22, 30)
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
          this week     8.2 km, 1 run (4-week mean 14.1 km, load 460)
          last 28 days  64.6 km, 9 runs, load 1840; 7 of 28 days unknown, 2 partly;
                        longest 10.4 km on Tue 10 Nov 2026
          shoe          Pegasus: 630 of 700 km, due for a check

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
          this week     8.2 km, 1 run (4-week
                        mean 14.1 km, load 460)
          last 28 days  64.6 km, 9 runs, load
                        1840; 7 of 28 days
                        unknown, 2 partly;
                        longest 10.4 km on Tue
                        10 Nov 2026
          shoe          Pegasus: 630 of 700 km,
                        due for a check

          last 8 days   Mo Tu We Th Fr Sa Su Mo
          leg pain             3  0     3  1  4
          run, km           9  ·  ·  ×  ·  ·  8
                        blank unknown, · no run,
                        × unknown

        """)
  }

  @Test func `Miles are told where miles are set`() throws {
    let desk = try deskWithDiary()
    _ = try desk.rows("INSERT INTO setting (name, value) VALUES ('units', 'mi')")
    let text = desk.results("today", "--plan", "7")
    #expect(
      text == """
        Mon 23 Nov 2026

          plan          7.0 mi, 8 % longer than the longest run of the previous 30 days:
                        6.5 mi on Tue 10 Nov 2026; 10 of these 30 days are unknown
          study         Runs up to 10 % longer are the reference group of the study.
                        5,205 runners; overuse injury, not sciatica (Frandsen 2025).
          this morning  leg pain not rated; add it with: nerve pain N
          4-week mean   8.8 mi, load 460
          last 28 days  35.0 mi, 8 runs, load 1840; 8 of 28 days unknown, 1 partly

          last 14 days  Tu We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo
          leg pain          3  3     3  0        3  0     3  1      blank unknown
          run, mi        6  -  -  4  -  -     6  -  -  x  -  -      - no run, x unknown

        """)
    #expect(desk.results("today", "--plan", "7mi") == text)
  }

  @Test func `The same day as CSV and Markdown`() throws {
    let desk = try deskWithDiary()
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
        | Mon 23 Nov 2026 |                                                                                                |
        | :-------------- | :--------------------------------------------------------------------------------------------- |
        | missing         | morning rating: nerve pain N, or nerve checkin                                                 |
        | 4-week mean     | 14.1 km, load 460                                                                              |
        | last 28 days    | 56.4 km, 8 runs, load 1840; 8 of 28 days unknown, 1 partly; longest 10.4 km on Tue 10 Nov 2026 |
        | shoe            | Pegasus: 630 of 700 km, due for a check                                                        |

        | last 14 days |  Tu |  We |  Th |  Fr |  Sa |  Su |  Mo |  Tu |  We |  Th |  Fr |  Sa |  Su |  Mo |
        | :----------- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        | leg pain     |     |   3 |   3 |     |   3 |   0 |     |     |   3 |   0 |     |   3 |   1 |     |
        | run, km      |  10 |   - |   - |   7 |   - |   - |     |   9 |   - |   - |   x |   - |   - |     |

        blank unknown, - no run, x unknown

        """)
  }

  @Test func `The whole of it as JSON`() throws {
    let desk = try deskWithDiary(at: 22, 30)
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
        "longest_run", "missing", "plan", "recent_days", "red_flag_days", "reminder", "shoes",
        "synthetic", "this_week", "trial", "weekday", "weeks_before",
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
          {
          "day": "2026-11-23", "state": "run", "rest_is": null, "leg_pain": 4, "distance_km": 8.2
          }
          """))
    #expect(json["recent_days"][10]["distance_km"].isNull)
    #expect(json["last_check_in"].string == "2026-11-23")
    #expect(json["synthetic"] == .bool(false))
  }
}
