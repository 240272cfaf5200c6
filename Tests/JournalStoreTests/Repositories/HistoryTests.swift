import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct HistoryTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  @Test func `The history of an entry tells every value before and after`() throws {
    let logged = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 4])
    _ = try journal.act("edit") {
      try connection.run("UPDATE check_in SET leg_pain = 5, note = 'x'")
    }
    _ = try journal.act("edit") { try connection.run("UPDATE check_in SET note = NULL") }
    try connection.run("UPDATE check_in SET leg_pain = 6")
    _ = try journal.act("delete") { try connection.run("DELETE FROM check_in") }
    let history = try journal.history(of: logged.id, in: .checkIn)
    #expect(history.map(\.change.kind) == [.deleted, .changed, .changed, .changed, .added])
    #expect(history.map { $0.action?.number } == [4, nil, 3, 2, 1])
    #expect(history.map { $0.action?.command } == ["delete", nil, "edit", "edit", "check_in"])
    #expect(
      history.map { $0.change.fields.map(\.name) } == [
        ["day", "leg_pain"], ["leg_pain"], ["note"], ["leg_pain", "note"], ["day", "leg_pain"],
      ])
    #expect(history.map { $0.change.before?.whole("leg_pain") } == [6, 5, 5, 4, nil])
    #expect(history.map { $0.change.after?.whole("leg_pain") } == [nil, 6, 5, 5, 4])
    #expect(history.map { $0.change.before?.text("note") } == [nil, nil, "x", nil, nil])
    #expect(history.map { $0.change.after?.text("note") } == [nil, nil, nil, "x", nil])
    // Each change begins where the one before it ended.
    for (later, earlier) in zip(history, history.dropFirst()) {
      #expect(later.change.before == earlier.change.after)
    }
  }

  @Test func `The history goes on through undo and redo`() throws {
    let logged = try journal.log(.run, ["day": "2026-01-01", "distance_m": 5])
    _ = try journal.undo()
    _ = try journal.redo()
    let history = try journal.history(of: logged.id, in: .run)
    #expect(history.map { $0.action?.kind } == [.redo, .undo, .command])
    #expect(history.map { $0.action?.origin } == [1, 1, 1])
    #expect(history.map(\.change.kind) == [.added, .deleted, .added])
    #expect(try journal.action(1)?.undoneBy == nil)
    #expect(try journal.history(of: 99, in: .run).isEmpty)
  }

  @Test func `A shoe and an exercise have their names although they are gone`() throws {
    _ = try journal.add(
      [
        Entry(.footwear, ["name": "pegasus"]),
        Entry(.exercise, ["name": "warrior", "kind": "stretch"]),
        Entry(.run, ["day": "2026-01-01", "distance_m": 5, "footwear": "pegasus"]),
        Entry(.stretch, ["day": "2026-01-01", "exercise": "warrior"]),
      ], command: "log", today: nil)
    _ = try journal.undo()
    let changes = try journal.changes(by: 1, atMost: 10)
    #expect(changes.map(\.table) == [.footwear, .exercise, .run, .stretch])
    #expect(changes.map { $0.after?.text("footwear") } == [nil, nil, "pegasus", nil])
    #expect(changes.map { $0.after?.text("exercise") } == [nil, nil, nil, "warrior"])
    #expect(try journal.changes(by: 1, atMost: 2).count == 2)
  }

  @Test func `What an action did to one entry is told as one change`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5])
    let action = try journal.act("edit") {
      try connection.run("UPDATE run SET rpe = 1")
      try connection.run("UPDATE run SET rpe = 2, note = 'x'")
      try connection.run("INSERT INTO day_mark (id, day, kind) VALUES (1, '2026-01-01', 'rest')")
      try connection.run("UPDATE day_mark SET kind = 'not_tracked'")
      try connection.run("INSERT INTO day_mark (id, day, kind) VALUES (2, '2026-01-02', 'rest')")
      return try connection.run("DELETE FROM day_mark WHERE id = 2")
    }.action
    let changes = try journal.changes(by: action, atMost: 10)
    #expect(changes.map(\.kind) == [.changed, .added])
    #expect(changes.first?.before?.number("rpe") == nil)
    #expect(changes.first?.after?.number("rpe") == 2)
    #expect(changes.last?.after?.text("kind") == "not_tracked")
  }

  @Test func `An import is counted, and is no entry itself`() throws {
    let rows = (1...30).map { "2026-01-01,\($0)" }
    try journal.importRows("day,distance_m", rows)
    #expect(
      try journal.tally(of: 1) == [ChangeTally(table: .run, kind: .added, count: 30)])
    let action = try #require(try journal.actions(newest: 5).first)
    #expect(action.importNumber == 1)
    #expect(action.command == "import")
  }

  @Test func `Actions are told newest first with their time`() throws {
    for number in 1...3 {
      try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": .integer(number)])
    }
    let actions = try journal.actions(newest: 2)
    #expect(actions.map(\.number) == [3, 2])
    let action = try #require(actions.first)
    #expect(try connection.value("SELECT done_at FROM action WHERE id = 3") == .text(action.doneAt))
    #expect(action.doneAtLocally.count == "2026-11-23 07:30".count)
  }

  @Test func `What other programs changed is counted from an action on`() throws {
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    try connection.run("UPDATE check_in SET leg_pain = 2")
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    try connection.run("UPDATE check_in SET leg_pain = 3")
    #expect(try journal.changesByOthers(since: 1) == 3)
    #expect(try journal.changesByOthers(since: 2) == 2)
  }
}
