import Foundation
import Testing
import JournalModel

@testable import JournalStore

@Suite struct BackupTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A database whose two tables are changed together, so that a copy of two
  /// moments would show.
  private func make(_ name: String, rows: Int = 3_000) throws -> Connection {
    let connection = try Connection(path: folder.path(name), access: .create)
    try connection.execute(
      script: """
        PRAGMA journal_mode = WAL;
        CREATE TABLE a (n INTEGER, filler BLOB);
        CREATE TABLE b (n INTEGER, filler BLOB);
        INSERT INTO a
          WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < \(rows))
          SELECT 0, zeroblob(500) FROM r;
        INSERT INTO b SELECT * FROM a;
        """)
    return connection
  }

  @Test func `A copy holds what the original holds, in one file`() throws {
    let original = try make("a.sqlite")
    try original.execute(script: "PRAGMA user_version = 7; PRAGMA application_id = 9")
    try original.backUp(to: folder.path("b.sqlite"))

    #expect(try folder.names.filter { $0.hasPrefix("b.") } == ["b.sqlite"])
    let copy = try Connection(path: folder.path("b.sqlite"), access: .readOnly)
    #expect(try copy.value("PRAGMA journal_mode") == "delete")
    #expect(try copy.value("PRAGMA user_version") == 7)
    #expect(try copy.value("PRAGMA application_id") == 9)
    for table in ["a", "b"] {
      let sql = "SELECT count(*), sum(length(filler)) FROM \(table)"
      #expect(try copy.table(sql) == original.table(sql))
    }
  }

  @Test func `A copy taken while another connection writes is of one moment`() throws {
    _ = try make("a.sqlite")
    let (source, copies) = (folder.path("a.sqlite"), folder.path("copy-"))
    let isCopied = SharedFlag()
    let results = concurrently(2) { thread -> Set<Int> in
      let connection = try Connection(path: source, access: .readWrite)
      var moments: Set<Int> = []
      if thread == 0 {
        while !isCopied.isSet {
          try connection.transaction {
            _ = try connection.run("UPDATE a SET n = n + 1")
            _ = try connection.run("UPDATE b SET n = n + 1")
          }
        }
      } else {
        defer { isCopied.set() }
        // As many copies as it takes to have seen the writer at work.
        for number in 0..<1_000 where number < 8 || moments.count < 3 {
          try connection.backUp(to: "\(copies)\(number)")
          let copy = try Connection(path: "\(copies)\(number)", access: .readOnly)
          moments.insert(try copy.integer("SELECT min(n) FROM a"))
          let all = "SELECT count(DISTINCT n) FROM (SELECT n FROM a UNION ALL SELECT n FROM b)"
          #expect(try copy.integer(all) == 1)
        }
      }
      return moments
    }
    #expect(try results[0].get().isEmpty)
    #expect(try results[1].get().count >= 3)
  }

  @Test func `A copy inside a snapshot is of that moment`() throws {
    let original = try make("a.sqlite", rows: 10)
    let writer = try Connection(path: folder.path("a.sqlite"), access: .readWrite)
    try original.snapshot {
      _ = try original.value("SELECT count(*) FROM a")
      try writer.run("UPDATE a SET n = 5")
      try original.backUp(to: folder.path("b.sqlite"))
    }
    let copy = try Connection(path: folder.path("b.sqlite"), access: .readOnly)
    #expect(try copy.column("SELECT DISTINCT n FROM a") == [0])
  }

  @Test func `A database in memory can be copied to a file`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    try connection.backUp(to: folder.path("b.sqlite"))
    let copy = try Connection(path: folder.path("b.sqlite"), access: .readOnly)
    #expect(try copy.column("SELECT x FROM t") == [1])
  }

  @Test func `A file with something in it is not written over`() throws {
    let original = try make("a.sqlite", rows: 10)
    try make("b.sqlite", rows: 5).execute(script: "PRAGMA journal_mode = DELETE")
    try Data("a text".utf8).write(to: folder.url.appending(path: "c.txt"))
    for name in ["b.sqlite", "c.txt"] {
      let before = try folder.bytes(name)
      #expect(throws: SQLiteError.self) { try original.backUp(to: folder.path(name)) }
      #expect(try folder.bytes(name) == before)
    }
    // An empty file, made beforehand for its permissions, is what it is for.
    try createPrivateFile(at: folder.path("d.sqlite"))
    try original.backUp(to: folder.path("d.sqlite"))
    #expect(try folder.permissions("d.sqlite") == 0o600)
  }

  @Test(arguments: ["nowhere/b.sqlite", "."])
  func `A place where no file can be is reported`(_ name: String) throws {
    let original = try make("a.sqlite", rows: 10)
    let error = try #require(throws: SQLiteError.self) {
      try original.backUp(to: folder.path(name))
    }
    #expect(error.code.primary == .cannotOpen)
  }

  @Test func `A damaged original is reported by the check of its copy`() throws {
    let path = folder.path("a.sqlite")
    do {
      let original = try make("a.sqlite")
      try original.execute(script: "PRAGMA journal_mode = DELETE; CREATE INDEX i ON a (n)")
    }
    // A page in the middle, where rows are and not the schema.
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: 50 * 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    try file.close()

    let damaged = try Connection(path: path, access: .readWrite)
    let error = try #require(throws: SQLiteError.self) {
      try damaged.backUp(to: folder.path("b.sqlite"))
    }
    #expect(error.code.primary == .corrupt)
    #expect(throws: SQLiteError.self) { try damaged.checkIntegrity() }
  }

  @Test func `A file that is no database is reported`() throws {
    let path = folder.path("a.txt")
    try Data(String(repeating: "not a database ", count: 500).utf8).write(to: URL(filePath: path))
    let error = try #require(throws: SQLiteError.self) {
      try Connection(path: path, access: .readWrite).backUp(to: folder.path("b.sqlite"))
    }
    #expect(error.code == .notADatabase)
  }

  @Test func `A key that points nowhere is reported with its table`() throws {
    let connection = try Connection.inMemory()
    try connection.setForeignKeys(false)
    try connection.execute(
      script: """
        CREATE TABLE shoe (id INTEGER PRIMARY KEY);
        CREATE TABLE outing (shoe INTEGER REFERENCES shoe (id));
        INSERT INTO outing VALUES (5);
        """)
    let error = try #require(throws: SQLiteError.self) {
      try connection.backUp(to: folder.path("b.sqlite"))
    }
    #expect(error.code == .constraintForeignKey)
    #expect(error.message == "a row of 'outing' refers to a row that does not exist")
  }

  @Test func `A lock on the original is waited for and then reported`() throws {
    let original = try make("a.sqlite", rows: 10)
    try original.execute(script: "PRAGMA journal_mode = DELETE")
    let holder = try Connection(path: folder.path("a.sqlite"), access: .readWrite)
    try holder.execute(script: "BEGIN EXCLUSIVE")
    original.setBusyTimeout(milliseconds: 100)
    let clock = ContinuousClock()
    let start = clock.now
    let error = try #require(throws: SQLiteError.self) {
      try original.backUp(to: folder.path("b.sqlite"))
    }
    #expect(error.code.primary == .busy)
    #expect(clock.now - start >= .milliseconds(80))
    try holder.execute(script: "ROLLBACK")
  }
}
