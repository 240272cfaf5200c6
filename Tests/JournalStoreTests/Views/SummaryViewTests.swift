import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct SummaryViewTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  @Test func `A week begins on its Monday, across months and years`() throws {
    try journal.log(.checkIn, ["day": "2024-12-25", "leg_pain": 1])
    try journal.log(.checkIn, ["day": "2027-01-10", "leg_pain": 1])
    let weeks = try connection.rows("SELECT monday, days FROM week ORDER BY monday") {
      (row) throws(SQLiteError) in (try row.day(0), try row.integer(1))
    }
    #expect(weeks.allSatisfy { $0.0.weekday == 0 })
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $1.0 - $0.0 == 7 })
    #expect(weeks.first?.0 == Day("2024-12-23"))
    #expect(weeks.first?.1 == 5)
    #expect(weeks.dropFirst().dropLast().allSatisfy { $0.1 == 7 })
    #expect(weeks.last?.0 == Day("2027-01-04"))
    #expect(weeks.contains { $0.0 == Day("2025-12-29") })
  }

  /// A diary over two months with every state of a day.
  private func fill() throws -> [DiaryDay] {
    var random = SplitMix64(state: 5)
    let first = try #require(Day("2026-01-28"))
    for number in 0..<40 {
      let day = SQLiteValue.text((first + number).description)
      switch number % 5 {
      case 0, 1:
        try journal.log(
          .run,
          [
            "day": day, "duration_s": .integer(Int.random(in: 10...60, using: &random) * 60),
            "distance_m": number % 15 == 0
              ? .null : .integer(Int.random(in: 1...9, using: &random) * 1_000),
            "rpe": .integer(Int.random(in: 0...10, using: &random)),
          ])
      case 2: try journal.log(.stretch, ["day": day, "exercise": "calf", "duration_s": 90])
      case 3: break
      default:
        try journal.log(.checkIn, ["day": day, "leg_pain": .integer(number % 11), "reach": 3])
      }
    }
    try journal.log(.flareUp, ["onset_day": "2026-01-30", "end_day": "2026-02-03"])
    try journal.log(.checkIn, ["day": "2026-03-08", "back_pain": 1])
    return try journal.days()
  }

  private func sum(_ values: [Double?]) -> SQLiteValue {
    let known = values.compactMap { $0 }
    return known.isEmpty ? .null : .real(known.reduce(0, +))
  }

  /// What a week or month of `days` adds up to, in the order of the columns.
  private func summary(_ days: [DiaryDay]) -> [SQLiteValue] {
    let pains = days.compactMap(\.legPain)
    let runs = days.compactMap(\.runs)
    return [
      .integer(days.count), .integer(days.count { $0.state != nil }),
      runs.isEmpty ? .null : .integer(runs.reduce(0, +)), sum(days.map(\.distanceKm)),
      sum(days.map(\.minutes)), sum(days.map(\.load)), .real(days.compactMap(\.distanceKm).max()),
      .integer(pains.count),
      pains.isEmpty ? .null : .real(Double(pains.reduce(0, +)) / Double(pains.count)),
      .integer(days.compactMap(\.worstLegPain).max()), .integer(days.compactMap(\.reach).max()),
      .integer(days.count { $0.isFlare }), sum(days.map(\.stretchMinutes)),
    ]
  }

  @Test func `Weeks and months add up their known days`() throws {
    let days = try fill()
    for (view, key, parts) in [
      ("week", "monday", Dictionary(grouping: days) { ($0.day - $0.day.weekday).description }),
      ("month", "month", Dictionary(grouping: days) { $0.day.month.description }),
    ] {
      let rows = try connection.table("SELECT * FROM \(view) ORDER BY \(key)")
      #expect(rows.count == parts.count)
      for (row, part) in zip(rows, parts.sorted { $0.key < $1.key }) {
        #expect(row[0] == .text(part.key))
        for (found, expected) in zip(row.dropFirst(), summary(part.value)) {
          guard case .real(let found) = found, case .real(let expected) = expected else {
            #expect(found == expected, "\(view) \(part.key)")
            continue
          }
          #expect(abs(found - expected) < 1e-9)
        }
      }
    }
  }

  @Test func `A month without a known day adds up to nothing known`() throws {
    try journal.log(.dayMark, ["day": "2026-02-01", "kind": "not_tracked"])
    #expect(
      try connection.table("SELECT runs, distance_km, load, mean_leg_pain, pain_days FROM month")
        == [[.null, .null, .null, .null, 0]])
  }

  @Test func `A shoe has run its start distance and every known distance since`() throws {
    try journal.log(.footwear, ["name": "new"])
    try journal.log(
      .footwear,
      ["name": "used", "start_distance_m": 120_000, "limit_distance_m": 700_000, "model": "M"])
    for (day, distance) in [("2026-01-03", 5_000), ("2026-01-01", 2_500), ("2026-01-02", nil)]
      as [(String, Int?)]
    {
      try journal.log(
        .run,
        [
          "day": .text(day), "distance_m": .integer(distance), "duration_s": 600,
          "footwear": "used",
        ])
    }
    try journal.log(.run, ["day": "2026-01-04", "distance_m": 9_000])
    #expect(
      try connection.table(
        """
        SELECT name, runs, runs_without_distance, distance_km, limit_km, last_day
        FROM footwear_use
        ORDER BY name
        """)
        == [["new", 0, 0, 0.0, .null, .null], ["used", 3, 1, 127.5, 700.0, "2026-01-03"]])
    #expect(try journal.footwear().map(\.distanceKm) == [0, 127.5])
    #expect(try journal.footwear().map(\.lastDay) == [nil, "2026-01-03"])
  }

  @Test func `A run has the pain of its day and of the two mornings after`() throws {
    for (day, time, pain) in [
      ("2026-01-05", "07:00", 1), ("2026-01-05", "20:00", 3), ("2026-01-05", "23:00", 4),
      ("2026-01-06", "07:00", 5), ("2026-01-06", "21:00", 9), ("2026-01-07", "20:00", 8),
      ("2026-01-09", nil, 2),
    ] as [(String, String?, Int)] {
      try journal.log(
        .checkIn, ["day": .text(day), "time": .text(time), "leg_pain": .integer(pain)])
    }
    try journal.log(.footwear, ["name": "pegasus"])
    for values in [
      [
        "day": "2026-01-05", "start_time": "18:00", "distance_m": 8_000, "duration_s": 2_700,
        "rpe": 6, "footwear": "pegasus", "pain_before": 2, "pain_during": 6, "pain_after": 3,
      ],
      ["day": "2026-01-07", "start_time": "06:00", "duration_s": 600],
      ["day": "2026-01-08", "distance_m": 1_000],
    ] as [[String: SQLiteValue]] {
      try journal.log(.run, values)
    }
    #expect(
      try connection.table(
        """
        SELECT day, distance_km, minutes, rpe, footwear, morning_pain, pain_before, pain_during,
          pain_after, evening_pain, next_morning_pain, pain_48_h_later
        FROM run_response
        ORDER BY run_id
        """)
        == [
          // Rated at 20:00 two days later, after that day's run.
          ["2026-01-05", 8.0, 45.0, 6.0, "pegasus", 1, 2, 6, 3, 4, 5, .null],
          ["2026-01-07", .null, 10.0, .null, .null, .null, .null, .null, .null, 8, .null, 2],
          // Rated at an unknown moment the day after.
          ["2026-01-08", 1.0, .null, .null, .null, .null, .null, .null, .null, .null, 2, .null],
        ])
  }

  @Test func `Two runs of a day each have their row and the same evening`() throws {
    try journal.log(.run, ["day": "2026-01-05", "start_time": "07:00", "distance_m": 1_000])
    try journal.log(.run, ["day": "2026-01-05", "start_time": "17:00", "distance_m": 2_000])
    try journal.log(.checkIn, ["day": "2026-01-05", "time": "12:00", "leg_pain": 3])
    #expect(
      try connection.table("SELECT distance_km, morning_pain, evening_pain FROM run_response")
        == [[1.0, .null, 3], [2.0, .null, 3]])
  }

  @Test func `Every view can be read with the stock functions of SQLite alone`() throws {
    _ = try fill()
    let views = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'view'") {
      (row) throws(SQLiteError) in try row.text(0)
    }
    #expect(
      Set(views) == [
        "rating", "day_rating", "day", "week", "month", "footwear_use", "run_response",
        "day_boundary", "entry_text", "day_span", "day_tail", "rating_order", "trial",
        "trial_run", "trial_unit", "trial_week", "flare", "exercise_use",
      ])
    let folder = try TemporaryFolder()
    try connection.backUp(to: folder.path("copy.sqlite"))
    let stock = try Connection(path: folder.path("copy.sqlite"), access: .readOnly)
    for view in views {
      #expect(try stock.table("SELECT * FROM \(view)") == connection.table("SELECT * FROM \(view)"))
    }
  }
}
