import Foundation
import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

@Suite struct JournalOpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
  }

  static let purposes: [Journal.Purpose] = [
    .reading, .lookingUp, .changing, .writing(makingFolder: false),
  ]

  /// Makes a database that is no journal of this program.
  private func makeDatabase(_ script: String) throws {
    try Connection(path: path, access: .create).execute(script: script)
  }

  private func makeJournal() throws {
    try Journal(path: path, for: .writing(makingFolder: false))
      .log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
  }

  @Test(arguments: purposes)
  func `A journal of a later version is refused and left to the last byte`(
    _ purpose: Journal.Purpose
  ) throws {
    try makeJournal()
    try makeDatabase("PRAGMA user_version = 99")
    let before = try folder.bytes("journal.sqlite")
    let error = try #require(throws: JournalError.self) { try Journal(path: path, for: purpose) }
    #expect(error == .newer(path: path, found: 99, supported: allMigrations.count))
    #expect("\(error)".contains("schema 99"))
    #expect(try folder.bytes("journal.sqlite") == before)
    #expect(try folder.names.filter { $0.hasSuffix("backup") }.isEmpty)
  }

  @Test(arguments: purposes)
  func `A refused file keeps what its write-ahead log holds, apart`(
    _ purpose: Journal.Purpose
  ) throws {
    // The files as a crash of the other program leaves them.
    let original = try Connection(path: folder.path("live.sqlite"), access: .create)
    try original.execute(
      script: "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: folder.path("live.sqlite" + ending), toPath: path + ending)
    }
    let before = try ["", "-wal"].map { try folder.bytes("journal.sqlite" + $0) }
    #expect(before[1].count > 4_096)
    #expect(throws: JournalError.notAJournal(path: path)) {
      try Journal(path: path, for: purpose)
    }
    #expect(try ["", "-wal"].map { try folder.bytes("journal.sqlite" + $0) } == before)
  }

  @Test(
    arguments: [
      "CREATE TABLE contacts (name)", "PRAGMA application_id = 12345",
      "PRAGMA application_id = 0x4E525645", "PRAGMA user_version = 3",
      "PRAGMA user_version = 5; CREATE VIEW day AS SELECT 1",
      "PRAGMA journal_mode = WAL; CREATE TABLE t (x)",
    ], purposes)
  func `Another program's database is refused and left to the last byte`(
    _ script: String, _ purpose: Journal.Purpose
  ) throws {
    try makeDatabase(script)
    let before = try folder.bytes("journal.sqlite")
    let error = try #require(throws: JournalError.self) { try Journal(path: path, for: purpose) }
    #expect(error == .notAJournal(path: path))
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test(
    arguments: [
      "Dear diary", String(repeating: "day,pain\n2026-01-01,4\n", count: 300), "\0\0\0\0",
      "SQLite format 3\0",
    ], purposes)
  func `A file that is no database is refused and left to the last byte`(
    _ text: String, _ purpose: Journal.Purpose
  ) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    let error = try #require(throws: JournalError.self) { try Journal(path: path, for: purpose) }
    #expect(error == .notAJournal(path: path))
    #expect(try folder.bytes("journal.sqlite") == Data(text.utf8))
    #expect(try folder.names == ["journal.sqlite"])
  }

  @Test(arguments: [Journal.Purpose.reading, .lookingUp, .changing])
  func `Where there is nothing, there is nothing to read or change`(
    _ purpose: Journal.Purpose
  ) throws {
    #expect(throws: JournalError.noJournal(path: path)) { try Journal(path: path, for: purpose) }
    #expect(try folder.names.isEmpty)
    // Neither is there in an empty file, or in a database without a table.
    try createPrivateFile(at: path)
    #expect(throws: JournalError.noJournal(path: path)) { try Journal(path: path, for: purpose) }
    #expect(try folder.bytes("journal.sqlite").isEmpty)
    try makeDatabase("CREATE TABLE t (x); DROP TABLE t; VACUUM")
    let before = try folder.bytes("journal.sqlite")
    #expect(throws: JournalError.noJournal(path: path)) { try Journal(path: path, for: purpose) }
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test func `An empty file and an empty database become a journal by writing`() throws {
    try createPrivateFile(at: path)
    #expect(try Journal(path: path, for: .writing(makingFolder: false)).days().isEmpty)
    let other = folder.path("other.sqlite")
    try Connection(path: other, access: .create).execute(script: "PRAGMA journal_mode = WAL")
    #expect(try Journal(path: other, for: .writing(makingFolder: false)).days().isEmpty)
  }

  @Test func `A new journal is made only where nothing is`() throws {
    _ = try Journal(path: path, for: .making)
    let error = try #require(throws: JournalError.self) { try Journal(path: path, for: .making) }
    #expect(
      error == .cannotOpen(path: path, reason: "a file with that name already exists"))
  }

  @Test(arguments: purposes)
  func `A folder, a pipe and a device are no journals`(_ purpose: Journal.Purpose) throws {
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, reason) in [
      (folder.url.path, "it is a folder"), (pipe, "it is not a regular file"),
      ("/dev/null", "it is not a regular file"),
      ("/dev/null/journal", "part of its path is not a folder"),
      (folder.path(String(repeating: "x", count: 300)), "its path is too long"),
    ] {
      let error = try #require(throws: JournalError.self) { try Journal(path: path, for: purpose) }
      #expect(error == .cannotOpen(path: path, reason: reason))
    }
  }

  @Test func `A missing folder is reported, or made with its parents for its owner only`() throws {
    let deep = folder.path("a/b/journal.sqlite")
    let error = try #require(throws: JournalError.self) {
      try Journal(path: deep, for: .writing(makingFolder: false))
    }
    #expect(error == .cannotOpen(path: deep, reason: "its folder does not exist"))
    #expect(try folder.names.isEmpty)

    _ = try Journal(path: deep, for: .writing(makingFolder: true))
    #expect(try folder.permissions("a") == 0o700)
    #expect(try folder.permissions("a/b") == 0o700)
    #expect(try folder.permissions("a/b/journal.sqlite") == 0o600)
  }

  @Test func `A journal and the files beside it are for their owner only`() throws {
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    try journal.log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
    #expect(try folder.names == ["journal.sqlite", "journal.sqlite-shm", "journal.sqlite-wal"])
    for name in try folder.names { #expect(try folder.permissions(name) == 0o600, "\(name)") }
  }

  @Test func `A journal with two names is read but not written`() throws {
    try makeJournal()
    let other = folder.path("other.sqlite")
    try FileManager.default.linkItem(atPath: path, toPath: other)
    let before = try folder.bytes("journal.sqlite")
    for name in [path, other] {
      #expect(try Journal(path: name, for: .reading).days().count == 1)
      for purpose in [Journal.Purpose.changing, .writing(makingFolder: false)] {
        let error = try #require(throws: JournalError.self) {
          try Journal(path: name, for: purpose)
        }
        #expect("\(error)".contains("it has a second name (a hard link)"))
      }
    }
    #expect(try folder.bytes("journal.sqlite") == before)
    try FileManager.default.removeItem(atPath: other)
    try Journal(path: path, for: .changing).log(.checkIn, ["day": "2026-01-03", "leg_pain": 1])
  }

  @Test func `A link to a journal is followed`() throws {
    try makeJournal()
    let link = folder.path("link.sqlite")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try Journal(path: link, for: .reading).days().count == 1)
    let circle = folder.path("circle.sqlite")
    try FileManager.default.createSymbolicLink(atPath: circle, withDestinationPath: circle)
    let error = try #require(throws: JournalError.self) { try Journal(path: circle, for: .reading) }
    #expect(error == .cannotOpen(path: circle, reason: "its symbolic links form a loop"))
  }

  @Test(arguments: purposes)
  func `A journal that may not be read is reported with its path`(
    _ purpose: Journal.Purpose
  ) throws {
    try makeJournal()
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = try #require(throws: JournalError.self) {
      try withoutPrivileges { try Journal(path: path, for: purpose) }
    }
    #expect(
      error
        == .cannotOpen(path: path, reason: "check the permissions of the file and its folder"))
  }

  @Test func `A folder that may not be entered or written to is reported`() throws {
    try makeJournal()
    let new = folder.path("new.sqlite")
    for permissions in [0o555, 0] {
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: folder.url.path)
      let error = try #require(throws: JournalError.self) {
        try withoutPrivileges { try Journal(path: new, for: .writing(makingFolder: false)) }
      }
      #expect(error == .cannotOpen(path: new, reason: "permission denied"))
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
  }

  @Test func `A journal that may only be read can be read and not written to`() throws {
    try makeJournal()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
    #expect(try withoutPrivileges { try Journal(path: path, for: .reading).days().count } == 1)
    let error = try #require(throws: JournalError.self) {
      try withoutPrivileges {
        try Journal(path: path, for: .writing(makingFolder: false))
          .log(.checkIn, ["day": "2026-01-03", "leg_pain": 1])
      }
    }
    #expect(error == .readOnly(path: path))
  }

  /// Runs `body` as somebody who may only read the journal and its folder.
  private func readOnly<T>(_ body: () throws -> T) throws -> T {
    for name in try folder.names {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: folder.path(name))
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    return try withoutPrivileges(body)
  }

  @Test(arguments: ["journal.sqlite", "100 % mine?.sqlite", "file:#1.sqlite"])
  func `A journal in a read-only folder is read and left as it is`(_ name: String) throws {
    let path = folder.path(name)
    try Journal(path: path, for: .writing(makingFolder: false))
      .log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
    let before = try folder.bytes(name)
    try readOnly {
      for purpose in [Journal.Purpose.reading, .lookingUp] {
        #expect(try Journal(path: path, for: purpose).days().count == 1)
      }
      let error = try #require(throws: JournalError.self) {
        try Journal(path: path, for: .writing(makingFolder: false))
      }
      #expect("\(error)".contains("its folder is read-only"))
    }
    #expect(try folder.bytes(name) == before)
    #expect(try folder.names == [name])
  }

  @Test func `Entries in the log of a read-only folder are read from a copy`() throws {
    let writer = try Journal(path: path, for: .writing(makingFolder: false))
    try writer.log(.checkIn, ["day": "2026-01-02", "leg_pain": 4])
    // As a crash leaves them, copied without the index that a living writer has.
    let copies = ["copy.sqlite", "copy.sqlite-wal"]
    for (name, copy) in zip(["journal.sqlite", "journal.sqlite-wal"], copies) {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: folder.path(copy))
    }
    let before = try copies.map { try folder.bytes($0) }
    try readOnly {
      let journal = try Journal(path: folder.path("copy.sqlite"), for: .reading)
      #expect(try journal.connection.value("SELECT day FROM check_in") == "2026-01-02")
    }
    #expect(try copies.map { try folder.bytes($0) } == before)
  }

  @Test func `An outdated journal in a read-only folder says what is in the way`() throws {
    _ = try Journal(
      path: path, for: .writing(makingFolder: false), migrations: Array(allMigrations.dropLast()))
    let error = try #require(throws: JournalError.self) {
      try readOnly { try Journal(path: path, for: .reading) }
    }
    #expect("\(error)".contains("its folder is read-only"))
  }

  @Test func `Looking something up leaves an outdated journal outdated`() throws {
    let older = Array(allMigrations.dropLast())
    _ = try Journal(path: path, for: .writing(makingFolder: false), migrations: older)
    let before = try folder.bytes("journal.sqlite")
    #expect(throws: JournalError.readOnly(path: path)) {
      try Journal(path: path, for: .lookingUp)
    }
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test(arguments: [Journal.Purpose.reading, .lookingUp])
  func `Reading leaves no file beside the journal and cannot write`(
    _ purpose: Journal.Purpose
  ) throws {
    try makeJournal()
    let before = try folder.bytes("journal.sqlite")
    do {
      let journal = try Journal(path: path, for: purpose)
      #expect(try journal.days().count == 1)
      #expect(throws: JournalError.readOnly(path: path)) {
        try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 1])
      }
    }
    #expect(try folder.names == ["journal.sqlite"])
    #expect(try folder.bytes("journal.sqlite") == before)
  }

  @Test func `Reading leaves the log to those who still use it`() throws {
    try makeJournal()
    let writer = try Journal(path: path, for: .changing)
    try writer.log(.checkIn, ["day": "2026-01-03", "leg_pain": 1])
    #expect(try Journal(path: path, for: .reading).days().count == 2)
    #expect(try folder.names.contains("journal.sqlite-wal"))
    try writer.log(.checkIn, ["day": "2026-01-04", "leg_pain": 1])
    #expect(try Journal(path: path, for: .reading).days().count == 3)
  }

  @Test func `A damaged journal is reported as such`() throws {
    try makeJournal()
    let size = try folder.bytes("journal.sqlite").count
    #expect(truncate(path, off_t(size / 2)) == 0)
    let error = try #require(throws: JournalError.self) {
      try Journal(path: path, for: .reading).days()
    }
    #expect(error == .damaged(path: path))
  }

  @Test func `A full disk is reported, and nothing is changed`() throws {
    try makeJournal()
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    let before = try journal.dump()
    // A file that may not grow is as good as a disk without room.
    try journal.connection.execute(script: "PRAGMA max_page_count = 1")
    #expect(throws: JournalError.diskFull(path: path)) {
      try journal.add(
        (0..<40).map { _ in
          Entry(
            .checkIn,
            ["day": "2026-01-03", "note": .text(String(repeating: "x", count: 9_000))])
        }, command: "pain", today: nil)
    }
    #expect(try journal.dump() == before)
    try journal.connection.checkIntegrity()
  }

  @Test func `A lock that is held is reported as busy`() throws {
    try makeJournal()
    let holder = try Connection(path: path, access: .readWrite)
    try holder.execute(script: "BEGIN IMMEDIATE")
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    journal.connection.setBusyTimeout(milliseconds: 20)
    #expect(throws: JournalError.busy(path: path)) {
      try journal.log(.checkIn, ["day": "2026-01-03", "leg_pain": 1])
    }
    // Reading goes on beside a writer.
    #expect(try Journal(path: path, for: .reading).days().count == 1)
  }

  @Test func `The stock rules of SQLite hold for the file`() throws {
    try makeJournal()
    let connection = try Connection(path: path, access: .readOnly)
    try connection.checkIntegrity()
    #expect(try connection.value("PRAGMA application_id") == 0x4E52_5645)
    #expect(try connection.value("PRAGMA user_version") == .integer(allMigrations.count))
    #expect(try connection.value("PRAGMA encoding") == "UTF-8")
  }
}
