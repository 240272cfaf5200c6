import CivilDay
import Foundation
import JournalMigrations
import JournalModel
import Testing

@testable import JournalStore

/// Merging journals in files.
@Suite struct MergeFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Opens the journal `name`, as on the computer of that name.
  private func open(_ name: String) throws -> Journal {
    let journal = try Journal(path: folder.path(name), for: .writing(makingFolder: false))
    journal.findDevice = { name }
    return journal
  }

  /// Edits the journal `name`, and closes it.
  func edit(_ name: String, _ body: (Journal) throws -> Void) throws {
    try body(try open(name))
  }

  private func copy(_ name: String, to copy: String) throws {
    try FileManager.default.copyItem(atPath: folder.path(name), toPath: folder.path(copy))
  }

  /// Two copies of a journal with a shoe and a run.
  func copies() throws {
    try edit("one") { journal in
      try journal.log(.footwear, ["name": "pegasus"])
      try journal.log(.run, ["day": "2026-01-02", "distance_m": 8_200, "footwear": "pegasus"])
    }
    try copy("one", to: "two")
  }

  @discardableResult
  func merge(_ other: String, into name: String) throws -> MergeReport {
    let journal = try open(name)
    let report = try journal.merge(folder.path(other))
    try journal.connection.checkIntegrity()
    return report
  }

  /// The entries and the record, whatever the numbers of rows.
  private func content(_ name: String) throws -> (ChangeRecord, [String]) {
    let connection = try open(name).connection
    let tables = try connection.mergeTables()
    let stored = try connection.storedJournal(tables)
    let reading = RecordReading(stored, tables)
    var entries: [String] = []
    for (table, rows) in stored.rows {
      for (id, values) in rows {
        let told = values.sorted { $0.key < $1.key }.map { field, value in
          guard let referenced = tables[table].references[field]?.table,
            case .integer(let id) = value
          else { return "\(field) \(value)" }
          return "\(field) \(reading.entries[RowKey(table: referenced, id: Int(id))] ?? "?")"
        }
        let key = reading.entries[RowKey(table: table, id: id)] ?? "?"
        entries.append("\(table) \(key) \(told)")
      }
    }
    return (ChangeRecord(stored, tables), entries.sorted())
  }

  func requireSame(_ one: String, _ other: String) throws {
    let (one, other) = (try content(one), try content(other))
    #expect(one.1 == other.1)
    let isSame = one.0 == other.0
    #expect(isSame)
  }

  func values(_ name: String, _ sql: String) throws -> [[SQLiteValue]] {
    try open(name).connection.table(sql)
  }

  // MARK: - Any edits

  @Test(arguments: 0..<6)
  func `Random copies become the same journal, whichever is merged into which`(seed: Int) throws {
    let seed = UInt64(seed)
    try edit("base") { journal in
      var editor = RandomEditor(journal, seed: seed)
      for _ in 0..<12 { try editor.operate() }
    }
    for (number, name) in ["a", "b", "c"].enumerated() {
      try copy("base", to: name)
      try edit(name) { journal in
        var editor = RandomEditor(journal, seed: seed &+ 1_000 &* UInt64(number + 1))
        for _ in 0..<10 { try editor.operate() }
      }
    }
    try copy("a", to: "ab")
    try merge("b", into: "ab")
    try copy("b", to: "ba")
    try merge("a", into: "ba")
    try requireSame("ab", "ba")
    try copy("ab", to: "abc")
    try merge("c", into: "abc")
    try copy("b", to: "bc")
    try merge("c", into: "bc")
    try merge("bc", into: "a")
    try requireSame("abc", "a")
    let before = try content("abc")
    let again = try merge("ab", into: "abc")
    #expect(!again.changesSomething && again.conflicts.isEmpty)
    let isSame = try content("abc").0 == before.0
    #expect(isSame)
  }

  @Test func `A journal with thousands of operations explains itself`() throws {
    let journal = try Journal.inMemory()
    var editor = RandomEditor(journal, seed: 5)
    for _ in 0..<2_000 { try editor.operate() }
    let tables = try journal.connection.mergeTables()
    let stored = try journal.connection.storedJournal(tables)
    let record = ChangeRecord(stored, tables)
    let replay = try Replay(record, tables) { _, _, _ in true }
    let again = StoredJournal(RecordWriting(replay, over: stored, tables), of: record)
    #expect(again.hasRows(of: stored))
    #expect(again.actions == stored.actions)
    let isSame =
      again.changes.count == stored.changes.count
      && zip(again.changes, stored.changes).allSatisfy { $0.id == $1.id && $0.isSame(as: $1) }
    #expect(isSame)
  }

  // MARK: - Field by field

  @Test func `Each field of an entry is as it was last changed, and history tells the rest`() throws
  {
    try copies()
    try edit("one") { journal in
      _ = try journal.edit(1, of: .run, setting: ["rpe": 6, "note": "hot"])
    }
    try edit("two") { journal in
      _ = try journal.edit(1, of: .run, setting: ["rpe": 7, "surface": "trail"])
      try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 3])
    }
    let report = try merge("two", into: "one")
    #expect(report.tally.map(\.count) == [1, 1])
    #expect(
      try values("one", "SELECT rpe, note, surface FROM run") == [[7.0, "hot", "trail"]])
    #expect(report.conflicts.map(\.id) == [1])
    #expect(report.conflicts.map(\.isOwnKept) == [false])
    #expect(report.conflicts.first?.kept?.values["rpe"] == 7.0)
    #expect(report.conflicts.first?.lost?.values["rpe"] == 6.0)
    let history = try open("one").history(of: 1, in: .run)
    #expect(history.compactMap { $0.change.after?.values["rpe"] } == [7.0, 6.0])
    try merge("one", into: "two")
    try requireSame("one", "two")
  }

  @Test func `A later edit brings a deleted entry back, and a later deletion counts`() throws {
    try copies()
    try edit("one") { journal in
      try journal.log(.run, ["day": "2026-01-03", "distance_m": 5_000])
    }
    try merge("one", into: "two")
    try edit("one") { journal in _ = try journal.delete([1], of: .run, command: "delete run") }
    try edit("two") { journal in
      _ = try journal.edit(1, of: .run, setting: ["note": "kept"])
      _ = try journal.edit(2, of: .run, setting: ["note": "gone"])
    }
    try edit("one") { journal in _ = try journal.delete([2], of: .run, command: "delete run") }
    let report = try merge("two", into: "one")
    #expect(
      try values("one", "SELECT id, distance_m, note FROM run") == [[1, .real(8_200), "kept"]])
    #expect(report.conflicts.map(\.kind) == [.deletion, .changeOfDeleted])
  }

  // MARK: - Undo

  @Test func `Everything merged can be undone one by one, to the empty journal`() throws {
    try copies()
    try edit("one") { journal in
      try journal.log(.footwear, ["name": "Vomero"])
      _ = try journal.edit(1, of: .run, setting: ["rpe": 6])
      _ = try journal.startFlareUp(Entry(.flareUp, ["onset_day": "2026-01-09"]), today: nil)
    }
    try edit("two") { journal in
      try journal.log(.footwear, ["name": "vomero", "model": "B"])
      try journal.log(.run, ["day": "2026-01-06", "distance_m": 5_000, "footwear": "vomero"])
      _ = try journal.edit(1, of: .run, setting: ["rpe": 7])
      _ = try journal.startFlareUp(Entry(.flareUp, ["onset_day": "2026-01-07"]), today: nil)
      _ = try journal.undo()
    }
    try merge("two", into: "one")
    let journal = try open("one")
    let full = try journal.dump()
    var undone = 0
    while true {
      do { _ = try journal.undo() } catch JournalError.nothingToUndo { break }
      undone += 1
    }
    #expect(undone == 8)
    #expect(try journal.dump() == Journal.inMemory().dump())
    for _ in 0..<undone { _ = try journal.redo() }
    #expect(try journal.dump() == full)
  }

  // MARK: - Older and other files

  @Test func `Copies of an old journal that were upgraded apart are merged`() throws {
    let old = Array(allMigrations.prefix(16))
    func act(_ connection: Connection, _ id: Int, _ moment: String, _ sql: String) throws {
      try connection.execute(
        script: """
          INSERT INTO action (id, done_at, command) VALUES (\(id), '\(moment)', 'run');
          \(sql);
          UPDATE action SET is_open = 0 WHERE id = \(id)
          """)
    }
    do {
      let journal = try Journal(
        path: folder.path("one"), for: .writing(makingFolder: false), migrations: old)
      try act(
        journal.connection, 1, "2026-01-02T08:00:00Z",
        "INSERT INTO run (id, day, distance_m) VALUES (1, '2026-01-02', 5000)")
    }
    try copy("one", to: "two")
    for (name, moment, field) in [
      ("one", "2026-01-03T08:00:00Z", "rpe = 6"), ("two", "2026-01-03T09:00:00Z", "note = 'hot'"),
    ] {
      let journal = try Journal(path: folder.path(name), for: .changing, migrations: old)
      try act(journal.connection, 2, moment, "UPDATE run SET \(field) WHERE id = 1")
      try act(
        journal.connection, 3, moment,
        "INSERT INTO run (id, day, distance_m, note) VALUES (2, '2026-01-04', 9000, '\(name)')")
    }
    // One is upgraded before, the other by the merge.
    let report = try merge("two", into: "one")
    #expect(report.newActions == 2)
    #expect(
      try values("one", "SELECT rpe, note FROM run ORDER BY id")
        == [[6.0, "hot"], [nil, "one"], [nil, "two"]])
    try merge("one", into: "two")
    try requireSame("one", "two")
  }

  @Test func `The other copy stays as it is`() throws {
    try copies()
    try edit("two") { journal in try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 3]) }
    let before = try folder.bytes("two")
    try merge("two", into: "one")
    #expect(try folder.bytes("two") == before)
    #expect(try folder.names == ["one", "two"])
  }

  @Test func `A trial of a merge changes nothing`() throws {
    try copies()
    try edit("two") { journal in try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 3]) }
    let journal = try open("one")
    let before = try journal.dump()
    let report = try journal.merge(folder.path("two"), isTrial: true)
    #expect(report.tally == [ChangeTally(table: .checkIn, kind: .added, count: 1)])
    #expect(try journal.dump() == before)
    #expect(try journal.connection.integer("SELECT count(*) FROM action") == 2)
  }

  @Test func `What is no other copy is refused, and nothing is changed`() throws {
    try copies()
    try edit("stranger") { journal in try journal.log(.checkIn, ["day": "2026-01-02", "mood": 3]) }
    try Data("not a journal".utf8).write(to: folder.url.appending(path: "text"))
    let journal = try open("one")
    let before = try journal.dump()
    for (name, error) in [
      ("one", JournalError.sameJournal(path: folder.path("one"))),
      ("stranger", .unrelated(path: folder.path("stranger"))),
      ("text", .notAJournal(path: folder.path("text"))),
      ("missing", .cannotOpen(path: folder.path("missing"), reason: "there is no such file")),
    ] {
      #expect(throws: error) { try journal.merge(folder.path(name)) }
    }
    #expect(try journal.dump() == before)
    #expect(try journal.connection.integer("PRAGMA foreign_keys") == 1)
    let report = try journal.merge(folder.path("stranger"), acceptingUnrelated: true)
    #expect(report.tally == [ChangeTally(table: .checkIn, kind: .added, count: 1)])
  }

  @Test func `What another program changed is merged like the rest`() throws {
    try copies()
    try edit("two") { journal in
      try journal.connection.execute(
        script: """
          UPDATE run SET note = 'by hand' WHERE id = 1;
          INSERT INTO run (id, day, duration_s) VALUES (2, '2026-01-08', 1800);
          """)
    }
    try merge("two", into: "one")
    #expect(
      try values("one", "SELECT note, duration_s FROM run ORDER BY id")
        == [["by hand", nil], [nil, .real(1_800)]])
    #expect(try !merge("two", into: "one").changesSomething)
  }

  // MARK: - The rules and the schema

  @Test func `Every unique key of the tables has a rule`() throws {
    let connection = try Journal.inMemory().connection
    var keys: [String] = []
    for table in try connection.mergeTables().names {
      let indexes = try connection.rows(
        "SELECT name FROM pragma_index_list(?1) WHERE \"unique\" ORDER BY name", .text(table)
      ) { (row) throws(SQLiteError) in try row.text(0) }
      for index in indexes {
        let columns = try connection.rows(
          "SELECT coalesce(name, '()') FROM pragma_index_info(?1)", .text(index)
        ) { (row) throws(SQLiteError) in try row.text(0) }
        keys.append("\(table) \(columns.joined(separator: " "))")
      }
    }
    // Replay.claim(of:in:), and the default shoe.
    #expect(
      keys == [
        "day_mark day", "exercise name", "flare_up ()", "footwear is_default", "footwear name",
        "routine name", "routine_step routine_id position", "saved_query name", "setting name",
        "trial_answer trial_id unit",
      ])
  }
}

extension Journal {
  /// Changes fields of an entry.
  func edit(
    _ id: Int, of table: EntryTable, setting fields: [String: SQLiteValue]
  ) throws -> Edited {
    try edit(id, of: table, changes: fields, command: "edit", today: nil)
  }
}
