import CivilDay
import JournalModel
import Testing

@testable import JournalStore

@Suite struct RedFlagDaysTests {
  let journal: Journal

  init() throws {
    journal = try Journal.inMemory()
  }

  private func days() throws -> [String] {
    let january = try #require(Day("2026-01-01"))...#require(Day("2026-01-31"))
    return try journal.redFlagDays(in: january).map {
      "\($0.day) \($0.signs.map(\.name).joined(separator: ", "))"
    }
  }

  @Test func `Days with a sign are listed once each, with all their signs`() throws {
    try journal.log(.checkIn, ["day": "2026-01-09", "saddle_numbness": 1, "weakness": 0])
    try journal.log(.checkIn, ["day": "2026-01-05", "bladder_or_bowel": 1])
    try journal.log(.checkIn, ["day": "2026-01-05", "leg_pain": 2, "saddle_numbness": 0])
    try journal.log(.checkIn, ["day": "2026-01-05", "side": "both", "bladder_or_bowel": 1])
    #expect(
      try days() == [
        "2026-01-05 both sides, bladder or bowel trouble", "2026-01-09 saddle numbness",
      ])
  }

  @Test func `Other answers, no answers and other days are none of them`() throws {
    try journal.log(
      .checkIn, ["day": "2026-01-05", "weakness": 0, "saddle_numbness": 0, "side": "left"])
    try journal.log(.checkIn, ["day": "2026-01-06", "leg_pain": 9, "numbness": 1])
    try journal.log(.checkIn, ["day": "2025-12-31", "weakness": 1])
    try journal.log(.checkIn, ["day": "2026-02-01", "bladder_or_bowel": 1])
    #expect(try days().isEmpty)
  }
}
