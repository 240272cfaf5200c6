import Foundation
import Testing
import JournalModel

@testable import JournalStore

/// Logs that were left beside a journal, the journal's own and others.
@Suite struct LogsBesideTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  private static let purposes = JournalOpeningTests.purposes

  /// Logs check-ins in the journal `name`, one action each.
  private func log(_ count: Int, in name: String, pain: Int = 4) throws {
    let journal = try Journal(path: folder.path(name), for: .writing(makingFolder: false))
    for _ in 0..<count {
      try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": .integer(pain)])
    }
  }

  /// What a crash leaves of the journal `name` after some more check-ins: its file
  /// and its log.
  private func crash(_ name: String, after count: Int) throws -> (file: Data, log: Data) {
    let journal = try Journal(path: folder.path(name), for: .writing(makingFolder: false))
    for _ in 0..<count { try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 5]) }
    return (try folder.bytes(name), try folder.bytes(name + "-wal"))
  }

  /// Lays out a journal's file and what lies beside it.
  private func lay(_ file: Data?, _ beside: Data?, ending: String = "-wal") throws {
    for end in ["", "-wal", "-shm", "-journal"] { removeFile(at: path + end) }
    try file?.write(to: URL(filePath: path))
    try beside?.write(to: URL(filePath: path + ending))
  }

  private func checkIns(_ purpose: Journal.Purpose = .reading) throws -> Int {
    try Journal(path: path, for: purpose).connection.integer("SELECT count(*) FROM check_in")
  }

  private func refused(_ purpose: Journal.Purpose) -> JournalError? {
    #expect(throws: JournalError.self) { try Journal(path: path, for: purpose) }
  }

  /// Lays out a file and a log that are not of one another, and checks that they
  /// are refused and kept, and what is in the journal once the log is away.
  private func expectForeign(
    _ file: Data, _ log: Data, alone count: Int, _ purpose: Journal.Purpose,
    ending: String = "-wal", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try lay(file, log, ending: ending)
    #expect(
      refused(purpose) == .foreignLog(path: path, log: path + ending),
      sourceLocation: sourceLocation)
    #expect(try folder.bytes("journal.sqlite") == file, sourceLocation: sourceLocation)
    #expect(try folder.bytes("journal.sqlite" + ending) == log, sourceLocation: sourceLocation)
    removeFile(at: path + ending)
    #expect(try checkIns(purpose) == count, sourceLocation: sourceLocation)
  }

  @Test(arguments: purposes)
  func `After a crash the log is used as if nothing had been`(_ purpose: Journal.Purpose) throws {
    try log(3, in: "a")
    let left = try crash("a", after: 2)
    try lay(left.file, left.log)
    #expect(try checkIns(purpose) == 5)
    // A journal that lay in its log from its first moment on.
    let new = try crash("b", after: 2)
    #expect(new.file.count <= 4_096)
    try lay(new.file, new.log)
    if case .changing = purpose {} else { #expect(try checkIns(purpose) == 2) }
  }

  @Test func `A log that was cut off is used as far as it goes`() throws {
    try log(3, in: "a")
    let left = try crash("a", after: 2)
    for length in stride(from: 1, to: left.log.count, by: 997) {
      try lay(left.file, left.log.prefix(length))
      #expect((3...5).contains(try checkIns()), "\(length)")
    }
  }

  @Test func `A log that was on its way into the file is used, wherever that stopped`() throws {
    try log(30, in: "a")
    let left = try crash("a", after: 2)
    // The last to close the journal has moved the log into it.
    let moved = try folder.bytes("a")
    #expect(moved != left.file)
    for pages in 0...(moved.count / 4_096) {
      try lay(moved.prefix(pages * 4_096) + left.file.dropFirst(pages * 4_096), left.log)
      #expect(try checkIns() == 32, "\(pages)")
    }
  }

  @Test(arguments: purposes + [.making])
  func `A log without its journal is kept, and no new journal begun`(
    _ purpose: Journal.Purpose
  ) throws {
    try log(1, in: "a")
    let log = try crash("a", after: 2).log
    for (file, ending) in [(nil, "-wal"), (Data(), "-wal"), (nil, "-journal")] as [(Data?, String)]
    {
      try lay(file, log, ending: ending)
      #expect(refused(purpose) == .logWithoutJournal(path: path, log: path + ending))
      #expect(try folder.bytes("journal.sqlite" + ending) == log)
      #expect(FileManager.default.fileExists(atPath: path) == (file != nil))
    }
    // Also where the journal is a link to what went away.
    try lay(nil, nil)
    try log.write(to: folder.url.appending(path: "gone-wal"))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "gone")
    #expect(refused(purpose) == .logWithoutJournal(path: path, log: folder.path("gone-wal")))
    #expect(try folder.bytes("gone-wal") == log)
  }

  @Test func `A log that holds nothing is no log`() throws {
    try lay(nil, Data())
    try log(1, in: "journal.sqlite")
    #expect(try checkIns() == 1)
  }

  @Test(arguments: purposes)
  func `A log is refused beside another state of its journal`(_ purpose: Journal.Purpose) throws {
    try log(3, in: "a")
    let older = try folder.bytes("a")
    try log(40, in: "a")
    let left = try crash("a", after: 2)
    try log(1, in: "a")
    try expectForeign(try folder.bytes("a"), left.log, alone: 46, purpose)
    try expectForeign(older, left.log, alone: 3, purpose)
  }

  @Test(arguments: purposes)
  func `A log is refused beside a safety copy of its journal`(_ purpose: Journal.Purpose) throws {
    try log(3, in: "a")
    let copy = try Journal(path: folder.path("a"), for: .changing).verifiedCopy()
    let left = try crash("a", after: 1)
    try expectForeign(Data(copy), left.log, alone: 3, purpose)
  }

  @Test(arguments: purposes)
  func `A log is refused beside another journal, even of the same second`(
    _ purpose: Journal.Purpose
  ) throws {
    try log(1, in: "a")
    let left = try crash("a", after: 1)
    let new = try crash("new", after: 2)
    try log(1, in: "b", pain: 7)
    try expectForeign(try folder.bytes("b"), left.log, alone: 1, purpose)
    try expectForeign(try folder.bytes("b"), new.log, alone: 1, purpose)
  }

  @Test func `A change, an undo and a new setting are known again in a log`() throws {
    try log(2, in: "a")
    let journal = try Journal(path: folder.path("a"), for: .changing)
    try journal.log(.setting, ["name": "units", "value": "mi"])
    _ = try journal.undo()
    _ = try journal.redo()
    _ = try journal.undo()
    try lay(try folder.bytes("a"), try folder.bytes("a-wal"))
    #expect(try checkIns() == 2)
  }

  /// A journal that keeps no log, as a safety copy that was put back, with a
  /// transaction that did not end.
  private func crashWithoutLog(_ name: String) throws -> (file: Data, rollback: Data) {
    let connection = try Connection(path: folder.path(name), access: .readWrite)
    try connection.execute(
      script: """
        PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1;
        BEGIN;
        UPDATE check_in SET note = hex(randomblob(4000));
        CREATE TABLE t (x);
        INSERT INTO t SELECT hex(randomblob(2000)) FROM check_in, check_in AS other;
        """)
    defer { try? connection.execute(script: "ROLLBACK") }
    return (try folder.bytes(name), try folder.bytes(name + "-journal"))
  }

  @Test(arguments: purposes)
  func `What did not end is rolled back in its own journal alone`(_ purpose: Journal.Purpose) throws
  {
    try log(9, in: "a")
    let inLogMode = try folder.bytes("a")
    let left = try crashWithoutLog("a")
    try lay(left.file, left.rollback, ending: "-journal")
    #expect(try checkIns(purpose) == 9)
    #expect(!FileManager.default.fileExists(atPath: path + "-journal"))
    try expectForeign(inLogMode, left.rollback, alone: 9, purpose, ending: "-journal")
  }

  @Test func `A new journal gets its name once it is filled`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try Journal.make(at: path) { journal in
        try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
        #expect(!FileManager.default.fileExists(atPath: path))
        throw Stop()
      }
    }
    #expect(try folder.names.isEmpty)
    try Journal.make(at: path) { try $0.log(.checkIn, ["day": "2026-01-02", "leg_pain": 4]) }
    #expect(try folder.names == ["journal.sqlite"])
    #expect(try folder.permissions("journal.sqlite") == 0o600)
    let error = try #require(throws: JournalError.self) { try Journal.make(at: path) { _ in } }
    #expect(error == .cannotOpen(path: path, reason: "a file with that name already exists"))
    #expect(try checkIns() == 1)
  }
}
