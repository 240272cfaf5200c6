import Testing

@testable import JournalStore

@Suite struct TransactionTests {
  private struct Stop: Error {}

  let folder: TemporaryFolder
  let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.path("a.sqlite"), access: .create)
    try connection.execute(
      script: """
        PRAGMA journal_mode = WAL;
        CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE late (
          x INTEGER REFERENCES t (x) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        """)
  }

  private func insert(_ x: SQLiteValue) throws {
    try connection.run("INSERT INTO t VALUES (?1)", x)
  }

  private var values: [SQLiteValue] {
    get throws { try connection.column("SELECT x FROM t ORDER BY x") }
  }

  @Test func `What returns is kept, with its result`() throws {
    let result = try connection.transaction {
      try insert(1)
      return "done"
    }
    #expect(result == "done")
    #expect(try values == [1])
    #expect(!connection.isInTransaction)
  }

  @Test func `What throws leaves nothing, and its error comes through`() throws {
    #expect(throws: Stop.self) {
      try connection.transaction {
        try insert(1)
        throw Stop()
      }
    }
    #expect(try values.isEmpty)
    #expect(!connection.isInTransaction)
  }

  @Test func `An inner one can fail without the outer one`() throws {
    try connection.transaction {
      try insert(1)
      #expect(throws: Stop.self) {
        try connection.transaction {
          try insert(2)
          try connection.transaction { try insert(3) }
          throw Stop()
        }
      }
      #expect(connection.isInTransaction)
      try connection.transaction { try insert(4) }
    }
    #expect(try values == [1, 4])
  }

  @Test func `An outer one that fails takes the inner one with it`() throws {
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.transaction { try insert(1) }
        throw Stop()
      }
    }
    #expect(try values.isEmpty)
  }

  @Test(arguments: 1...20)
  func `Only the levels that failed are undone, at any depth`(_ failing: Int) throws {
    func nest(_ level: Int) throws {
      guard level <= 20 else { return }
      try insert(.integer(level))
      try? connection.transaction {
        try nest(level + 1)
        if level == failing { throw Stop() }
      }
    }
    try connection.transaction { try nest(1) }
    #expect(try values == (1...failing).map { .integer($0) })
  }

  @Test func `A commit that fails undoes everything and ends the transaction`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction {
        try insert(1)
        try connection.run("INSERT INTO late VALUES (99)")
      }
    }
    #expect(error.code == .constraintForeignKey)
    #expect(!connection.isInTransaction)
    #expect(try values.isEmpty)
    try connection.transaction { try insert(2) }
    #expect(try values == [2])
  }

  @Test func `A key that is deferred may be broken in between`() throws {
    try connection.transaction {
      try connection.transaction { _ = try connection.run("INSERT INTO late VALUES (5)") }
      try insert(5)
    }
    #expect(try connection.column("SELECT x FROM late") == [5])
  }

  @Test func `A statement that ends the whole transaction is not rolled back twice`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction {
        try insert(1)
        try connection.transaction {
          _ = try connection.run("INSERT OR ROLLBACK INTO t VALUES (1)")
        }
      }
    }
    #expect(error.code == .constraintPrimaryKey)
    #expect(!connection.isInTransaction)
    #expect(try values.isEmpty)
  }

  @Test func `Nothing goes on outside a transaction that was ended from inside`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction {
        try insert(1)
        try? connection.transaction {
          _ = try connection.run("INSERT OR ROLLBACK INTO t VALUES (1)")
        }
      }
    }
    #expect(error.message == "cannot commit - no transaction is active")
    #expect(try values.isEmpty)
  }

  @Test func `The write lock is taken at the start`() throws {
    let other = try Connection(path: folder.path("a.sqlite"), access: .readWrite)
    other.setBusyTimeout(milliseconds: 0)
    try connection.transaction {
      let error = try #require(throws: SQLiteError.self) {
        try other.run("INSERT INTO t VALUES (7)")
      }
      #expect(error.code == .busy)
      #expect(try other.column("SELECT x FROM t").isEmpty)
    }
  }

  @Test func `A snapshot sees one state while another connection writes`() throws {
    let reader = try Connection(path: folder.path("a.sqlite"), access: .readOnly)
    try insert(1)
    try reader.snapshot {
      #expect(try reader.column("SELECT x FROM t") == [1])
      try insert(2)
      let inner = try reader.snapshot { try reader.column("SELECT x FROM t") }
      #expect(inner == [1])
    }
    #expect(try reader.column("SELECT x FROM t ORDER BY x") == [1, 2])
  }

  @Test func `A snapshot that became old cannot be written to`() throws {
    let other = try Connection(path: folder.path("a.sqlite"), access: .readWrite)
    let error = try #require(throws: SQLiteError.self) {
      try other.snapshot {
        _ = try other.column("SELECT x FROM t")
        try insert(1)
        _ = try other.run("INSERT INTO t VALUES (2)")
      }
    }
    #expect(error.code == .busySnapshot)
    #expect(!other.isInTransaction)
    #expect(try values == [1])
  }

  @Test func `A snapshot that throws leaves no transaction open`() throws {
    #expect(throws: Stop.self) { try connection.snapshot { throw Stop() } }
    #expect(!connection.isInTransaction)
  }

  @Test func `A query that is still open does not keep a transaction from ending`() throws {
    try insert(1)
    try insert(2)
    var statement = try connection.prepare("SELECT x FROM t ORDER BY x")
    #expect(try statement.step())
    try connection.transaction { try insert(3) }
    #expect(throws: Stop.self) {
      try connection.transaction {
        try insert(4)
        throw Stop()
      }
    }
    #expect(try values == [1, 2, 3])
  }
}
