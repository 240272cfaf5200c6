import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct DayViewTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  /// The weighted mean of each day, by METHOD section 7.
  ///
  /// E_0 = x_0, then E = E + lambda (x - E) with lambda = 2 / (N + 1). An unknown
  /// day leaves E as it is, and has no E of its own.
  private func ewma(_ values: [Double?], days: Double) -> [Double?] {
    let lambda = 2 / (days + 1)
    var mean: Double?
    return values.map { value in
      guard let value else { return nil }
      mean = mean.map { $0 + lambda * (value - $0) } ?? value
      return mean
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `Weighted means follow the formula, and pass over unknown days`(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let first = try #require(Day("2024-02-01"))
    try journal.connection.transaction {
      for number in 0..<400 {
        let day = SQLiteValue.text((first + number).description)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
          // Some runs lack a distance, some an exertion.
          var values: [String: SQLiteValue] = ["day": day, "duration_s": 1_800]
          if Int.random(in: 0..<8, using: &random) > 0 {
            values["distance_m"] = .real(Double.random(in: 3_000...20_000, using: &random))
          }
          if Int.random(in: 0..<4, using: &random) > 0 {
            values["rpe"] = .integer(Int.random(in: 0...10, using: &random))
          }
          try journal.log(.run, values)
        case 4...6: try journal.log(.checkIn, ["day": day, "leg_pain": 2])
        case 7: try journal.log(.dayMark, ["day": day, "kind": "not_tracked"])
        default: break
        }
      }
    }
    let rows = try journal.connection.rows(
      """
      SELECT distance_km, load, acute_km, chronic_km, acute_load, chronic_load
      FROM day
      ORDER BY day
      """
    ) { (row) throws(SQLiteError) -> [Double?] in
      var values: [Double?] = []
      for column in 0..<6 { values.append(try row.optionalReal(column)) }
      return values
    }
    let (km, load) = (rows.map(\.[0]), rows.map(\.[1]))
    #expect(km.contains { $0 == nil } && km.contains { $0 == 0 } && km.contains { ($0 ?? 0) > 0 })
    for (column, expected) in [
      (2, ewma(km, days: 7)), (3, ewma(km, days: 28)), (4, ewma(load, days: 7)),
      (5, ewma(load, days: 28)),
    ] {
      for (row, value) in zip(rows, expected) {
        guard let found = row[column], let value else {
          #expect(row[column] == nil && value == nil)
          continue
        }
        #expect(abs(found - value) <= 1e-12 * max(1, abs(value)))
      }
    }
  }

  @Test func `A first day that is unknown does not begin a mean`() throws {
    try journal.log(.dayMark, ["day": "2026-01-01", "kind": "not_tracked"])
    try journal.log(.run, ["day": "2026-01-03", "distance_m": 8_000])
    try journal.log(.checkIn, ["day": "2026-01-04", "leg_pain": 1])
    #expect(
      try journal.connection.table("SELECT acute_km, chronic_km FROM day")
        == [[.null, .null], [.null, .null], [8.0, 8.0], [6.0, .real(27 * 8 / 29.0)]])
  }

  @Test
  func `A flare-up lasts on every day of it, and to the end of the calendar while it has no end`()
    throws
  {
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    try journal.log(.checkIn, ["day": "2026-01-09", "leg_pain": 1])
    try journal.log(.flareUp, ["onset_day": "2026-01-02", "end_day": "2026-01-03"])
    try journal.log(.flareUp, ["onset_day": "2026-01-03", "end_day": "2026-01-05"])
    try journal.log(.flareUp, ["onset_day": "2026-01-08"])
    #expect(
      try journal.connection.column("SELECT flare FROM day") == [0, 1, 1, 1, 1, 0, 0, 1, 1])
    #expect(try journal.days().map(\.isFlare).count { $0 } == 6)
  }

  @Test func `Shoes of a day are named once, in order, and stretches add up`() throws {
    for name in ["pegasus", "Cloud"] { try journal.log(.footwear, ["name": .text(name)]) }
    for shoe in ["pegasus", "Cloud", "pegasus", ""] {
      try journal.log(.run, ["day": "2026-01-01", "distance_m": 1, "footwear": .text(shoe)])
    }
    try journal.log(.run, ["day": "2026-01-02", "distance_m": 1])
    for values in [
      ["sets": 3, "hold_s": 30], ["duration_s": 300, "sets": 2, "hold_s": 10],
      ["sets": 3, "reps": 5],
    ] as [[String: SQLiteValue]] {
      try journal.log(
        .stretch, values.merging(["day": "2026-01-01", "exercise": "calf"]) { a, _ in a })
    }
    try journal.log(.stretch, ["day": "2026-01-02", "exercise": "calf", "reps": 9])
    #expect(
      try journal.connection.table("SELECT footwear, stretch_minutes FROM day")
        == [["Cloud, pegasus", 6.5], [.null, .null]])
  }

  @Test func `Sitting, sleep and reach are the highest of the day`() throws {
    for (sitting, sleep, reach) in [(8.0, nil, 2), (nil, 7.5, 5), (6.0, 3.0, nil)]
      as [(Double?, Double?, Int?)]
    {
      try journal.log(
        .checkIn,
        [
          "day": "2026-01-01", "sitting_hours": .real(sitting), "sleep_hours": .real(sleep),
          "reach": .integer(reach),
        ])
    }
    #expect(
      try journal.connection.table("SELECT sitting_hours, sleep_hours, reach, leg_pain FROM day")
        == [[8.0, 7.5, 5, .null]])
  }

  @Test func `The pain of the next day is that of the next calendar day`() throws {
    for (day, pain) in [("2026-02-27", 1), ("2026-02-28", 2), ("2026-03-02", 4)] {
      try journal.log(.checkIn, ["day": .text(day), "leg_pain": .integer(pain)])
    }
    #expect(
      try journal.connection.column("SELECT next_day_leg_pain FROM day") == [2, .null, 4, .null])
  }

  @Test func `Clocks that change and leap days leave no gap and no day twice`() throws {
    try journal.log(.checkIn, ["day": "2023-12-30", "leg_pain": 1])
    try journal.log(.checkIn, ["day": "2024-12-31", "leg_pain": 1])
    let days = try journal.days().map(\.day)
    #expect(days.count == 368)
    #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 1 })
  }
}
