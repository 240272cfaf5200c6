import Foundation
import JournalModel
import Testing

@testable import JournalStore

@Suite struct JournalReplacementTests {
  private let folder: TemporaryFolder
  private let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("journal.sqlite") }
  private var place: BackupPlace { .testing(folder.path("backups"), clock) }

  private func log(_ count: Int) throws {
    for _ in 0..<count {
      try Journal(path: path, for: .writing(makingFolder: false), backups: place)
        .log(.checkIn, ["day": "2026-01-02", "leg_pain": 3])
    }
  }

  private func ratings(_ path: String? = nil) throws -> Int {
    try Journal(path: path ?? self.path, for: .reading).ratings(of: .leg).count
  }

  private func restore(_ backup: String) throws -> String? {
    try JournalReplacement(of: path, in: place)
      .run(with: RestorableJournal(at: backup), for: .restore)
  }

  /// Writes over part of the journal's file.
  private func damage(at offset: UInt64, count: Int = 3000) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(repeating: 0xA5, count: count))
    try file.close()
  }

  @Test func `A backup takes the journal's place, and the way back is open`() throws {
    try log(1)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    try log(4)
    let kept = try #require(try restore(backup.path))
    #expect(try ratings() == 1)
    #expect(try folder.names == ["backups", "journal.sqlite"])
    #expect(try folder.permissions("journal.sqlite") == 0o600)
    #expect(kept.contains("-restore-"))
    _ = try restore(kept)
    #expect(try ratings() == 5)
    // It keeps a log again, so that readers and a writer do not wait for each other.
    #expect(try Connection(path: path, access: .readWrite).value("PRAGMA journal_mode") == "wal")
    try log(1)
    #expect(try ratings() == 6)
  }

  @Test func `Entries that are still in the log are kept`() throws {
    try log(1)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    let journal = try Journal(path: path, for: .changing)
    try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 3])
    let (file, log) = (try folder.bytes("journal.sqlite"), try folder.bytes("journal.sqlite-wal"))
    // As a crash leaves them.
    let crashed = folder.path("crashed.sqlite")
    try file.write(to: URL(filePath: crashed))
    try log.write(to: URL(filePath: crashed + "-wal"))
    let kept = try #require(
      try JournalReplacement(of: crashed, in: place)
        .run(with: RestorableJournal(at: backup.path), for: .restore))
    #expect(JournalContents(at: kept)?.entries == 2)
    #expect(try ratings(crashed) == 1)
    #expect(try !folder.names.contains { $0.hasPrefix("crashed.sqlite-") })
  }

  @Test func `A damaged journal is kept byte for byte, with its log`() throws {
    try log(3)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    try damage(at: 0)
    try Data("a log".utf8).write(to: URL(filePath: path + "-wal"))
    let before = try folder.bytes("journal.sqlite")
    let kept = try #require(try restore(backup.path))
    #expect(kept.contains("-damaged-"))
    #expect(try Data(contentsOf: URL(filePath: kept)) == before)
    #expect(try Data(contentsOf: URL(filePath: kept + "-wal")) == Data("a log".utf8))
    #expect(try ratings() == 1)
    #expect(try folder.names == ["backups", "journal.sqlite"])
    // It lies among the backups of the journal, although it could not say which it was.
    #expect(BackupList(of: path, in: place).backups.contains { $0.path == kept })
  }

  @Test func `A missing journal is restored, and its backups are found by its path`() throws {
    try log(1)
    try FileManager.default.removeItem(atPath: path)
    let list = BackupList(of: path, in: place)
    #expect(!list.areOfOthers)
    #expect(try restore(#require(list.backups.first).path) == nil)
    #expect(try ratings() == 1)
    let others = BackupList(of: folder.path("elsewhere.sqlite"), in: place)
    #expect(others.areOfOthers && others.backups == list.backups)
  }

  @Test func `A link to the journal stays a link`() throws {
    try log(1)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    let link = folder.path("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    _ = try JournalReplacement(of: link, in: place)
      .run(with: RestorableJournal(at: backup.path), for: .restore)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try ratings() == 1)
  }

  @Test func `What is no sound journal is refused`() throws {
    try log(2)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    var bytes = try Data(contentsOf: URL(filePath: backup.path))
    bytes.replaceSubrange(8192..<12_288, with: Data(repeating: 0xA5, count: 4096))
    let bad = folder.path("bad.sqlite")
    try bytes.write(to: URL(filePath: bad))
    #expect(throws: JournalError.damagedBackup(path: bad)) { try restore(bad) }
    try Data("a text, and nothing else".utf8).write(to: URL(filePath: bad))
    #expect(throws: JournalError.notAJournal(path: bad)) { try restore(bad) }
    #expect(throws: JournalError.notAJournal(path: "x")) {
      try RestorableJournal([], called: "x")
    }
    let other = folder.path("other.sqlite")
    try Connection(path: other, access: .create).execute(script: "PRAGMA user_version = 3")
    #expect(throws: JournalError.notAJournal(path: other)) { try restore(other) }
    try Connection(path: other, access: .readWrite).execute(
      script: "PRAGMA application_id = \(Migrator.applicationID); PRAGMA user_version = 9999")
    #expect(throws: JournalError.self) { try restore(other) }
    #expect(try ratings() == 2)
  }

  @Test func `Bytes that arrive through a pipe are checked too`() throws {
    try log(1)
    let bytes = try Journal(path: path, for: .reading).verifiedCopy()
    #expect(try RestorableJournal(bytes, called: "standard input").contents.entries == 1)
    #expect(throws: JournalError.self) {
      try RestorableJournal(Array(bytes.dropLast(40_000)), called: "standard input")
    }
  }

  @Test func `Without a place to keep the journal nothing is replaced`() throws {
    try log(1)
    let backup = try #require(BackupList(of: path, in: place).backups.first)
    try log(1)
    #expect(throws: JournalError.self) {
      try JournalReplacement(of: path, in: .testing(nil))
        .run(with: RestorableJournal(at: backup.path), for: .restore)
    }
    #expect(try ratings() == 2)
  }
}
