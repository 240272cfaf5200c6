import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct TodayQueriesTests {
  private let day: Day
  private let journal: Journal

  init() throws {
    day = try #require(Day("2026-05-10"))
    journal = try Journal.inMemory()
  }

  @Test func `Guidance is in force from its day to its last one, the newest first`() throws {
    for (given, until) in [
      ("2026-05-10", nil), ("2026-05-11", nil), ("2026-04-01", "2026-05-10"),
      ("2026-04-01", "2026-05-09"), ("2026-04-02", nil),
    ] {
      try journal.log(
        .guidance, ["day": .text(given), "advice": "a", "until_day": .text(until)])
    }
    #expect(try journal.guidanceInForce(on: day).map(\.id) == [1, 5, 3])
    #expect(try journal.guidanceInForce(on: day - 365).isEmpty)
  }

  @Test func `A piece of guidance is read with all that it says`() throws {
    try journal.log(
      .guidance,
      [
        "day": "2026-05-01", "given_by": "physio", "advice": "rest", "longest_run_m": 8_000,
        "days_off": 10, "until_day": "2026-06-01",
      ])
    let guidance = try #require(try journal.guidanceInForce(on: day).first)
    #expect(
      guidance
        == GivenGuidance(
          id: 1, day: day - 9, givenBy: "physio", advice: "rest", longestRunM: 8_000, daysOff: 10,
          untilDay: day + 22, time: nil))
    #expect(guidance.lastDayOff == day)
    #expect(guidance.forbids(runOf: 1, on: day))
    #expect(!guidance.forbids(runOf: 8_000, on: day + 1))
    #expect(guidance.forbids(runOf: 8_001, on: day + 1))
  }

  @Test func `The last check-in is looked for up to a day`() throws {
    #expect(try journal.latestCheckInDay(upTo: day) == nil)
    for day in ["2026-05-01", "2026-05-07", "2026-05-12"] {
      try journal.log(.checkIn, ["day": .text(day), "leg_pain": 1])
    }
    #expect(try journal.latestCheckInDay(upTo: day) == day - 3)
    #expect(try journal.latestCheckInDay(upTo: day - 3) == day - 3)
    #expect(try journal.latestCheckInDay(upTo: day - 10) == nil)
  }

  @Test func `Shoes in use are told with what they have run`() throws {
    try journal.log(
      .footwear, ["name": "b", "start_distance_m": 1_000, "limit_distance_m": 10_000])
    try journal.log(.footwear, ["name": "a", "is_default": 1])
    try journal.log(.footwear, ["name": "c", "retired_day": "2026-01-01"])
    try journal.log(.run, ["day": "2026-05-01", "distance_m": 8_000, "footwear": "b"])
    try journal.log(.run, ["day": "2026-05-02", "duration_s": 60, "footwear": "b"])
    let shoes = try journal.footwearInUse()
    #expect(shoes.map(\.name) == ["a", "b"])
    #expect(shoes.map(\.distanceKm) == [0, 9])
    #expect(shoes.map(\.limitKm) == [nil, 10])
    #expect(shoes.map(\.isDefault) == [true, false])
    #expect(shoes.map(\.wear) == [nil, .near])
    #expect(try shoes == journal.footwear().filter { $0.retiredDay == nil })
    try journal.log(.run, ["day": "2026-05-03", "distance_m": 1_000, "footwear": "b"])
    #expect(try journal.footwearInUse().map(\.wear) == [nil, .past])
  }
}
