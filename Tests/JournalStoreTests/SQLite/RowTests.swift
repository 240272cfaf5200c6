import Testing
import JournalModel

@testable import JournalStore

@Suite struct RowTests {
  /// An SQL expression and what each strict read gives for it; `nil` is refused.
  struct Case: CustomTestStringConvertible, Sendable {
    let sql: String
    var integer: Int?
    var real: Double?
    var text: String?
    var testDescription: String { sql }
  }

  @Test(arguments: [
    Case(sql: "1", integer: 1, real: 1),
    Case(sql: "-9223372036854775808", integer: .min, real: -0x1p63),
    Case(sql: "9223372036854775807", integer: .max),
    Case(sql: "9007199254740992", integer: 1 << 53, real: 0x1p53),
    Case(sql: "9007199254740993", integer: 1 << 53 + 1),
    Case(sql: "1.0", real: 1), Case(sql: "2.5", real: 2.5), Case(sql: "9e999", real: .infinity),
    Case(sql: "'1'", text: "1"), Case(sql: "''", text: ""),
    Case(sql: "'a' || char(0) || 'b'", text: "a\0b"), Case(sql: "'é👟'", text: "é👟"),
    Case(sql: "CAST(x'C3' AS TEXT)"), Case(sql: "CAST(x'61FF' AS TEXT)"),
    Case(sql: "x'31'"), Case(sql: "x''"), Case(sql: "NULL"),
  ])
  func `A read converts nothing but exact integers to real numbers`(_ test: Case) throws {
    let connection = try Connection.inMemory()
    let (integer, real, text) = try connection.rows("SELECT \(test.sql)") { row in
      (try? row.integer(0), try? row.real(0), try? row.text(0))
    }[0]
    #expect(integer == test.integer)
    #expect(real == test.real)
    #expect(text == test.text)
  }

  @Test(arguments: [
    ("'x' AS a", "column 'a' contains TEXT, not INTEGER"),
    ("x'00' AS a", "column 'a' contains BLOB, not INTEGER"),
    ("NULL AS a", "column 'a' contains NULL, not INTEGER"),
    ("1.5 AS a", "column 'a' contains REAL, not INTEGER"),
  ])
  func `A refused read names column and classes, never the value`(
    _ sql: String, _ message: String
  ) throws {
    let error = try #require(throws: SQLiteError.self) {
      try Connection.inMemory().integer("SELECT \(sql)")
    }
    #expect(error.code == .mismatch)
    #expect(error.message == message)
  }

  @Test func `An optional read is nil for NULL and strict for the rest`() throws {
    let connection = try Connection.inMemory()
    let nulls = try connection.rows("SELECT NULL") { (row) throws(SQLiteError) in
      (try row.optionalInteger(0), try row.optionalReal(0), try row.optionalText(0))
    }
    #expect(nulls[0] == (nil, nil, nil))
    let values = try connection.rows("SELECT 1, 2.5, 'x'") { (row) throws(SQLiteError) in
      (try row.optionalInteger(0), try row.optionalReal(1), try row.optionalText(2))
    }
    #expect(values[0] == (1, 2.5, "x"))
    #expect(throws: SQLiteError.self) {
      try connection.rows("SELECT 'x'") { (row) throws(SQLiteError) in try row.optionalInteger(0) }
    }
  }

  @Test func `Any value can be read as it is; broken UTF-8 is repaired`() throws {
    let connection = try Connection.inMemory()
    let row = try connection.table("SELECT NULL, 1, 1.5, 'a' || char(0), x'', x'00FF'")[0]
    #expect(row == [.null, 1, 1.5, "a\0", .blob([]), .blob([0, 255])])
    #expect(try connection.value("SELECT CAST(x'61FF62' AS TEXT)") == "a\u{FFFD}b")
  }

  @Test func `A row knows its columns by number and name`() throws {
    let names = try Connection.inMemory().rows("SELECT 1 AS a, 2 AS \"b c\", 3") { row in
      (0..<row.count).map { row.name($0) }
    }
    #expect(names == [["a", "b c", "3"]])
  }

  @Test func `Reading a column that there is not stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try Connection.inMemory().rows("SELECT 1") { (row) throws(SQLiteError) in
        try row.integer(1)
      }
    }
    await #expect(processExitsWith: .failure) {
      _ = try Connection.inMemory().rows("SELECT 1") { (row) throws(SQLiteError) in
        try row.optionalText(1)
      }
    }
    await #expect(processExitsWith: .failure) {
      _ = try Connection.inMemory().rows("SELECT 1") { row in row.value(-1) }
    }
  }

  @Test func `A query without a row has no first integer`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try Connection.inMemory().integer("SELECT 1 WHERE 0")
    }
    #expect(error.code == .mismatch)
    #expect(try Connection.inMemory().first("SELECT 1 WHERE 0") { _ in 1 } == nil)
  }
}
