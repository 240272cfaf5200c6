import CivilDay
import Foundation
import JournalModel
import Testing

@testable import JournalStore

@Suite struct JournalRepairTests {
  private static let count = 2_000
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("journal.sqlite") }

  /// Makes a journal with many runs, whose pages can be told by their notes.
  private func make() throws {
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    try journal.log(.footwear, ["name": "pegasus"])
    let entries = (0..<Self.count).map { number in
      Entry(
        .run,
        [
          "day": .text("\(Day(daysSince1970: 18_000 + number))"), "distance_m": 5_000,
          "footwear": "pegasus", "note": .text("run number \(number), along the river"),
        ])
    }
    _ = try journal.add(entries, command: "runs", today: nil)
    _ = try Connection(path: path, access: .readWrite).value("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// Changes the bytes of the file.
  private func damage(_ change: (inout Data) throws -> Void) throws {
    var bytes = try folder.bytes("journal.sqlite")
    try change(&bytes)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.write(contentsOf: bytes)
    try file.close()
  }

  /// The number of the page with these bytes.
  private func page(with text: String, in bytes: Data) throws -> Int {
    let place = try #require(bytes.range(of: Data(text.utf8)))
    return place.lowerBound / 4096
  }

  private func runs(_ repair: JournalRepair) throws -> Int {
    try Connection(repair.journal.image).integer("SELECT count(*) FROM run")
  }

  private func check(_ repair: JournalRepair) throws {
    let connection = try Connection(repair.journal.image)
    try connection.checkIntegrity()
    #expect(try SchemaCheck.isComplete(connection))
    // It can be written to, with a record of changes.
    let changes = try connection.integer("SELECT count(*) FROM change")
    try connection.run("INSERT INTO check_in (day, leg_pain) VALUES ('2026-01-01', 3)")
    #expect(try connection.integer("SELECT count(*) FROM change") == changes + 1)
  }

  @Test func `A sound journal stays as it is`() throws {
    try make()
    let before = try folder.bytes("journal.sqlite")
    let repair = try JournalRepair(of: path)
    #expect(repair.outcome == .sound)
    #expect(try runs(repair) == Self.count)
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test func `Missing triggers and views, and a wrong index, are made anew`() throws {
    try make()
    try Connection(path: path, access: .readWrite)
      .execute(script: "DROP TRIGGER record_run_insert; DROP VIEW run_response")
    let repair = try JournalRepair(of: path)
    #expect(repair.outcome == .rebuilt)
    try check(repair)
    #expect(try runs(repair) == Self.count)
  }

  @Test func `A damaged page costs its rows and no others`() throws {
    try make()
    try damage { bytes in
      let page = try page(with: "run number 1000,", in: bytes)
      bytes.replaceSubrange(
        page * 4096..<(page + 1) * 4096, with: Data(repeating: 0xA5, count: 4096))
    }
    let repair = try JournalRepair(of: path)
    guard case .recovered(let tables) = repair.outcome else {
      Issue.record("\(repair.outcome)")
      return
    }
    let lost = try #require(tables.first { $0.name == "run" })
    #expect((1...100).contains(lost.lost))
    #expect(lost.recovered + lost.lost == Self.count)
    #expect(tables.filter { $0.lost > 0 }.map(\.name) == ["run"])
    try check(repair)
    // The record of changes is that of before.
    let connection = try Connection(repair.journal.image)
    #expect(
      try connection.integer("SELECT count(*) FROM change WHERE table_name = 'run'") == Self.count)
  }

  @Test func `Several damaged pages are passed over one by one`() throws {
    try make()
    try damage { bytes in
      for number in [3, 700, 1500, 1999] {
        let page = try page(with: "run number \(number),", in: bytes)
        bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(count: 4096))
      }
    }
    let repair = try JournalRepair(of: path)
    #expect((1_600..<2_000).contains(try runs(repair)))
    try check(repair)
  }

  @Test func `References to lost entries are removed`() throws {
    try make()
    do {
      let connection = try Connection(path: path, access: .readWrite)
      try connection.setForeignKeys(false)
      try connection.execute(
        script: """
          DROP TRIGGER record_footwear_delete;
          DELETE FROM footwear;
          INSERT INTO stretch (day, exercise_id) VALUES ('2026-01-01', 999);
          """)
    }
    let repair = try JournalRepair(of: path)
    try check(repair)
    let repaired = try Connection(repair.journal.image)
    #expect(
      try repaired.integer("SELECT count(*) FROM run WHERE footwear_id IS NULL") == Self.count)
    #expect(try repaired.integer("SELECT count(*) FROM stretch") == 0)
  }

  @Test func `A file with a damaged header is read, with its log`() throws {
    try make()
    let journal = try Journal(path: path, for: .changing)
    try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 3])
    let crashed = folder.path("crashed.sqlite")
    var file = try folder.bytes("journal.sqlite")
    file.replaceSubrange(0..<40, with: Data(repeating: 0xA5, count: 40))
    try file.write(to: URL(filePath: crashed))
    // Without the first page in the log, which would mend the header by itself.
    try folder.bytes("journal.sqlite-wal").write(to: URL(filePath: crashed + "-wal"))
    let repair = try JournalRepair(of: crashed)
    let connection = try Connection(repair.journal.image)
    #expect(try connection.integer("SELECT count(*) FROM run") == Self.count)
    #expect(try connection.integer("SELECT count(*) FROM check_in") == 1)
    try connection.checkIntegrity()
  }

  @Test func `A file that is cut short keeps what is before the cut`() throws {
    try make()
    let whole = try folder.bytes("journal.sqlite")
    let page = try page(with: "run number 1200,", in: whole)
    try whole.prefix(page * 4096).write(to: URL(filePath: path))
    let repair = try JournalRepair(of: path)
    #expect(try runs(repair) > 900)
    try check(repair)
  }

  @Test func `What is no journal, or holds nothing, is refused`() throws {
    try Data(repeating: 0xA5, count: 40_000).write(to: URL(filePath: path))
    #expect(throws: JournalError.self) { try JournalRepair(of: path) }
    try Data("a text".utf8).write(to: URL(filePath: path))
    #expect(throws: JournalError.self) { try JournalRepair(of: path) }
    #expect(throws: JournalError.noJournal(path: folder.path("none"))) {
      try JournalRepair(of: folder.path("none"))
    }
  }
}
