import Testing

@testable import JournalStore

@Suite struct StatementTests {
  @Test(arguments: [
    "SELECT 1", "SELECT 1;", "SELECT 1 ; ; ", "SELECT 1;\t\r\n\u{c}", "SELECT 1 -- one",
    "SELECT 1; -- one\n -- two", "SELECT 1; /* one */ ;", "SELECT 1; /* two ** / \n */",
    "SELECT 1; /* open", "SELECT 1; /*/", "-- first\nSELECT 1", "; ; SELECT 1", "SELECT 1;--",
    "\n/* a */ SELECT 1; /**/",
  ])
  func `Blanks, comments and semicolons may stand around a statement`(_ sql: String) throws {
    #expect(try Connection.inMemory().column(sql) == [1])
  }

  @Test(arguments: [
    ("SELECT 1; SELECT 2", 9), ("SELECT 1; -- one\nSELECT 2", 9),
    ("SELECT 1; /* one */ DELETE FROM t", 9), ("SELECT 'é'; x", 12), ("SELECT 1; /**/;/", 9),
    ("SELECT 1; -", 9), ("SELECT 1; /*/ SELECT */ 2", 9), ("SELECT 1;;\u{0b}x", 9),
  ])
  func `A second statement is refused, wherever it hides`(_ sql: String, _ offset: Int) throws {
    let connection = try Connection.inMemory()
    let error = try #require(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
    #expect(error.code == .misuse)
    #expect(error.sql == sql)
    #expect(error.offset == offset)
    #expect(connection.openStatements == 0)
  }

  @Test(arguments: ["", " ", ";", "-- nothing", "/* nothing */", ";;\n-- x"])
  func `Text without a statement is refused`(_ sql: String) throws {
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection.inMemory().prepare(sql)
    }
    #expect(error.code == .misuse)
    #expect(error.message == "there is no SQL statement")
  }

  @Test(arguments: ["SELECT 1\0", "\0SELECT 1", "SELECT 1; \0 SELECT 2", "SELECT '\0'"])
  func `A NUL character, at which SQLite would stop reading, is refused`(_ sql: String) throws {
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection.inMemory().prepare(sql)
    }
    #expect(error.code == .misuse)
    #expect(error.message == "the SQL contains a NUL character")
  }

  @Test func `A statement tells its columns, placeholders and whether it writes`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (a, b)")
    let query = try connection.prepare("SELECT a, b AS \"b c\" FROM t WHERE a = :first OR b = ?3")
    #expect(query.columnNames == ["a", "b c"])
    #expect(query.columnCount == 2)
    #expect(query.parameterCount == 3)
    #expect((1...4).map { query.parameterName($0) } == [":first", nil, "?3", nil])
    #expect(query.isReadOnly == true)
    #expect(query.sql.hasSuffix("?3"))
    let insertion = try connection.prepare("INSERT INTO t VALUES (1, 2)")
    #expect(insertion.columnNames.isEmpty)
    #expect(insertion.isReadOnly == false)
  }

  @Test(arguments: [
    SQLiteValue.null, 0, 1, -1, .integer(Int64.max), .integer(Int64.min), "", "a", "é 👟 🏃🏽‍♀️",
    "a\0b", "\0", .blob([]), .blob([0]), .blob([0, 255, 0]),
  ])
  func `A value comes back as it was bound, and stored as it was bound`(
    _ value: SQLiteValue
  ) throws {
    #expect(try comesBack(value))
  }

  /// Not arguments, which the log would spell out.
  @Test func `A megabyte comes back too`() throws {
    let isText = try comesBack(.text(String(repeating: "x", count: 1 << 20)))
    let isBlob = try comesBack(.blob([UInt8](repeating: 7, count: 1 << 20)))
    #expect(isText && isBlob)
  }

  private func comesBack(_ value: SQLiteValue) throws -> Bool {
    let connection = try Connection.inMemory()
    let bound = try connection.value("SELECT ?1", value)
    try connection.execute(script: "CREATE TABLE t (x ANY) STRICT")
    try connection.run("INSERT INTO t VALUES (?1)", value)
    let stored = try connection.value("SELECT x FROM t")
    let found = try connection.value("SELECT count(*) FROM t WHERE x IS ?1", value)
    return bound == value && stored == value && found == 1
  }

  private static let numbers: [Double] = [
    0, -0.0, 1, 0.1, .pi, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
    .leastNormalMagnitude.nextDown, .greatestFiniteMagnitude, .infinity, -.infinity, 0x1p53,
    0x1p53 + 2,
    1e300, 0.30000000000000004,
  ]

  @Test(arguments: numbers)
  func `A real number comes back to the last bit`(_ number: Double) throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (x ANY) STRICT")
    for sql in ["SELECT ?1", "INSERT INTO t VALUES (?1) RETURNING x"] {
      guard case .real(let found) = try connection.value(sql, .real(number)) else {
        Issue.record("\(number) is no real number in \(sql)")
        continue
      }
      #expect(found.bitPattern == number.bitPattern, "\(sql)")
    }
    guard case .real(let stored) = try connection.value("SELECT x FROM t") else {
      Issue.record("\(number) was not stored as a real number")
      return
    }
    // SQLite keeps a real number that is whole as an integer, which has no -0.
    #expect(stored == number)
  }

  @Test func `NaN is stored as NULL, for SQLite has no such number`() throws {
    #expect(try Connection.inMemory().value("SELECT ?1", .real(.nan)) == .null)
  }

  @Test func `A wrong number of values stops the program, for it is its mistake`() async {
    await #expect(processExitsWith: .failure) {
      try Connection.inMemory().run("SELECT ?1, ?2", 1)
    }
  }

  @Test func `A statement that was reset runs again with every placeholder null`() throws {
    let connection = try Connection.inMemory()
    var statement = try connection.prepare("SELECT ?1")
    try statement.bind([5])
    #expect(try statement.step())
    #expect(statement.withRow { $0.value(0) } == 5)
    statement.reset()
    #expect(try statement.step())
    #expect(statement.withRow { $0.value(0) } == .null)
  }

  @Test func `A statement that failed can be reset and run again`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (x UNIQUE)")
    var statement = try connection.prepare("INSERT INTO t VALUES (?1)")
    for (value, isNew) in [(1, true), (1, false), (2, true)] as [(SQLiteValue, Bool)] {
      try statement.bind([value])
      if isNew {
        #expect(try !statement.step())
      } else {
        #expect(throws: SQLiteError.self) { try statement.step() }
      }
      statement.reset()
    }
    #expect(try connection.column("SELECT x FROM t ORDER BY x") == [1, 2])
  }

  @Test func `A placeholder beyond the last is an error`() throws {
    var statement = try Connection.inMemory().prepare("SELECT ?1")
    #expect(throws: SQLiteError.self) { try statement.bind(1, to: 2) }
    #expect(throws: SQLiteError.self) { try statement.bind(1, to: 0) }
  }

  @Test func `A query abandoned half-way holds no lock and no handle`() throws {
    let connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
    struct Stop: Error {}
    func abandon() throws {
      var statement = try connection.prepare("SELECT x FROM t")
      _ = try statement.step()
      throw Stop()
    }
    #expect(throws: Stop.self) { try abandon() }
    #expect(connection.openStatements == 0)
    try connection.execute(script: "DROP TABLE t")
  }

  @Test func `A script runs all its statements and stops at the first that fails`() throws {
    let connection = try Connection.inMemory()
    let script = "CREATE TABLE t (x); INSERT INTO t VALUES (1); INSERT INTO u VALUES (2)"
    let error = try #require(throws: SQLiteError.self) { try connection.execute(script: script) }
    #expect(error.message == "no such table: u")
    #expect(try connection.column("SELECT x FROM t") == [1])
  }

  @Test func `A script with a NUL character is refused as a whole`() throws {
    let connection = try Connection.inMemory()
    #expect(throws: SQLiteError.self) {
      try connection.execute(script: "CREATE TABLE t (x);\0 CREATE TABLE u (x)")
    }
    #expect(try connection.value("SELECT count(*) FROM sqlite_schema") == 0)
  }
}
