import CivilDay
import Foundation
import JournalModel
import Testing

@testable import JournalStore

/// The check of a journal's file before anything is read from it or written to it.
@Suite struct SoundnessTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  private var record: SoundnessRecord { SoundnessRecord(folder: folder.path("checked")) }
  private var check: Journal.Check { .unlessKnown(to: record) }

  private func makeJournal(days: Int = 300) throws {
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    _ = try journal.add(
      (0..<days).map { index in
        Entry(.run, ["day": .text("\(Day(daysSince1970: 20_000 + index))"), "distance_m": 5_000])
      }, command: "run", today: nil)
  }

  /// Flips a bit in an index, which hides rows from queries that use it.
  private func damageIndex() throws {
    let connection = try Connection(path: path, access: .readWrite)
    let (page, size) = (
      try connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'run_by_day'"),
      try connection.integer("PRAGMA page_size")
    )
    var bytes = try folder.bytes("journal.sqlite")
    // The number of cells of the page, or of its first child.
    bytes[(page - 1) * size + 4] ^= 1
    try bytes.write(to: URL(filePath: path))
  }

  @Test(arguments: [
    Journal.Purpose.reading, .changing, .writing(makingFolder: false),
  ])
  func `A damaged journal is neither read nor written`(purpose: Journal.Purpose) throws {
    try makeJournal()
    _ = try Journal(path: path, for: purpose, check: check)
    try damageIndex()
    let before = try folder.bytes("journal.sqlite")
    #expect(throws: JournalError.damaged(path: path)) {
      try Journal(path: path, for: purpose, check: check)
    }
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test func `A flipped bit on any page is found or changes no value`() throws {
    try makeJournal(days: 120)
    let sound = try folder.bytes("journal.sqlite")
    let dump = try Journal(path: path, for: .reading).dump()
    let size = try Connection(path: path, access: .readOnly).integer("PRAGMA page_size")
    var found = 0
    for page in 0..<sound.count / size {
      var bytes = sound
      bytes[page * size + (page == 0 ? 105 : 5)] ^= 1
      try bytes.write(to: URL(filePath: path))
      for ending in ["-wal", "-shm"] { removeFile(at: path + ending) }
      do {
        #expect(try Journal(path: path, for: .reading).dump() == dump, "page \(page)")
      } catch is JournalError {
        found += 1
      }
    }
    #expect(found > sound.count / size / 2)
  }

  /// What the record says about the journal now.
  private func verdict() throws -> SoundnessRecord.Verdict {
    record.verdict(on: path, try #require(SoundnessRecord.State(of: path)))
  }

  @Test func `Bytes that were found sound are not checked again`() throws {
    try makeJournal()
    #expect(try verdict() == .changed)
    _ = try Journal(path: path, for: .reading, check: check)
    #expect(try verdict() == .sound)
    // Nor after a write by this program.
    try Journal(path: path, for: .changing, check: check)
      .log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
    #expect(try verdict() == .sound)
    // A write by another program is a reason to check.
    let other = try Connection(path: path, access: .readWrite)
    try other.execute(script: "UPDATE check_in SET leg_pain = 5; PRAGMA wal_checkpoint(TRUNCATE)")
    #expect(try verdict() == .changed)
    _ = try Journal(path: path, for: .reading, check: check)
    #expect(try verdict() == .sound)
  }

  @Test func `A byte that changed without a write is damage, even inside a value`() throws {
    try makeJournal()
    let state = try #require(SoundnessRecord.State(of: path))
    #expect(record.verdict(on: path, state) == .changed)
    // As the note would be if the file had been checked some seconds after a write.
    sleep(3)
    record.note(path, try #require(SoundnessRecord.State(of: path)))
    let note = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("checked")).first)
    let url = URL(filePath: folder.path("checked/\(note)"))
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(try verdict() == .sound)
    // The same stamps with other bytes: as if the disk had changed one.
    let digest = try #require(text.split(separator: "\n").first)
    let other = "\(digest.dropLast())\(digest.last == "1" ? 2 : 1)"
    try Data(text.replacingOccurrences(of: digest, with: other).utf8).write(to: url)
    #expect(try verdict() == .damaged)
    #expect(throws: JournalError.damaged(path: path)) {
      try Journal(path: path, for: .reading, check: check)
    }
  }

  @Test func `Without a place to remember, every opening checks`() throws {
    try makeJournal()
    _ = try Journal(
      path: path, for: .reading,
      check: .unlessKnown(to: SoundnessRecord(folder: "/dev/null/nowhere")))
    try damageIndex()
    #expect(throws: JournalError.damaged(path: path)) {
      try Journal(
        path: path, for: .reading,
        check: .unlessKnown(to: SoundnessRecord(folder: "/dev/null/nowhere")))
    }
  }

  @Test func `Missing triggers and views are restored, a missing table is not`() throws {
    try makeJournal(days: 3)
    let connection = try Connection(path: path, access: .readWrite)
    try connection.execute(script: "DROP TRIGGER record_run_insert; DROP VIEW week")
    let journal = try Journal(path: path, for: .changing)
    _ = try journal.undo()
    #expect(try journal.connection.integer("SELECT count(*) FROM run") == 0)
    #expect(try SchemaCheck.isComplete(journal.connection))
    try connection.execute(script: "DROP TABLE guidance")
    for purpose in [Journal.Purpose.reading, .changing] {
      #expect(throws: JournalError.incompleteSchema(path: path)) {
        try Journal(path: path, for: purpose)
      }
    }
  }

  @Test func `A journal that others can read becomes private`() throws {
    try makeJournal(days: 1)
    chmod(path, 0o644)
    #expect(try Journal(path: path, for: .reading).wasExposed)
    #expect(try folder.permissions("journal.sqlite") == 0o600)
    #expect(try !Journal(path: path, for: .reading).wasExposed)
  }

  @Test func `An action that another program left open is closed`() throws {
    try makeJournal(days: 1)
    let journal = try Journal(path: path, for: .changing)
    try journal.connection.run(
      "INSERT INTO action (done_at, command) VALUES ('2026-01-01T00:00:00Z', 'other')")
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
    #expect(try journal.connection.integer("SELECT count(*) FROM action WHERE is_open = 1") == 0)
  }
}
