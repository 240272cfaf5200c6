import CivilDay
import Testing
import JournalModel

@testable import JournalStore

/// Everything that can stand in the way of an undo or a redo, and how it is told.
@Suite struct ReversalConflictTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  /// An action that runs one statement.
  @discardableResult
  private func act(_ command: String, _ sql: String) throws -> Int {
    try journal.act(command) { try connection.run(sql) }.action
  }

  /// Checks that `body` is refused with a sentence and changes nothing.
  private func expect(
    _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Reversal
  ) throws {
    try connection.run("UPDATE action SET done_at = '2026-11-23T12:00:00Z'")
    let before = (try journal.dump(), try connection.table("SELECT * FROM action"))
    let error = #expect(throws: JournalError.self, sourceLocation: sourceLocation) { try body() }
    #expect(error.map { "\($0)" } == sentence, sourceLocation: sourceLocation)
    #expect(try journal.dump() == before.0, sourceLocation: sourceLocation)
    #expect(
      try connection.table("SELECT * FROM action") == before.1, sourceLocation: sourceLocation)
  }

  // MARK: - The same entry

  @Test func `A later change of the same entry has to be undone first, the latest before all`()
    throws
  {
    let run = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let first = try act("edit", "UPDATE run SET rpe = 1")
    try act("edit", "UPDATE run SET rpe = 2, note = 'x'")
    for number in [run.action, first] {
      let command = number == first ? "edit" : "run"
      try expect(
        """
        Action \(number) (\(command), 2026-11-23) cannot be undone yet: action 3 (edit, 2026-11-23) \
        has since changed the same entry. Undo that action first with: nerve undo 3
        """
      ) { try journal.undo(.action(number)) }
    }
    _ = try journal.undo(.action(3))
    _ = try journal.undo(.action(first))
    _ = try journal.undo(.action(run.action))
    #expect(try connection.column("SELECT * FROM run").isEmpty)
  }

  @Test func `What was done and undone in between is no conflict`() throws {
    let run = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    try act("edit", "UPDATE run SET rpe = 1")
    _ = try journal.undo()
    _ = try journal.redo()
    _ = try journal.undo()
    _ = try journal.undo(.action(run.action))
    #expect(try journal.redo().action.number == run.action)
    #expect(try journal.redo().action.number == 2)
    #expect(try connection.column("SELECT rpe FROM run") == [1.0])
  }

  @Test func `An import whose row was edited is not taken back alone`() throws {
    let number = try #require(
      try journal.importRows("onset_day", ["2026-01-01"], as: .flareUp).importID)
    _ = try journal.endFlareUp(on: try #require(Day("2026-01-03")), peakPain: nil)
    try expect(
      """
      Action 1 (import, 2026-11-23) cannot be undone yet: action 2 (flare end, 2026-11-23) has \
      since changed the same entry. Undo that action first with: nerve undo 2
      """
    ) { try journal.undo(.imported(number)) }
    _ = try journal.undo()
    #expect(try journal.undo(.imported(number)).entryCount == 1)
  }

  @Test func `A redo waits for what it builds on, and for what came instead`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let edited = try act("edit", "UPDATE run SET rpe = 1")
    _ = try journal.undo()
    _ = try journal.undo()
    try expect(
      """
      Action 2 (edit, 2026-11-23) cannot be redone yet: it builds on action 1 (run, 2026-11-23), \
      which is undone. Redo that action first with: nerve redo 1
      """
    ) { try journal.redo(edited) }
    _ = try journal.redo()
    let instead = try act("edit", "UPDATE run SET note = 'x'")
    try expect(
      """
      Action 2 (edit, 2026-11-23) cannot be redone yet: action \(instead) (edit, 2026-11-23) has \
      since changed the same entry. Undo that action first with: nerve undo \(instead)
      """
    ) { try journal.redo(edited) }
    _ = try journal.undo()
    // The latest undo comes first, so the one before it has to be named.
    #expect(try journal.redo(edited).action.number == edited)
  }

  // MARK: - Entries that refer to each other

  @Test(
    arguments: [
      (.footwear, ["name": "Cloud 2"], .run, ["distance_m": 1, "footwear": "Cloud 2"]),
      (.exercise, ["name": "warrior", "kind": "stretch"], .stretch, ["exercise": "warrior"]),
      (
        .run, ["day": "2026-01-01", "distance_m": 1], .stretch,
        ["exercise": "calf", "run_id": 1]
      ),
    ] as [(EntryTable, [String: SQLiteValue], EntryTable, [String: SQLiteValue])])
  func `An entry that another one refers to is not taken away under it`(
    _ table: EntryTable, _ values: [String: SQLiteValue], _ using: EntryTable,
    _ uses: [String: SQLiteValue]
  ) throws {
    let start = try journal.dump()
    let used = try journal.log(table, values)
    try journal.log(using, uses.merging(["day": "2026-01-02"]) { $1 })
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 1])
    try expect(
      """
      Action 1 (\(table), 2026-11-23) cannot be undone yet: it would remove an entry that action 2 \
      (\(using), 2026-11-23) uses. Undo that action first with: nerve undo 2
      """
    ) { try journal.undo(.action(used.action)) }
    _ = try journal.undo()
    _ = try journal.undo()
    _ = try journal.undo()
    #expect(try journal.dump() == start)
  }

  @Test func `What an entry referred to must be there when it comes back`() throws {
    let shoe = try journal.log(.footwear, ["name": "Cloud"])
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1, "footwear": "Cloud"])
    let deleting = try act("delete run", "DELETE FROM run")
    let later = try act("delete shoe", "DELETE FROM footwear")
    try expect(
      """
      Action 3 (delete run, 2026-11-23) cannot be undone yet: action \(later) (delete shoe, \
      2026-11-23) deleted an entry that it uses. Undo that action first with: nerve undo \(later)
      """
    ) { try journal.undo(.action(deleting)) }
    _ = try journal.undo()
    // The same, if the shoe is away because it was never added.
    _ = try journal.undo(.action(shoe.action))
    try expect(
      """
      Action 3 (delete run, 2026-11-23) cannot be undone yet: it builds on action 1 (footwear, \
      2026-11-23), which is undone. Redo that action first with: nerve redo 1
      """
    ) { try journal.undo() }
    _ = try journal.redo(shoe.action)
    _ = try journal.undo()
    #expect(try connection.column("SELECT footwear_id FROM run") == [1])
  }

  @Test func `What a deletion left without a reference has it again, and loses it again`() throws {
    let run = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    try journal.log(
      .stretch, ["day": "2026-01-01", "exercise": "calf", "run_id": .integer(run.id)])
    try act("delete", "DELETE FROM run")
    let after = try journal.dump()
    let undone = try journal.undo()
    #expect(
      undone.tally == [
        ChangeTally(table: .run, kind: .added, count: 1),
        ChangeTally(table: .stretch, kind: .changed, count: 1),
      ])
    #expect(try connection.column("SELECT run_id FROM stretch") == [.integer(run.id)])
    _ = try journal.redo()
    #expect(try journal.dump() == after)
  }

  // MARK: - What only one can have

  @Test(
    arguments: [
      ("INSERT INTO footwear (name) VALUES ('a')", "another shoe now has the name"),
      (
        "INSERT INTO exercise (name, kind) VALUES ('a', 'strength')",
        "another exercise now has the name"
      ),
      (
        "INSERT INTO setting (name, value) VALUES ('a', 'b')", "another setting now has the name"
      ),
      (
        "INSERT INTO day_mark (day, kind) VALUES ('2026-01-01', 'rest')",
        "the day now has another mark"
      ),
      (
        "INSERT INTO flare_up (onset_day) VALUES ('2026-01-01')",
        "another flare-up is now in progress"
      ),
      (
        "INSERT INTO footwear (name, is_default) VALUES ('a' || random(), 1)",
        "another shoe is now the default"
      ),
    ])
  func `What another entry has by now is not given twice`(_ sql: String, _ held: String) throws {
    // As an older program would: the id of the second entry is another one.
    let adding = try act("add", sql)
    _ = try journal.undo()
    try act("make room", "INSERT INTO footwear (id, name) VALUES (50, 'b')")
    try act("make room", "INSERT INTO exercise (id, name, kind) VALUES (50, 'b', 'strength')")
    try act("make room", "INSERT INTO setting (id, name, value) VALUES (50, 'b', 'c')")
    try act("make room", "INSERT INTO day_mark (id, day, kind) VALUES (50, '2026-01-09', 'rest')")
    try act(
      "make room",
      "INSERT INTO flare_up (id, onset_day, end_day) VALUES (50, '2026-01-01', '2026-01-02')")
    let taking = try act("take", sql)
    try expect(
      """
      Action \(adding) (add, 2026-11-23) cannot be redone yet: \(held), because of action \
      \(taking) (take, 2026-11-23). Undo that action first with: nerve undo \(taking)
      """
    ) { try journal.redo(adding) }
    // By another program, so that no action can be named.
    _ = try journal.undo()
    try connection.run(sql)
    try expect("Action \(adding) (add, 2026-11-23) cannot be redone yet: \(held).") {
      try journal.redo(adding)
    }
  }

  // MARK: - Other programs

  @Test func `What another program changed meanwhile is only overwritten if that is meant`() throws
  {
    let run = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    try connection.run("UPDATE run SET note = 'x'")
    try expect(
      """
      Action 1 (run, 2026-11-23) cannot be undone yet: another program has since changed run \
      \(run.id). Look at nerve history run \(run.id), or add --force to do it anyway.
      """
    ) { try journal.undo() }
    _ = try journal.undo(overwritingOthers: true)
    #expect(try connection.column("SELECT note FROM run").isEmpty)
    // Nothing of it is lost.
    _ = try journal.redo()
    #expect(try connection.column("SELECT note FROM run") == ["x"])
  }

  @Test func `What another program deleted stays away`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    try connection.run("DELETE FROM run")
    #expect(throws: JournalError.self) { try journal.undo() }
    #expect(try journal.undo(overwritingOthers: true).entryCount == 0)
    #expect(try connection.table("SELECT * FROM run").isEmpty)
    #expect(try journal.redo().entryCount == 0)
  }

  @Test func `What another program made refer to an entry is told`() throws {
    try journal.log(.footwear, ["name": "Cloud"])
    try connection.run("INSERT INTO run (day, distance_m, footwear_id) VALUES ('2026-01-01', 5, 1)")
    try expect(
      """
      Action 1 (footwear, 2026-11-23) cannot be undone yet: another program linked run 1 to its \
      entry. Add --force to do it anyway.
      """
    ) { try journal.undo() }
    _ = try journal.undo(overwritingOthers: true)
    #expect(try connection.column("SELECT footwear_id FROM run") == [.null])
    _ = try journal.redo()
    #expect(try connection.column("SELECT footwear_id FROM run") == [1])
  }

  @Test func `What must refer to something keeps it, whatever is meant`() throws {
    try journal.log(.exercise, ["name": "warrior", "kind": "stretch"])
    try connection.run(
      "INSERT INTO stretch (id, day, exercise_id) SELECT 7, '2026-01-01', max(id) FROM exercise")
    try expect(
      """
      Action 1 (exercise, 2026-11-23) cannot be undone yet: stretch 7, from another program, \
      needs its entry. Delete that entry first with: nerve delete stretch 7
      """
    ) { try journal.undo(overwritingOthers: true) }
  }
}
