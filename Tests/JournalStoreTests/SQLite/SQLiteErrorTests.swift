import CSQLite
import Testing

@testable import JournalStore

@Suite struct SQLiteErrorTests {
  /// Statements that fail while they run, with values in every role that SQLite
  /// is known to quote in its messages, and the values' number.
  private static let failing: [(sql: String, values: Int)] = [
    ("SELECT json_extract('{}', ?1)", 1),
    ("SELECT json_extract(?1, '$.a')", 1),
    ("SELECT json_set('{}', ?1, ?2)", 2),
    ("SELECT json_remove('[1]', ?1)", 1),
    ("SELECT * FROM json_each('{}', ?1)", 1),
    ("SELECT 'a' LIKE 'b' ESCAPE ?1", 1),
    ("SELECT * FROM pragma_table_info('t', ?1)", 1),
    ("SELECT load_extension(?1)", 1),
    ("ATTACH '/nowhere/' || ?1 AS other", 1),
    ("DETACH ?1", 1),
    ("VACUUM INTO '/nowhere/' || ?1", 1),
    ("SELECT * FROM words WHERE words MATCH ?1", 1),
    ("INSERT INTO words (words) VALUES (?1)", 1),
    ("SELECT snippet(words, ?1, 'a', 'b', 'c', 1) FROM words('x') WHERE fail(?2)", 2),
    ("INSERT INTO t (a) VALUES (?1)", 1),
    ("INSERT INTO t (b) VALUES (?1)", 1),
    ("INSERT INTO t (c) VALUES (?1)", 1),
    ("INSERT INTO t (d) VALUES (?1), (?1)", 1),
    ("INSERT INTO t (id) VALUES (?1)", 1),
    ("INSERT INTO t (e) VALUES (?1)", 1),
    ("INSERT INTO t (f) VALUES (?1)", 1),
    ("SELECT fail(?1)", 1),
    ("SELECT zeroblob(2000000000) || ?1", 1),
    ("SELECT strict(?1)", 1),
    ("SELECT abs(-9223372036854775808) + ?1", 1),
  ]

  private static func database() throws -> Connection {
    let connection = try Connection.inMemory()
    // `fail` stands for a closure that takes no care of what it is given.
    struct Careless: Error, CustomStringConvertible { let description: String }
    try connection.addFunction("fail", argumentCount: 1, traits: .deterministic) { arguments in
      throw Careless(description: "failed on \(try arguments.optionalText(0) ?? "nothing")")
    }
    try connection.addFunction("strict", argumentCount: 1, traits: .deterministic) { arguments in
      guard case .integer = arguments.value(0) else {
        throw SQLiteError(.mismatch, "argument 1 is not INTEGER")
      }
      return arguments.value(0)
    }
    try connection.execute(
      script: """
        CREATE VIRTUAL TABLE words USING fts5(text);
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE t (
          id INTEGER PRIMARY KEY,
          a INTEGER CHECK (a < 0),
          b TEXT CHECK (length(b) < 2),
          c INTEGER,
          d TEXT UNIQUE,
          e TEXT REFERENCES parent (id),
          f TEXT
        ) STRICT;
        CREATE TRIGGER guard BEFORE INSERT ON t WHEN NEW.f IS NOT NULL BEGIN
          SELECT RAISE(ABORT, 'f is kept empty');
        END;
        """)
    return connection
  }

  @Test func `A bound value is in no part of any error`() throws {
    let connection = try Self.database()
    var random = SplitMix64(state: 7)
    var failures = 0
    for (sql, count) in Self.failing {
      for _ in 0..<20 {
        let secret = Self.secret(&random)
        do {
          _ = try connection.rows(sql, Array(repeating: .text(secret), count: count)) { $0.count }
        } catch {
          failures += 1
          let told = "\(error) \(error.message) \(error.sql ?? "") \(String(reflecting: error))"
          // Part of a value gives it away too, as JSON paths are cut off.
          for part in secret.split(whereSeparator: { !$0.isLetter }) {
            #expect(!told.contains(part), "\(sql): \(told)")
          }
          #expect(error.sql == sql)
        }
      }
    }
    #expect(failures >= 20 * 20)
  }

  /// Words with the punctuation that JSON paths and search terms react to.
  private static func secret(_ random: inout SplitMix64) -> String {
    let words = ["sciatica", "Gabapentin", "jambe", "Zwölf", "flaring"]
    let marks = ["$.", "$[", "\"", "'", ":", "/", " AND ", "(", "*"]
    return (0..<3).map { _ in
      (marks.randomElement(using: &random) ?? "") + (words.randomElement(using: &random) ?? "")
    }.joined()
  }

  @Test func `A number bound to a JSON path stays out of the error`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try Connection.inMemory().value("SELECT json_extract('{}', ?1)", 1_234_567)
    }
    #expect(!"\(error)".contains("1234567"))
  }

  @Test func `Without values the message is SQLite's own`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try Connection.inMemory().value("SELECT json_extract('{}', 'x')")
    }
    #expect(error.message.contains("JSON path error near 'x'"))
  }

  @Test(
    arguments: [
      ("INSERT INTO t (a) VALUES (?1)", 1, "CHECK constraint failed: a < 0"),
      ("INSERT INTO t (c) VALUES (?1)", "x", "cannot store TEXT value in INTEGER column t.c"),
      ("INSERT INTO t (e) VALUES (?1)", "x", "FOREIGN KEY constraint failed"),
      ("INSERT INTO t (f) VALUES (?1)", "x", "f is kept empty"),
      ("SELECT strict(?1)", "x", "argument 1 is not INTEGER"),
    ] as [(String, SQLiteValue, String)])
  func `What names the schema and no value is told also with values`(
    _ sql: String, _ value: SQLiteValue, _ message: String
  ) throws {
    let connection = try Self.database()
    let error = try #require(throws: SQLiteError.self) { try connection.value(sql, value) }
    #expect(error.message == message)
  }

  @Test(arguments: [
    (CSQLITE_CONSTRAINT_UNIQUE, SQLiteError.Code.constraintUnique),
    (CSQLITE_CONSTRAINT_UNIQUE, .constraint), (SQLITE_CONSTRAINT, .constraint),
    (CSQLITE_BUSY_SNAPSHOT, .busy), (CSQLITE_BUSY_SNAPSHOT, .busySnapshot),
    (CSQLITE_READONLY_DIRECTORY, .readOnly),
  ])
  func `A catch clause matches the extended and the primary code`(
    _ raw: Int32, _ pattern: SQLiteError.Code
  ) {
    do {
      throw SQLiteError(SQLiteError.Code(rawValue: raw), "made up")
    } catch pattern {
      // As it should.
    } catch {
      Issue.record("\(error) was not caught")
    }
  }

  @Test(arguments: [
    (SQLITE_CONSTRAINT, SQLiteError.Code.constraintUnique),
    (CSQLITE_CONSTRAINT_CHECK, .constraintUnique), (SQLITE_BUSY, .busySnapshot),
    (SQLITE_ERROR, .constraint),
  ])
  func `A catch clause lets other codes pass`(_ raw: Int32, _ pattern: SQLiteError.Code) {
    #expect(!(pattern ~= SQLiteError(SQLiteError.Code(rawValue: raw), "made up")))
    #expect(!(pattern ~= CancellationError()))
  }

  @Test(arguments: [
    ("SELECT nosuch", 7), ("SELECT 1 FROM nowhere", 14), ("SELECT 'é', nosuch", 13),
    ("SELEC 1", 0),
  ])
  func `A mistake is placed in UTF-8 bytes`(_ sql: String, _ offset: Int) throws {
    let error = try #require(throws: SQLiteError.self) {
      _ = try Connection.inMemory().prepare(sql)
    }
    #expect(error.code == .error)
    #expect(error.sql == sql)
    // Tables that do not exist are placed by some versions only.
    #expect(error.offset == offset || sql.contains("nowhere"))
  }

  @Test func `The description tells message and code and not the statement`() {
    let error = SQLiteError(.constraintCheck, "it does not hold", sql: "SELECT 'secret'")
    #expect(error.description == "it does not hold (SQLite code 275)")
    #expect("\(error)" == error.description)
  }

  @Test(arguments: [
    ("INSERT INTO t (id) VALUES (1), (1)", SQLiteError.Code.constraintPrimaryKey),
    ("INSERT INTO t (d) VALUES ('x'), ('x')", .constraintUnique),
    ("INSERT INTO t (a) VALUES (1)", .constraintCheck),
    ("INSERT INTO t (c) VALUES ('x')", .constraintDatatype),
    ("INSERT INTO t (e) VALUES ('x')", .constraintForeignKey),
    ("INSERT INTO t (f) VALUES ('x')", .constraintTrigger),
    ("SELECT zeroblob(2000000000)", .tooBig),
    ("SELECT nosuch", .error),
  ])
  func `The code is the extended one`(_ sql: String, _ code: SQLiteError.Code) throws {
    let connection = try Self.database()
    let error = try #require(throws: SQLiteError.self) { try connection.value(sql) }
    #expect(error.code == code)
  }
}
