import CivilDay
import Testing

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
