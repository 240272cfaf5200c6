import CivilDay
import Testing

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
    #expect(
      try journal.undoLatest()
        == Undone(action: logged.action, command: table.rawValue, rows: 1))
    #expect(try journal.dump() == before)
  }

  @Test func `Undo goes further back each time, and stops at the beginning`() throws {
    var dumps = [try journal.dump()]
    for number in 1...5 {
      try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": .integer(number)])
      dumps.append(try journal.dump())
    }
    for dump in dumps.dropLast().reversed() {
      _ = try journal.undoLatest()
      #expect(try journal.dump() == dump)
    }
    #expect(throws: JournalError.nothingToUndo) { try journal.undoLatest() }
  }

  @Test func `What an action logged can be told before it is taken back`() throws {
    #expect(try journal.latestAction() == nil)
    let logged = try journal.add(
      [
        Entry(.exercise, ["name": "warrior", "kind": "stretch"]),
        Entry(.stretch, ["day": "2026-01-02", "exercise": "warrior"]),
        Entry(.checkIn, ["day": "2026-01-01", "leg_pain": 2]),
      ], command: "stretch", today: nil)
    #expect(try journal.latestAction() == logged.action)
    // Entries of a day, in the order of logging.
    let entries = try journal.entries(loggedBy: logged.action, atMost: 10)
    #expect(entries.map(\.table) == [.stretch, .checkIn])
    #expect(entries.first?.text("exercise") == "warrior")
    #expect(try journal.entries(loggedBy: logged.action, atMost: 1).map(\.table) == [.stretch])
    _ = try journal.undoLatest()
    #expect(try journal.latestAction() == nil)
    #expect(try journal.entries(loggedBy: logged.action, atMost: 10).isEmpty)
  }

  @Test func `What is logged after an undo is the next to be taken back`() throws {
    let first = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    let second = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 2])
    #expect(try journal.undoLatest().action == second.action)
    let third = try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 3])
    #expect(try journal.undoLatest().action == third.action)
    #expect(try journal.undoLatest().action == first.action)
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
    let undone = try journal.undoLatest()
    #expect(undone.command == "flare end")
    #expect(undone.rows == 1)
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
    #expect(try journal.undoLatest().rows == 3)
    #expect(try journal.dump() == before)
  }

  @Test func `An import of a thousand rows is taken back as one`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let before = try journal.dump()
    let rows = (1...1_000).map { "2026-01-01,\($0)" }
    let report = try journal.importRows("day,distance_m", rows)
    #expect(report.added == 999)
    #expect(try journal.undoLatest().rows == 999)
    #expect(try journal.dump() == before)
    // By its number too, but only once.
    let again = try #require(try journal.importRows("day,distance_m", rows).importID)
    try journal.log(.checkIn, ["day": "2026-01-01", "leg_pain": 1])
    #expect(try journal.undoImport(again).rows == 999)
    #expect(throws: JournalError.noImport(number: again)) { try journal.undoImport(again) }
    #expect(throws: JournalError.noImport(number: 99)) { try journal.undoImport(99) }
    #expect(try journal.undoLatest().command == "check_in")
    #expect(try journal.dump() == before)
  }

  @Test func `An import whose row was changed later is not taken back alone`() throws {
    let number = try #require(
      try journal.importRows("onset_day", ["2026-01-01"], as: .flareUp).importID)
    let importing = try connection.integer("SELECT max(id) FROM action")
    let ended = try journal.endFlareUp(on: try #require(Day("2026-01-03")), peakPain: nil)
    let before = try journal.dump()
    #expect(throws: JournalError.undoBlocked(action: importing, by: ended.action)) {
      try journal.undoImport(number)
    }
    #expect(try journal.dump() == before)
    _ = try journal.undoLatest()
    #expect(try journal.undoImport(number).rows == 1)
  }

  @Test(
    arguments: [
      (
        "name", "Cloud 2", EntryTable.footwear, EntryTable.run,
        ["distance_m": 1, "footwear": "Cloud 2"]
      ),
      ("name,kind", "warrior,stretch", .exercise, .stretch, ["exercise": "warrior"]),
      ("day,distance_m", "2026-01-01,5", .run, .stretch, ["exercise": "calf", "run_id": 1]),
    ] as [(String, String, EntryTable, EntryTable, [String: SQLiteValue])])
  func `An import that later entries refer to is not taken back under them`(
    _ header: String, _ row: String, _ imported: EntryTable, _ using: EntryTable,
    _ values: [String: SQLiteValue]
  ) throws {
    let start = try journal.dump()
    let number = try #require(try journal.importRows(header, [row], as: imported).importID)
    let importing = try connection.integer("SELECT max(id) FROM action")
    let used = try journal.log(using, values.merging(["day": "2026-01-02"]) { $1 })
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 1])
    let before = try journal.dump()
    let blocked = JournalError.undoBlocked(action: importing, by: used.action)
    #expect(throws: blocked) { try journal.undoImport(number) }
    #expect("\(blocked)".contains("action \(used.action) builds on it"))
    #expect(try journal.dump() == before)
    _ = try journal.undoLatest()
    _ = try journal.undoLatest()
    #expect(try journal.undoImport(number).rows == 1)
    #expect(try journal.dump() == start)
  }

  @Test func `What another program changed or deleted meanwhile is not brought back`() throws {
    let first = try journal.log(.run, ["day": "2026-01-01", "distance_m": 1])
    let second = try journal.log(.run, ["day": "2026-01-02", "distance_m": 2])
    try connection.run("UPDATE run SET note = 'x' WHERE id = ?1", .integer(first.id))
    try connection.run("DELETE FROM run WHERE id = ?1", .integer(second.id))
    #expect(try journal.undoLatest().rows == 0)
    #expect(try journal.undoLatest().rows == 1)
    #expect(try connection.table("SELECT * FROM run").isEmpty)
  }

  @Test func `An undo that fails leaves everything as it was`() throws {
    try journal.log(.exercise, ["name": "warrior", "kind": "stretch"])
    // By another program, so that no action can be named.
    try connection.run(
      "INSERT INTO stretch (day, exercise_id) SELECT '2026-01-01', max(id) FROM exercise")
    let before = try journal.dump()
    let actions = try connection.integer("SELECT count(*) FROM action")
    #expect(throws: SQLiteError.self) { try journal.undoLatest() }
    #expect(try journal.dump() == before)
    #expect(try connection.integer("SELECT count(*) FROM action") == actions)
  }

  @Test func `Undo can be done in another process than the entry`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    func open() throws -> Journal { try Journal(path: path, for: .writing(makingFolder: false)) }
    let start = try open().dump()
    try open().log(.run, ["day": "2026-01-01", "distance_m": 1])
    try open().log(.run, ["day": "2026-01-02", "distance_m": 2])
    #expect(try open().undoLatest().action == 2)
    #expect(try open().undoLatest().action == 1)
    #expect(try open().dump() == start)
  }
}
