import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct DayMarksTests {
  let journal: Journal
  let day: Day

  init() throws {
    journal = try Journal.inMemory()
    day = try #require(Day("2026-02-03"))
  }

  @Test func `Days are marked as one action, or none of them`() throws {
    let marked = try journal.mark(day...(day + 2), as: .rest, today: day + 2)
    #expect(marked.logged?.id == 3)
    #expect(try journal.mark(of: day + 2) == .rest)
    #expect(try journal.mark(of: day + 3) == nil)
    #expect(
      throws: JournalError.invalid(FieldProblem("day", "is in the future"))
    ) {
      try journal.mark((day + 3)...(day + 4), as: .rest, today: day + 3)
    }
    #expect(try journal.mark(of: day + 3) == nil)
    #expect(try journal.undo().entryCount == 3)
    #expect(try journal.mark(of: day) == nil)
  }

  @Test func `What is as it should be leaves no action`() throws {
    _ = try journal.mark(day...day, as: .notTracked, today: nil)
    let action = try journal.actions(newest: 1).first?.number
    #expect(
      try journal.mark(day...day, as: .notTracked, today: nil)
        == DaysMarked(logged: nil, alreadySo: 1, replaced: 0))
    #expect(try journal.actions(newest: 1).first?.number == action)
    let marked = try journal.mark(day...(day + 1), as: .rest, today: nil)
    #expect(marked.alreadySo == 0)
    #expect(marked.replaced == 1)
  }

  @Test func `A rest has no run, a gap may have one`() throws {
    try journal.log(.run, ["day": "2026-02-04", "distance_m": 5_000])
    #expect(throws: JournalError.daysHaveRuns(days: ["2026-02-04"])) {
      try journal.mark(day...(day + 2), as: .rest, today: nil)
    }
    #expect(try journal.mark(of: day) == nil)
    #expect(try journal.mark(day...(day + 2), as: .notTracked, today: nil).logged != nil)
  }
}
