import Testing
import JournalModel

@testable import JournalStore

@Suite struct StatementCacheTests {
  let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(
      script: "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
  }

  @Test func `A statement is prepared once and used again`() throws {
    for x in 4...60 { try connection.run("INSERT INTO t VALUES (?1)", .integer(x)) }
    #expect(connection.openStatements == 1)
    #expect(try connection.integer("SELECT count(*) FROM t WHERE x = ?1", 60) == 1)
    #expect(try connection.integer("SELECT count(*) FROM t WHERE x = ?1", 61) == 0)
    #expect(connection.openStatements == 2)
  }

  @Test func `The same SQL inside its own rows gets a statement of its own`() throws {
    let sql = "SELECT x FROM t WHERE x >= ?1 ORDER BY x"
    func read(from least: Int, depth: Int) throws(SQLiteError) -> [[Int]] {
      try connection.rows(sql, .integer(least)) { (row) throws(SQLiteError) in
        let x = try row.integer(0)
        let inner = depth == 0 ? [] : try read(from: x, depth: depth - 1)
        // Still the same row after the inner query went to its end.
        return [x, try row.integer(0)] + inner.flatMap { $0 }
      }
    }
    let inner = try read(from: 2, depth: 0)
    #expect(inner == [[2, 2], [3, 3]])
    #expect(try read(from: 1, depth: 2).map { $0.prefix(2) } == [[1, 1], [2, 2], [3, 3]])
    #expect(try read(from: 3, depth: 1) == [[3, 3, 3, 3]])
  }

  @Test func `The least recently used statement makes room`() throws {
    for number in 0..<100 {
      _ = try connection.integer("SELECT \(number)")
      _ = try connection.integer("SELECT count(*) FROM t")
    }
    let open = connection.openStatements
    #expect(open == 64)
    _ = try connection.integer("SELECT count(*) FROM t")
    _ = try connection.integer("SELECT 99")
    #expect(connection.openStatements == open)
  }

  @Test func `A kept statement sees a change of the schema`() throws {
    let sql = "SELECT * FROM t ORDER BY x LIMIT 1"
    #expect(try connection.table(sql) == [[1]])
    try connection.execute(script: "ALTER TABLE t ADD COLUMN y TEXT DEFAULT 'new'")
    #expect(try connection.table(sql) == [[1, "new"]])
    try connection.execute(script: "DROP TABLE t")
    let error = try #require(throws: SQLiteError.self) { try connection.table(sql) }
    // The words of preparing it anew; nothing is bound to this one.
    #expect(error.message == "no such table: t")
  }

  @Test func `A statement that failed is kept in a usable state`() throws {
    try connection.execute(script: "CREATE UNIQUE INDEX i ON t (x)")
    let sql = "INSERT INTO t VALUES (?1)"
    #expect(throws: SQLiteError.self) { try connection.run(sql, 1) }
    try connection.run(sql, 4)
    #expect(throws: SQLiteError.self) { try connection.run(sql, 4) }
    #expect(try connection.integer("SELECT count(*) FROM t") == 4)
  }

  @Test func `Rows that are abandoned by an error leave the statement reset`() throws {
    let sql = "SELECT x FROM t ORDER BY x"
    #expect(throws: SQLiteError.self) {
      try connection.rows(sql) { (_) throws(SQLiteError) in throw SQLiteError(.error, "enough") }
    }
    #expect(try connection.column(sql) == [1, 2, 3])
    // A statement half-way through would keep the table locked.
    try connection.execute(script: "DROP TABLE t")
  }

  @Test func `Values of one use are gone in the next`() throws {
    let sql = "SELECT ?1"
    #expect(
      try connection.value(sql, "a long text that is private")
        == .text("a long text that is private"))
    var statement = try connection.cache.take(sql, on: connection.handle)
    #expect(try statement.step())
    #expect(statement.withRow { $0.value(0) } == .null)
  }

  @Test func `Closing the connection finalizes what is kept`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.sqlite")
    do {
      let connection = try Connection(path: path, access: .create)
      try connection.execute(script: "PRAGMA journal_mode = WAL; CREATE TABLE t (x)")
      _ = try connection.integer("SELECT count(*) FROM t")
    }
    // The last connection of a WAL file clears up when it is really closed.
    #expect(try folder.names == ["a.sqlite"])
  }
}
