import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct FootwearTests {
  let journal: Journal
  let day: Day

  init() throws {
    journal = try Journal.inMemory()
    day = try #require(Day("2026-02-03"))
    try journal.log(
      .footwear, ["name": "b", "first_day": "2026-02-01", "limit_distance_m": 20_000])
    try journal.log(.footwear, ["name": "A"])
    try journal.log(.run, ["day": "2026-02-03", "distance_m": 5_000, "footwear": "b"])
    try journal.log(.run, ["day": "2026-02-04", "duration_s": 600, "footwear": "b"])
  }

  @Test func `Shoes are read by name, with what they have run`() throws {
    #expect(
      try journal.shoes() == [
        ShoeSummary(id: 2, name: "A", firstDay: nil, retiredDay: nil, isDefault: false),
        ShoeSummary(id: 1, name: "b", firstDay: day - 2, retiredDay: nil, isDefault: false),
      ])
    let use = try #require(try journal.footwearUse(of: 1))
    #expect(use.runs == 2)
    #expect(use.distanceKm == 5)
    #expect(use.limitShare == 0.25)
    #expect(use.lastDay == "2026-02-04")
    #expect(try journal.footwearUse(of: 2)?.limitShare == nil)
    #expect(try journal.footwearUse(of: 3) == nil)
  }

  @Test func `There is one default at a time, and no action without a change`() throws {
    #expect(try journal.setDefaultShoe(nil) == nil)
    #expect(try journal.setDefaultShoe(1)?.id == 1)
    #expect(try journal.setDefaultShoe(1) == nil)
    #expect(try journal.setDefaultShoe(2)?.id == 2)
    #expect(try journal.defaultShoe()?.name == "A")
    #expect(throws: JournalError.noEntry(table: .footwear, id: 9)) {
      try journal.setDefaultShoe(9)
    }
    #expect(try journal.defaultShoe()?.name == "A")
    #expect(try journal.setDefaultShoe(nil)?.id == 2)
    #expect(try journal.defaultShoe() == nil)
  }

  @Test func `A shoe that retires is the default no longer, and cannot become it`() throws {
    _ = try journal.setDefaultShoe(1)
    _ = try journal.retireShoe(1, on: day)
    #expect(try journal.defaultShoe() == nil)
    for change in [{ try journal.retireShoe(1, on: day) }, { try journal.setDefaultShoe(1) }]
      as [() throws -> Logged?]
    {
      #expect(throws: JournalError.shoeIsRetired(since: "2026-02-03")) { _ = try change() }
    }
    _ = try journal.returnShoe(1)
    #expect(throws: JournalError.shoeIsNotRetired) { try journal.returnShoe(1) }
    #expect(throws: JournalError.self) { try journal.retireShoe(1, on: day - 3) }
    #expect(throws: JournalError.noEntry(table: .footwear, id: 9)) {
      try journal.retireShoe(9, on: day)
    }
  }
}
