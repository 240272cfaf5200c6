import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct JournalTests {
  @Test func `A run logged today is listed and its day is a run day`() throws {
    let journal = try Journal(path: ":memory:", for: .writing(makingFolder: false))
    let today = try #require(Day("2026-11-23"))

    let logged = try journal.add(
      Entry(.run, ["day": "2026-11-23", "distance_m": 8200.0, "rpe": 6]), command: "run",
      today: today)

    let entries = try journal.newest(10, in: today...today)
    #expect(entries.map(\.id) == [logged.id])
    #expect(entries.first?.number("distance_m") == 8200)
    let days = try journal.days()
    #expect(days.map(\.state) == [.run])
    #expect(days.map(\.distanceKm) == [8.2])
    #expect(days.map(\.load) == [nil])
  }

  @Test func `Undo takes the latest entry back`() throws {
    let journal = try Journal(path: ":memory:", for: .writing(makingFolder: false))
    let logged = try journal.add(
      Entry(.checkIn, ["day": "2026-11-23", "leg_pain": 4]), command: "pain", today: nil)
    #expect(try journal.undo().action.number == logged.action)
    #expect(try journal.days().isEmpty)
    #expect(throws: JournalError.nothingToUndo) { try journal.undo() }
  }
}
