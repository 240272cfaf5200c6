import CivilDay
import Testing
import JournalModel

@testable import JournalStore

@Suite struct UndoTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  @Test(
    arguments: [
      (.run, ["day": "2026-01-01", "distance_m": 1]), (.checkIn, ["day": "2026-01-01", "mood": 1]),
      (.stretch, ["day": "2026-01-01", "exercise": "calf"]),
      (.crossTraining, ["day": "2026-01-01", "activity": "walk"]),
      (.dayMark, ["day": "2026-01-01", "kind": "rest"]), (.flareUp, ["onset_day": "2026-01-01"]),
      (.guidance, ["day": "2026-01-01", "advice": "rest"]), (.footwear, ["name": "pegasus"]),
      (.exercise, ["name": "warrior", "kind": "stretch"]),
      (.setting, ["name": "units", "value": "mi"]),
    ] as [(EntryTable, [String: SQLiteValue])])
  func `An entry of any kind can be taken back`(
    _ table: EntryTable, _ values: [String: SQLiteValue]
  ) throws {
    let before = try journal.dump()
    let logged = try journal.log(table, values)
    #expect(try journal.dump() != before)
    let undone = try journal.undo()
    #expect(undone.action.number == logged.action)
    #expect(undone.action.command == table.rawValue)
    #expect(undone.tally == [ChangeTally(table: table, kind: .deleted, count: 1)])
    #expect(try journal.dump() == before)
  }

  @Test func `Undo goes further back each time, and stops at the beginning`() throws {
    var dumps = [try journal.dump()]
    for number in 1...5 {
      try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": .integer(number)])
      dumps.append(try journal.dump())
    }
    for dump in dumps.dropLast().reversed() {
      _ = try journal.undo()
      #expect(try journal.dump() == dump)
    }
    #expect(throws: JournalError.nothingToUndo) { try journal.undo() }
  }

  @Test func `What is logged after an undo is the next to be taken back`() throws {
    let first = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    let second = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 2])
    #expect(try journal.undo().action.number == second.action)
    let third = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 3])
    #expect(try journal.undo().action.number == third.action)
    #expect(try journal.undo().action.number == first.action)
  }

  @Test func `The end of a flare-up is taken back with its peak, and the flare-up lasts again`()
    throws
  {
    let day = try #require(Day("2026-01-03"))
    _ = try journal.startFlareUp(
      Entry(.flareUp, ["onset_day": "2026-01-01", "peak_pain": 4]), today: day)
    let before = try journal.dump()
    _ = try journal.endFlareUp(on: day, peakPain: 7)
    #expect(try journal.openFlareUp() == nil)
    let undone = try journal.undo()
    #expect(undone.action.command == "flare end")
    #expect(undone.entryCount == 1)
    #expect(try journal.dump() == before)
    #expect(try journal.openFlareUp()?.onsetDay == Day("2026-01-01"))
  }

  @Test func `Entries logged together are taken back together`() throws {
    let before = try journal.dump()
    _ = try journal.add(
      [
        Entry(.exercise, ["name": "warrior", "kind": "stretch"]),
        Entry(.stretch, ["day": "2026-01-01", "exercise": "warrior"]),
        Entry(.stretch, ["day": "2026-01-02", "exercise": "warrior"]),
      ], command: "stretch", today: nil)
    #expect(try journal.undo().entryCount == 3)
    #expect(try journal.dump() == before)
  }

  @Test func `An import of a thousand rows is taken back as one`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let before = try journal.dump()
    let rows = (1...1_000).map { "2026-01-01,\($0)" }
    let report = try journal.importRows("day,distance_m", rows)
    #expect(report.added == 999)
    #expect(try journal.undo().entryCount == 999)
    #expect(try journal.dump() == before)
    // By its number too, but only once.
    let again = try #require(try journal.importRows("day,distance_m", rows).importID)
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    #expect(try journal.undo(.imported(again)).entryCount == 999)
    #expect(throws: JournalError.noImport(number: again)) { try journal.undo(.imported(again)) }
    #expect(throws: JournalError.noImport(number: 99)) { try journal.undo(.imported(99)) }
    #expect(try journal.undo().action.command == "check_in")
    #expect(try journal.dump() == before)
  }

  @Test func `Undo can be done in another process than the entry`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    func open() throws -> Journal { try Journal(path: path, for: .writing(makingFolder: false)) }
    let start = try open().dump()
    try open().log(.run, ["day": "2026-01-01", "distance_m": 1])
    try open().log(.run, ["day": "2026-01-02", "distance_m": 2])
    #expect(try open().undo().action.number == 2)
    #expect(try open().undo().action.number == 1)
    #expect(try open().dump() == start)
    #expect(try open().redo().action.number == 1)
    #expect(try open().redo().action.number == 2)
    #expect(try open().undo(.action(1)).action.number == 1)
    #expect(try open().connection.column("SELECT distance_m FROM run") == [2.0])
  }
  @Test func `A trial tells what would be done and does nothing`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let before = try journal.dump()
    let actions = try connection.integer("SELECT count(*) FROM action")
    let planned = try journal.undo(isTrial: true)
    #expect(try journal.dump() == before)
    #expect(try connection.integer("SELECT count(*) FROM action") == actions)
    #expect(try journal.undo() == planned)
    let planned2 = try journal.redo(isTrial: true)
    #expect(try journal.redo() == planned2)
    #expect(try journal.dump() == before)
  }

  @Test func `It is told which entries become what`() throws {
    try journal.log(.footwear, ["name": "pegasus"])
    let run = try journal.log(.run, ["day": "2026-01-01", "distance_m": 5, "footwear": "pegasus"])
    _ = try journal.act("edit") {
      try connection.run("UPDATE run SET distance_m = 6 WHERE id = ?1", .integer(run.id))
    }
    let edited = try #require(try journal.undo().changes.first)
    #expect(edited.kind == .changed)
    #expect(edited.fields.map(\.name) == ["distance_m"])
    #expect(edited.before?.number("distance_m") == 6)
    #expect(edited.after?.number("distance_m") == 5)
    #expect(edited.after?.text("footwear") == "pegasus")
    let added = try #require(try journal.undo().changes.first)
    #expect(added.kind == .deleted)
    #expect(added.before?.day == Day("2026-01-01"))
    #expect(try journal.redo().changes.first?.kind == .added)
  }

  @Test func `No id is used again, so that what was taken back can come back beside the new`()
    throws
  {
    let first = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    _ = try journal.undo()
    let second = try journal.log(.run, ["day": "2026-01-01", "distance_m": 2])
    #expect(second.id == first.id + 1)
    #expect(try journal.redo(first.action).action.number == first.action)
    #expect(try connection.column("SELECT distance_m FROM run ORDER BY id") == [1.0, 2.0])
    // Nor is the number of an import.
    let rows = ["2026-02-01,5"]
    #expect(try journal.importRows("day,distance_m", rows).importID == 1)
    _ = try journal.undo()
    #expect(try journal.importRows("day,distance_m", rows).importID == 2)
  }

  @Test func `After something new only a numbered redo brings back what was undone`() throws {
    let first = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let second = try journal.log(.run, ["day": "2026-01-02", "distance_m": 2])
    _ = try journal.undo()
    _ = try journal.undo()
    #expect(try journal.redo().action.number == first.action)
    let third = try journal.log(.run, ["day": "2026-01-03", "distance_m": 3])
    #expect(throws: JournalError.writtenSince(undone: second.action)) { try journal.redo() }
    // What is undone after it can be redone, and no more.
    _ = try journal.undo()
    #expect(try journal.redo().action.number == third.action)
    #expect(throws: JournalError.writtenSince(undone: second.action)) { try journal.redo() }
    #expect(try journal.redo(second.action).action.number == second.action)
    #expect(throws: JournalError.nothingToRedo) { try journal.redo() }
    #expect(try connection.column("SELECT distance_m FROM run ORDER BY id") == [1.0, 2.0, 3.0])
  }

  @Test func `Only what a command did can be undone or redone, once`() throws {
    let logged = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    #expect(throws: JournalError.noAction(number: 9)) { try journal.undo(.action(9)) }
    #expect(throws: JournalError.noAction(number: 9)) { try journal.redo(9) }
    #expect(throws: JournalError.notUndone(action: logged.action)) {
      try journal.redo(logged.action)
    }
    #expect(throws: JournalError.nothingToRedo) { try journal.redo() }
    _ = try journal.undo()
    #expect(throws: JournalError.undoneAlready(action: logged.action)) {
      try journal.undo(.action(logged.action))
    }
    let undo = try #require(try journal.action(logged.action + 1))
    #expect(undo.kind == .undo && undo.origin == logged.action)
    #expect(throws: JournalError.isReversal(action: undo)) {
      try journal.undo(.action(undo.number))
    }
    _ = try journal.redo()
    let redo = try #require(try journal.action(logged.action + 2))
    #expect(redo.kind == .redo && redo.origin == logged.action)
    #expect(throws: JournalError.isReversal(action: redo)) { try journal.redo(redo.number) }
  }

  @Test func `An action of old is taken back alone if nothing builds on it`() throws {
    let first = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let second = try journal.log(.run, ["day": "2026-01-02", "distance_m": 2])
    _ = try journal.undo(.action(first.action))
    #expect(try connection.column("SELECT distance_m FROM run") == [2.0])
    // What was undone last is redone first, whatever its number.
    _ = try journal.undo(.action(second.action))
    #expect(try journal.redo().action.number == second.action)
    #expect(try journal.redo().action.number == first.action)
    #expect(try connection.column("SELECT distance_m FROM run ORDER BY id") == [1.0, 2.0])
  }
}
