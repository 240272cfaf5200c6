import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct EditTests {
  let journal: Journal
  let today: Day

  init() throws {
    journal = try Journal.inMemory()
    today = try #require(Day("2026-01-10"))
    try journal.log(.footwear, ["name": "pegasus", "first_day": "2026-01-01"])
    try journal.log(.footwear, ["name": "nova"])
    try journal.log(
      .run, ["day": "2026-01-02", "distance_m": 5_000, "rpe": 4, "footwear": "pegasus"])
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 3])
    try journal.log(
      .stretch, ["day": "2026-01-02", "exercise": "calf", "sets": 3, "run_id": 1])
    try journal.log(
      .flareUp, ["onset_day": "2026-01-03", "end_day": "2026-01-05", "trigger_run_id": 1])
    try journal.log(.flareUp, ["onset_day": "2026-01-08"])
  }

  private func edit(_ table: EntryTable, _ changes: [String: SQLiteValue]) throws -> Edited {
    try journal.edit(1, of: table, changes: changes, command: "edit", today: today)
  }

  private func changeCount() throws -> Int {
    try journal.connection.integer("SELECT count(*) FROM change")
  }

  @Test func `An edit changes what is named, as one action with one change`() throws {
    let before = try journal.dump()
    let changes = try changeCount()
    let edited = try edit(
      .run, ["distance_m": "8200", "rpe": nil, "footwear": "NOVA", "note": " hilly "])
    #expect(edited.before.number("distance_m") == 5_000)
    #expect(
      edited.after.values
        == [
          "day": "2026-01-02", "distance_m": 8_200.0, "footwear_id": 2, "footwear": "nova",
          "note": "hilly",
        ])
    #expect(try changeCount() == changes + 1)
    #expect(try journal.undo().action.number == edited.action)
    #expect(try journal.dump() == before)
  }

  @Test func `An edit that changes nothing is not recorded`() throws {
    let changes = try changeCount()
    let edited = try edit(.run, ["distance_m": 5_000, "rpe": "4", "note": ""])
    #expect(edited.action == nil)
    #expect(edited.before == edited.after)
    #expect(try changeCount() == changes)
    #expect(try journal.undo().action.command == "flare_up")
  }

  @Test(
    arguments: [
      (.run, ["day": nil], "day is missing."), (.run, ["rpe": 11], "rpe must be a number from 0"),
      (.run, ["distance_m": nil], "A run needs a distance or a duration."),
      (.run, ["day": "2026-01-11"], "day is in the future."),
      (.run, ["footwear": "none"], "footwear_id is unknown; add it to footwear first."),
      (.run, ["colour": "red"], "Unknown field 'colour' in run"),
      (.checkIn, ["leg_pain": nil], "A check-in needs at least one value besides the day."),
      (.stretch, ["exercise": nil], "exercise_id is missing."),
      (.footwear, ["name": "Nova"], "Another shoe already has this name"),
      (.footwear, ["name": " "], "name is missing."),
      (
        .flareUp, ["end_day": "2026-01-02"],
        "A flare-up cannot have an end_day before its onset_day."
      ),
      (.flareUp, ["end_day": nil], "Only one flare-up can be without an end_day."),
      (.flareUp, ["end_day": "2026-01-08"], "A flare-up cannot overlap another one."),
    ] as [(EntryTable, [String: SQLiteValue], String)])
  func `An edit that breaks a rule is refused with one sentence`(
    _ table: EntryTable, _ changes: [String: SQLiteValue], _ sentence: String
  ) throws {
    let before = try journal.dump()
    let count = try changeCount()
    let error = try #require(throws: JournalError.self) { try edit(table, changes) }
    #expect("\(error)".hasPrefix(sentence), "\(error)")
    #expect(try journal.dump() == before)
    #expect(try changeCount() == count)
  }

  @Test func `What is not there can be neither edited nor deleted`() throws {
    let error = JournalError.noEntry(table: .run, id: 7)
    #expect(throws: error) {
      try journal.edit(7, of: .run, changes: ["rpe": 1], command: "edit", today: today)
    }
    let before = try journal.dump()
    #expect(throws: error) { try journal.delete([1, 7], of: .run, command: "delete") }
    #expect(try journal.dump() == before)
    #expect("\(error)" == "There is no run 7. Find ids with: nerve list")
  }

  @Test func `A deletion takes several at once and can be undone as one`() throws {
    try journal.log(.run, ["day": "2026-01-04", "distance_m": 6_000])
    let before = try journal.dump()
    let deleted = try journal.delete([2, 1], of: .run, command: "delete run")
    #expect(deleted.entries.map(\.id) == [2, 1])
    #expect(
      deleted.released
        == [Dependents(table: .stretch, count: 1), Dependents(table: .flareUp, count: 1)])
    #expect(try journal.latest(of: .run) == nil)
    #expect(try journal.connection.column("SELECT run_id FROM stretch") == [nil])
    #expect(try journal.undo().action.number == deleted.action)
    #expect(try journal.dump() == before)
  }

  @Test func `A shoe that was run in stays unless its runs are let go`() throws {
    let before = try journal.dump()
    let user = Dependents(table: .run, count: 1)
    #expect(throws: JournalError.inUse(table: .footwear, by: user)) {
      try journal.delete([1], of: .footwear, command: "delete")
    }
    #expect(try journal.dump() == before)
    #expect(try journal.delete([2], of: .footwear, command: "delete").released == [])
    _ = try journal.undo()
    let deleted = try journal.delete(
      [1], of: .footwear, command: "delete", releasingRuns: true)
    #expect(deleted.released == [user])
    #expect(try journal.connection.column("SELECT footwear_id FROM run") == [nil])
    _ = try journal.undo()
    #expect(try journal.dump() == before)
  }

  @Test func `An exercise that was done stays in any case`() throws {
    let calf = try #require(try journal.exercises().first { $0.name == "calf" }).id
    #expect(
      throws: JournalError.inUse(table: .exercise, by: Dependents(table: .stretch, count: 1))
    ) {
      try journal.delete([calf], of: .exercise, command: "delete", releasingRuns: true)
    }
    _ = try journal.delete([1], of: .stretch, command: "delete")
    _ = try journal.delete([calf], of: .exercise, command: "delete")
    #expect(try journal.exercises().count == 25)
  }

  @Test func `The latest is the one that was logged last`() throws {
    #expect(try journal.latest(of: .guidance) == nil)
    try journal.log(.run, ["day": "2025-01-01", "distance_m": 1_000])
    #expect(try journal.latest(of: .run) == 2)
  }
}
