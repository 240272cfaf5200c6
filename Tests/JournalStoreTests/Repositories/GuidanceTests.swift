import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct GuidanceTests {
  let journal: Journal
  let day: Day

  init() throws {
    journal = try Journal.inMemory()
    day = try #require(Day("2026-02-03"))
    try journal.log(
      .guidance, ["day": "2026-02-03", "advice": "rest", "days_off": 7, "until_day": "2026-02-20"])
    try journal.log(.guidance, ["day": "2026-02-10", "advice": "no hills"])
  }

  /// The ids of what holds so many days after the first was given.
  @Test(arguments: [(-1, []), (0, [1]), (7, [2, 1]), (17, [2, 1]), (18, [2])])
  func `Guidance holds from its day to its last, both included`(
    offset: Int, ids: [Int]
  ) throws {
    #expect(try journal.guidanceInForce(on: day + offset).map(\.id) == ids)
    #expect(try journal.guidance().filter { $0.isInForce(on: day + offset) }.map(\.id) == ids)
  }

  /// The start of a run on the day of guidance that was given at a time, and whether it
  /// binds the run; the night ends at four.
  @Test(
    arguments: [
      ("12:00:00", "07:00:00", false), ("12:00:00", "12:00:00", true),
      ("12:00:00", "18:30:00", true),
      ("12:00:00", "00:30:00", true), ("00:30:00", "23:00:00", false),
      ("00:30:00", "01:00:00", true),
      ("12:00:00", nil, nil), (nil, "07:00:00", nil),
    ] as [(String?, String?, Bool?)])
  func `A run that began before it was given is not bound`(
    given: String?, start: String?, expected: Bool?
  ) throws {
    try journal.log(.guidance, ["day": "2026-03-01", "advice": "x", "time": .text(given)])
    let guidance = try #require(try journal.guidance().first)
    #expect(guidance.bindsRun(on: guidance.day, from: start, dayBoundary: 240) == expected)
    #expect(guidance.bindsRun(on: guidance.day + 1, from: start, dayBoundary: 240) == true)
  }

  @Test func `Days off count from its day`() throws {
    let rest = try #require(try journal.guidance().last)
    #expect(rest.lastDayOff == day + 6)
  }

  @Test func `It ends once, and not before it began`() throws {
    #expect(throws: JournalError.noEntry(table: .guidance, id: 9)) {
      try journal.endGuidance(9, on: day)
    }
    #expect(throws: JournalError.self) { try journal.endGuidance(2, on: day) }
    #expect(throws: JournalError.self) { try journal.endGuidance(1, on: day + 17) }
    #expect(try journal.endGuidance(1, on: day + 3).id == 1)
    #expect(try journal.guidance().last?.untilDay == day + 3)
    _ = try journal.undo()
    #expect(try journal.guidance().last?.untilDay == day + 17)
  }
}
