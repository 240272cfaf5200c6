import CivilDay
import JournalModel
import Testing

@testable import JournalStore

@Suite struct RunTraitsTests {
  private let journal: Journal
  private let days: ClosedRange<Day>

  init() throws {
    journal = try Journal.inMemory()
    let first = try #require(Day("2026-05-01"))
    days = first...(first + 30)
  }

  private func run(_ day: Int, _ values: [String: SQLiteValue] = [:]) throws {
    try journal.log(
      .run,
      ["day": .text("\(days.lowerBound + (day - 1))"), "distance_m": 5_000].merging(values) { $1 })
  }

  @Test func `Runs have their shoe, surface and ascent, and nothing that is unknown`() throws {
    try journal.log(.footwear, ["name": "pegasus"])
    try run(2, ["footwear": "pegasus", "surface": "trail", "ascent_m": 120])
    try run(1, ["distance_m": .null, "duration_s": 1_800])
    try run(31)
    try run(32)
    #expect(
      try journal.runTraits(in: days) == [
        RunTraits(day: days.lowerBound),
        RunTraits(
          day: days.lowerBound + 1, footwear: "pegasus", surface: "trail", distanceM: 5_000,
          ascentM: 120),
        RunTraits(day: days.upperBound, distanceM: 5_000),
      ])
  }

  /// Until the day boundary at four, a night belongs to the day before.
  @Test func `Noon parts the runs of a day, and its night is late`() throws {
    let starts = ["04:00:00", "11:59:59", "12:00:00", "23:30:00", "00:30:00", "03:59:00"]
    for (index, start) in starts.enumerated() { try run(index + 1, ["start_time": .text(start)]) }
    try run(starts.count + 1)
    #expect(
      try journal.runTraits(in: days).map(\.isMorning)
        == [true, true, false, false, false, false, nil])
  }

  @Test func `Exercises and stress are found by day`() throws {
    let first = days.lowerBound
    for (day, name) in [(0, "calf"), (0, "glute"), (0, "calf"), (3, "calf"), (40, "calf")] {
      try journal.log(.stretch, ["day": .text("\(first + day)"), "exercise": .text(name)])
    }
    #expect(
      try journal.exercises(in: days) == [first: ["calf", "glute"], first + 3: ["calf"]])
    for (day, stress) in [(0, 3), (0, 6), (1, 0), (40, 9)] {
      try journal.log(
        .checkIn, ["day": .text("\(first + day)"), "stress": .integer(stress)])
    }
    try journal.log(.checkIn, ["day": .text("\(first + 2)"), "leg_pain": 2])
    #expect(try journal.stress(in: days) == [first: 6, first + 1: 0])
  }

  /// The first shoe may be an old one, and so may one with kilometres from before.
  @Test func `A shoe is new on its first run, if it can be`() throws {
    for name in ["old", "new", "known", "unused"] {
      try journal.log(
        .footwear,
        ["name": .text(name), "start_distance_m": name == "known" ? 300_000 : .null])
    }
    try run(1, ["footwear": "old"])
    try run(20, ["footwear": "old"])
    for day in [32, 35, 40] {
      try run(day, ["footwear": "new"])
      try run(day, ["footwear": "known"])
    }
    #expect(try journal.firstRunsInNewShoes() == [days.lowerBound + 31])
  }
}

@Suite struct RunConditionTests {
  private let journal: Journal
  private let first: Day

  init() throws {
    journal = try Journal.inMemory()
    first = try #require(Day("2026-05-01"))
    // 4 km, 8 km, then two runs of 6 km on one day.
    for (day, km, rpe) in [(0, 4, SQLiteValue.integer(7)), (1, 8, 3), (2, 6, .null), (2, 6, 8)] {
      try journal.log(
        .run,
        ["day": .text("\(first + day)"), "distance_m": .real(Double(km) * 1000), "rpe": rpe])
    }
    try journal.log(.checkIn, ["day": .text("\(first)"), "leg_pain": 5, "sleep_hours": 6])
  }

  private func values(_ expression: String) throws -> [Bool?] {
    try journal.runs(where: RunCondition(expression)).map(\.isTrue)
  }

  @Test func `Each run is true, false or unknown, as in SQL`() throws {
    let runs = try journal.runs(where: RunCondition("rpe > 6"))
    #expect(runs.map(\.day) == [first, first + 1, first + 2, first + 2])
    #expect(Set(runs.dropFirst(2).map(\.isTrue)) == [true, nil])
    #expect(runs.prefix(2).map(\.isTrue) == [true, false])
    #expect(try values("sleep_hours < 7") == [true, nil, nil, nil])
    #expect(try values("NULL") == [nil, nil, nil, nil])
    // Any number but 0 is true, as is text that begins with one.
    #expect(try values("3.5") == [true, true, true, true])
    #expect(try values("'abc'") == [false, false, false, false])
  }

  @Test func `Columns of both views may be mixed, and the day's kilometres are meant`() throws {
    #expect(try values("rpe > 6 AND leg_pain > 4") == [true, false, nil, nil])
    #expect(try values("distance_km > 7") == [false, true, true, true])
  }

  @Test func `What adds up rows adds up one run`() throws {
    #expect(try values("count(*) = 1") == [true, true, true, true])
    #expect(try values("max(distance_km) > 7") == [false, true, true, true])
  }

  @Test(arguments: [
    "rpe > 6)", "(rpe > 6", "rpe > 6; DELETE FROM run", "1, 2",
    "1) FROM run_response; DELETE FROM run; --", ") UNION SELECT 1, (2", "1) FROM day --",
  ])
  func `More than one expression is refused`(expression: String) throws {
    #expect(throws: RunConditionProblem.notOneExpression) { try values(expression) }
    #expect(try journal.runs(where: RunCondition("1")).count == 4)
  }

  @Test(arguments: ["rpe > 6 -- hard", "/* ; ) */ rpe > 6", "rpe > 6 AND ';)' <> '('"])
  func `Comments and text may hold anything`(expression: String) throws {
    #expect(try values(expression).prefix(2) == [true, false])
  }

  @Test func `Errors point into the expression, and nothing can be written`() throws {
    let unknown = try #require(throws: SQLiteError.self) { try values("rpe > 6 AND zq > 1") }
    #expect(unknown.message == "no such column: zq")
    #expect(unknown.sql == "rpe > 6 AND zq > 1" && unknown.offset == 12)
    for expression in ["load_extension('x')", "writefile('a', 'b')"] {
      #expect(throws: SQLiteError.self) { try values(expression) }
    }
  }

  @Test func `A condition that takes too long is ended`() throws {
    let endless = """
      (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n) > 0
      """
    var calls = 0
    let error = try #require(throws: SQLiteError.self) {
      try journal.runs(
        where: RunCondition(endless) {
          calls += 1
          return calls < 10
        })
    }
    #expect(error.code == .interrupted && calls == 10)
  }
}
