import CSQLite
import Foundation
import Testing

@testable import JournalStore

@Suite struct ConnectionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (SQLITE_DBCONFIG_DEFENSIVE, true), (SQLITE_DBCONFIG_DQS_DDL, false),
    (SQLITE_DBCONFIG_DQS_DML, false), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (SQLITE_DBCONFIG_ENABLE_FKEY, true),
  ])
  func `Every option stands as promised`(_ option: Int32, _ isOn: Bool) throws {
    let file = folder.path("a.sqlite")
    #expect(try Connection(path: file, access: .create).isOn(option) == isOn)
    #expect(try Connection(path: file, access: .readWrite).isOn(option) == isOn)
    #expect(try Connection(path: file, access: .readOnly).isOn(option) == isOn)
  }

  @Test(
    arguments: [
      (3_008_002, "3.8.2"), (3_036_000, "3.36.0"), (3_037_000, nil), (3_040_001, nil),
      (4_000_000, nil),
    ] as [(Int32, String?)])
  func `An SQLite without what the schema needs is refused by its version`(
    _ version: Int32, _ name: String?
  ) throws {
    guard let name else { return try Connection.checkVersion(version) }
    let error = try #require(throws: SQLiteError.self) { try Connection.checkVersion(version) }
    #expect(error.message == "nerve needs SQLite 3.37 or newer, and this system has \(name)")
    #expect(
      "\(Journal.explained(error, path: "a.sqlite"))"
        == "Cannot open the journal a.sqlite: \(error.message). Nothing was changed.")
  }

  /// Statements of people sort there, within the limit of memory.
  @Test func `Temporary data can be kept in memory, even within a transaction`() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.transaction { try connection.keepTemporaryDataInMemory() }
    #expect(try connection.integer("PRAGMA temp_store") == 2)
  }

  @Test func `A misspelt column in double quotes is an error, not a string`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE run (day TEXT) STRICT")
    let error = try #require(throws: SQLiteError.self) {
      try connection.column(#"SELECT "dya" FROM run"#)
    }
    #expect(error.message == "no such column: dya")
    #expect(throws: SQLiteError.self) {
      try connection.execute(script: #"CREATE INDEX i ON run ("dya")"#)
    }
  }

  @Test func `Foreign keys are enforced and can be switched off for a while`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(
      script: """
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (parent INTEGER REFERENCES parent (id));
        """)
    let error = try #require(throws: SQLiteError.self) {
      try connection.run("INSERT INTO child VALUES (1)")
    }
    #expect(error.code == .constraintForeignKey)

    try connection.setForeignKeys(false)
    try connection.run("INSERT INTO child VALUES (1)")
    try connection.setForeignKeys(true)
    #expect(throws: SQLiteError.self) { try connection.checkForeignKeys() }
  }

  @Test func `The switch of foreign keys reports that a transaction holds it`() throws {
    let connection = try Connection.inMemory()
    try connection.transaction {
      _ = #expect(throws: SQLiteError.self) { try connection.setForeignKeys(false) }
    }
    #expect(connection.isOn(SQLITE_DBCONFIG_ENABLE_FKEY) == true)
  }

  @Test(arguments: [
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
    "PRAGMA journal_mode = OFF; UPDATE sqlite_schema SET sql = ''",
    "UPDATE sqlite_dbpage SET data = zeroblob(4096) WHERE pgno = 1",
  ])
  func `Defensive mode keeps the file from being broken by SQL`(_ script: String) throws {
    let connection = try Connection(path: folder.path("a.sqlite"), access: .create)
    try connection.execute(script: "CREATE TABLE t (x)")
    #expect(throws: SQLiteError.self) { try connection.execute(script: script) }
    #expect(try connection.value("PRAGMA journal_mode") == "delete")
    try connection.checkIntegrity()
  }

  @Test func `A view may call innocuous functions only`() throws {
    let connection = try Connection.inMemory()
    try connection.addFunction("harmless", argumentCount: 0, traits: .innocuous) { _ in 1 }
    try connection.addFunction("harmful", argumentCount: 0, traits: []) { _ in 2 }
    try connection.execute(
      script: """
        CREATE VIEW good AS SELECT harmless();
        CREATE VIEW bad AS SELECT harmful();
        """)
    #expect(try connection.value("SELECT * FROM good") == 1)
    #expect(try connection.value("SELECT harmful()") == 2)
    let error = try #require(throws: SQLiteError.self) {
      try connection.value("SELECT * FROM bad")
    }
    #expect(error.message == "unsafe use of harmful()")
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `A file that must exist and does not cannot be opened`(_ access: Connection.Access) throws {
    let error = try #require(throws: SQLiteError.self) {
      try Connection(path: folder.path("none.sqlite"), access: access)
    }
    #expect(error.code.primary == .cannotOpen)
    #expect(try folder.names.isEmpty)
  }

  @Test func `A connection to read refuses to write`() throws {
    let file = folder.path("a.sqlite")
    try Connection(path: file, access: .create).execute(script: "CREATE TABLE t (x)")
    let reader = try Connection(path: file, access: .readOnly)
    let error = try #require(throws: SQLiteError.self) {
      try reader.run("INSERT INTO t VALUES (1)")
    }
    #expect(error.code.primary == .readOnly)
  }

  @Test func `Marks of an address in a name are part of the name`() throws {
    let name = "a?mode=memory#b%20.sqlite"
    try Connection(path: folder.path(name), access: .create)
      .execute(script: "CREATE TABLE t (x)")
    #expect(try folder.names == [name])
  }

  @Test func `A name that begins with file: is a name, not an address`() throws {
    let name = "file:\(folder.url.lastPathComponent)?mode=memory"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try Connection(path: name, access: .create).execute(script: "CREATE TABLE t (x)")
    #expect(FileManager.default.fileExists(atPath: name))
  }

  @Test func `A lock of another connection is waited for, then reported as busy`() throws {
    let file = folder.path("a.sqlite")
    let holder = try Connection(path: file, access: .create)
    try holder.execute(script: "CREATE TABLE t (x)")
    let other = try Connection(path: file, access: .readWrite)
    other.setBusyTimeout(milliseconds: 120)
    try holder.transaction {
      let clock = ContinuousClock()
      let start = clock.now
      let error = try #require(throws: SQLiteError.self) {
        try other.transaction { _ = Issue.record("the lock was not held") }
      }
      #expect(error.code == .busy)
      #expect(clock.now - start >= .milliseconds(100))
    }
    #expect(try other.transaction { other.isInTransaction })
  }

  @Test func `The busy timeout is some seconds unless a test shortens it`() throws {
    #expect(
      try Connection.inMemory().integer("PRAGMA busy_timeout")
        == Int(Connection.busyTimeoutMilliseconds))
  }

  @Test func `A statement that outlives its connection still works`() throws {
    func escaping() throws -> Statement {
      try Connection.inMemory().prepare("SELECT 1 UNION ALL SELECT 2")
    }
    var statement = try escaping()
    #expect(try statement.step())
    #expect(try statement.step())
    #expect(try !statement.step())
  }
}
