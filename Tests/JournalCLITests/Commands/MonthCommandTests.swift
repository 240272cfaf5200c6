import CivilDay
import Testing
@testable import JSONText
@testable import JournalCLI

@Suite struct MonthCommandTests {
  /// A month with two runs in October, one of unknown effort.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Pegasus", "--on", "2026-09-01")
      desk.results("run", "6km", "36m", "--rpe", "4", "--on", "2026-09-28")
      desk.results("run", "8km", "48m", "--rpe", "5", "--shoe", "peg", "--on", "2026-10-02")
      desk.results("run", "9km", "--on", "2026-10-05")
      desk.results("stretch", "piriformis", "4x30s", "--on", "2026-10-02")
      desk.results("flare", "start", "--on", "2026-10-06")
      desk.results("flare", "end", "--on", "2026-10-08")
      for (day, pain) in [(1, 2), (2, 3), (3, 5), (6, 4)] {
        desk.results("pain", "\(pain)", "--morning", "--on", "2026-10-0\(day)")
      }
    }
  }

  /// By hand: days 1 to 3, 5, 6 and 8 are known, 4 and 7 are not; 8 km after
  /// 6 km is a step of 33 %, the 9 km three days later one of 12.5 %.
  @Test func `A month is told on one screen, and line by line in full`() throws {
    let desk = try desk()
    let (brief, full) = (desk.results("month", "oct"), desk.results("month", "oct", "--full"))
    for (line, isBrief) in [
      ("  distance", true), ("  run days          2 of 6 known  1 of 1 known", true),
      ("  longest run", true), ("  leg pain, mean     too few (4)             –", true),
      ("  leg pain, worst", true), ("  bad days, over 5", true), ("  days known", false),
      ("  rest days                4", false), ("  time", false), ("  effort x minutes", false),
      ("  flare-up days", false), ("  days stretched", false), ("  shoes", false),
      ("  after runs", false), ("  24 hours", false), ("  plain r", false),
      ("One month cannot settle it.", false),
    ] {
      #expect(brief.contains("\n\(line)") == isBrief, "\(line)\n\(brief)")
      if !line.contains("rest days") { #expect(full.contains("\n\(line)"), "\(line)\n\(full)") }
    }
    for line in [
      "  distance               17.0 km        6.0 km",
      "  longest run             9.0 km        6.0 km",
      "  bad days, over 5        0 of 4             –",
      "  longest run  9.0 km on Mon 5 Oct; largest step up on Fri 2 Oct: 33 % beyond the 30 days before",
      "  flare-ups    Tue 6 Oct to Thu 8 Oct",
      "  rest days    4 of 4 assumed, not logged; mark them with: nerve rest DAYS",
      "  next step    nothing to change; numbers make sense from two weeks on",
    ] {
      #expect(brief.contains("\n\(line)\n"), "\(line)\n\(brief)")
    }
    for line in [
      "  days known              6 of 8        1 of 3",
      "  rest days         4, 4 assumed             0",
      "  not counted  1 run day without a duration, 1 run day without an effort or a duration",
      "  shoes        Pegasus 8.0 km",
      "  after runs   1 of 2 runs rated before and the next morning: more pain the next morning 1, less 0,",
    ] {
      #expect(full.contains("\n\(line)\n"), "\(line)\n\(full)")
    }
    #expect(brief.hasPrefix("October 2026\n\nAll your days to date: not enough data yet"))
  }

  @Test func `The same month as JSON, CSV and Markdown`() throws {
    let desk = try desk()
    let json = try ReadJSON(desk.results("month", "2026-10", "--json"))
    #expect(json["month"].string == "2026-10")
    #expect(json["days"].int == 8)
    #expect(json["known_days"].int == 6)
    #expect(json["rest_days"].int == 4)
    #expect(json["implied_rest_days"].int == 4)
    #expect(json["runs"].int == 2)
    #expect(json["distance_km"].number == 17)
    #expect(json["minutes"].number == 48)
    #expect(json["load"].number == 240)
    #expect(json["run_days_without_distance"].int == 0)
    #expect(json["run_days_without_duration"].int == 1)
    #expect(json["run_days_without_effort"].int == 1)
    #expect(json["longest_km"].number == 9)
    expectClose(json["spike"], 8.0 / 6, "spike")
    #expect(json["pain_days"].int == 4)
    #expect(json["mean_leg_pain"].number == 3.5)
    #expect(json["worst_leg_pain"].int == 5)
    #expect(json["flare_days"].int == 3)
    #expect(json["stretch_minutes"].number == 2)
    #expect(
      json["shoes"]
        == .array([
          .object(["name": .string("Pegasus"), "runs": .number(1), "km": .number(8)])
        ]))
    #expect(json["correlation"]["load"].string == "km")
    #expect(json["correlation"]["timing"].string == "morning")
    #expect(json["correlation"]["month"]["lag"].int == 1)
    #expect(json["synthetic"] == .bool(false))

    let rows = desk.results("month", "2026-10", "--format", "csv").split(separator: "\r\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 2)
    #expect(rows[0].count == rows[1].count)
    #expect(
      Array(rows[0].prefix(8)) == [
        "month", "days", "known_days", "runs", "distance_km", "minutes", "load", "longest_km",
      ])
    #expect(Array(rows[1].prefix(8)) == ["2026-10", "8", "6", "2", "17", "48", "240", "9"])

    let markdown = desk.results("month", "2026-10", "--format", "markdown")
    #expect(markdown.hasPrefix("# October 2026\n"))
    #expect(markdown.contains("\n| distance         |      17.0 km | "), "\(markdown)")
  }

  /// The views are the other way to the same numbers.
  @Test func `Every month's numbers equal SQL over the views and tables`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--years", "1", "--until", "2026-10-20", "--seed", "11")
    let journal = JournalFile(path: path)
    let months = try journal.rows("SELECT month FROM month ORDER BY month")
    #expect(months.count == 13)
    for month in months {
      let json = try ReadJSON(desk.results("month", month, "--json", "--journal", path))
      let view = try ReadJSON(
        desk.results(
          "sql", "SELECT * FROM month WHERE month = '\(month)'", "--json", "--journal", path))[0]
      for name in [
        "days", "known_days", "runs", "distance_km", "minutes", "load", "pain_days",
        "mean_leg_pain", "worst_leg_pain", "flare_days", "stretch_minutes",
      ] {
        expectClose(json[name], view[name].number, "\(month), \(name)")
      }
      let others = try ReadJSON(
        desk.results(
          "sql",
          """
          SELECT max(distance_m) / 1000 AS longest_km,
            max(
              distance_m / (
                SELECT max(distance_m) FROM run AS earlier
                WHERE earlier.day < run.day AND earlier.day >= date(run.day, '-30 days')
              )
            ) AS spike
          FROM run
          WHERE substr(day, 1, 7) = '\(month)'
          """, "--json", "--journal", path))[0]
      expectClose(json["longest_km"], others["longest_km"].number, "\(month), longest")
      expectClose(json["spike"], others["spike"].number, "\(month), spike")
      let shoes = try journal.rows(
        """
        SELECT footwear.name, count(*) FROM run JOIN footwear ON footwear.id = footwear_id
        WHERE substr(day, 1, 7) = '\(month)' GROUP BY 1 ORDER BY sum(distance_m) DESC
        """)
      #expect(
        json["shoes"].array.map { "\($0["name"].string ?? "")|\($0["runs"].int ?? 0)" } == shoes)
    }
  }

  @Test(arguments: [
    // The clock stands in November 2026, in the night, and in December.
    (0, 7, "2026-10"), (7, 12, "2026-10"), (8, 3, "2026-10"), (8, 4, "2026-11"),
    (40, 12, "2026-12"), (365, 12, "2027-10"),
  ])
  func `Without a month it is the last complete one`(
    daysLater: Int, hour: Int, month: String
  ) throws {
    var desk = try desk()
    desk.setClock(hour, daysLater: daysLater)
    #expect(try ReadJSON(desk.results("month", "--json"))["month"].string == month)
  }

  @Test func `In the journal's first month it is this one`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    #expect(desk.results("month").hasPrefix("November 2026\n"))
    desk.results("pain", "4", "--on", "2026-10-31")
    #expect(desk.results("month").hasPrefix("October 2026\n"))
  }

  @Test(arguments: [
    ("2026-10", "2026-10"), ("2026-9", "2026-09"), ("oct", "2026-10"), ("october", "2026-10"),
    ("december", "2025-12"), ("oct 2025", "2025-10"), ("2025 oct", "2025-10"),
    ("last month", "2026-10"), ("this month", "2026-11"),
  ])
  func `A month is named in many ways`(typed: String, month: String) throws {
    let json = try ReadJSON(try desk().results("month", typed, "--json"))
    #expect(json["month"].string == month)
  }

  @Test func `A month outside the journal says where the journal lies`() throws {
    #expect(
      try desk().nerve("month", "2026-08")
        == Transcript(
          output: """
            August 2026

              Nothing is recorded in this month. The journal goes from 2026-09-28 to 2026-10-08.

            """))
  }

  /// Two entries with an unlogged month between them.
  @Test func `A month of which nothing is known sums to unknown and not to zero`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--on", "2026-08-15")
    desk.results("run", "5km", "--on", "2026-10-15")
    let text = desk.results("month", "2026-09", "--full")
    #expect(text.contains("\n  days known         0 of 30"), "\(text)")
    #expect(text.contains("\n  run days                 –"), "\(text)")
    let json = try ReadJSON(desk.results("month", "2026-09", "--json"))
    for name in ["runs", "distance_km", "minutes", "load", "mean_leg_pain", "stretch_minutes"] {
      #expect(json[name].isNull, "\(name)")
    }
    #expect(json["days"].int == 30)
  }
}
