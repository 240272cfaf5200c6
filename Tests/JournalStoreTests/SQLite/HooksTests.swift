import CSQLite
import Testing
import JournalModel

@testable import JournalStore

@Suite struct HooksTests {
  let connection: Connection
  private static let endless =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(
      script: """
        CREATE TABLE t (x, secret); INSERT INTO t VALUES (1, 'a');
        CREATE VIEW v AS SELECT x, secret FROM t;
        """)
  }

  @Test func `An authorizer is told what a statement wants`() throws {
    var requests: [AuthorizerRequest] = []
    connection.setAuthorizer { request in
      requests.append(request)
      return .allow
    }
    _ = try connection.table("SELECT upper(secret) FROM v")
    #expect(
      requests.contains {
        $0.action == SQLITE_READ && $0.first == "t" && $0.second == "secret"
          && $0.database == "main" && $0.source == "v"
      })
    #expect(requests.contains { $0.action == SQLITE_FUNCTION && $0.second == "upper" })
  }

  @Test func `What an authorizer denies is refused as a whole`() throws {
    connection.setAuthorizer { $0.action == SQLITE_READ && $0.second == "secret" ? .deny : .allow }
    #expect(try connection.value("SELECT x FROM t") == 1)
    let error = try #require(throws: SQLiteError.self) { try connection.value("SELECT * FROM t") }
    #expect(error.code == .denied)
  }

  @Test func `A column that an authorizer ignores reads as NULL`() throws {
    connection.setAuthorizer {
      $0.action == SQLITE_READ && $0.second == "secret" ? .ignore : .allow
    }
    #expect(try connection.table("SELECT * FROM t") == [[1, .null]])
  }

  @Test func `A statement prepared before does not slip through`() throws {
    let sql = "SELECT secret FROM t"
    #expect(try connection.value(sql) == "a")
    connection.setAuthorizer { _ in .deny }
    #expect(throws: SQLiteError.self) { try connection.value(sql) }
    connection.setAuthorizer(nil)
    #expect(try connection.value(sql) == "a")
  }

  @Test func `A statement that runs while the authorizer comes does not slip through`() throws {
    let sql = "SELECT secret FROM t"
    _ = try connection.rows(sql) { _ in connection.setAuthorizer { _ in .deny } }
    #expect(throws: SQLiteError.self) { try connection.value(sql) }
  }

  @Test func `A statement that was denied something stays so only while it is denied`() throws {
    let sql = "SELECT secret FROM t"
    connection.setAuthorizer { $0.second == "secret" ? .ignore : .allow }
    _ = try connection.rows(sql) { row in
      #expect(row.value(0) == .null)
      connection.setAuthorizer(nil)
    }
    #expect(try connection.value(sql) == "a")
  }

  @Test func `A progress handler ends an endless query`() throws {
    var calls = 0
    connection.setProgressHandler(every: 1_000) {
      calls += 1
      return calls < 50
    }
    let error = try #require(throws: SQLiteError.self) { try connection.value(Self.endless) }
    #expect(error.code == .interrupted)
    #expect(calls == 50)
  }

  @Test func `A write that is interrupted leaves nothing of its transaction`() throws {
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction {
        try connection.run("INSERT INTO t VALUES (2, 'b')")
        connection.setProgressHandler(every: 10_000) { false }
        _ = try connection.run(
          """
          INSERT INTO t
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
          SELECT i, 'c' FROM n
          """)
      }
    }
    connection.setProgressHandler(nil)
    #expect(error.code == .interrupted)
    #expect(!connection.isInTransaction)
    #expect(try connection.column("SELECT x FROM t") == [1])
  }

  @Test func `A handler that was taken away is not asked`() throws {
    connection.setProgressHandler(every: 1) { false }
    #expect(throws: SQLiteError.self) { try connection.value("SELECT x FROM t") }
    connection.setProgressHandler(nil)
    #expect(try connection.value("SELECT x FROM t") == 1)
  }

  @Test func `A function can interrupt the statement that calls it`() throws {
    let connection = connection
    try connection.addFunction("stop_at", argumentCount: 2, traits: .deterministic) {
      [unowned connection] arguments in
      if arguments.value(0) == arguments.value(1) { connection.interrupt() }
      return arguments.value(0)
    }
    let error = try #require(throws: SQLiteError.self) {
      try connection.value(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT stop_at(i, 100) + 1 FROM n)
        SELECT count(*) FROM n
        """)
    }
    #expect(error.code == .interrupted)
    #expect(try connection.value("SELECT stop_at(1, 2)") == 1)
  }

  @Test func `Hooks hold their closures no longer than they are set`() throws {
    final class Held {}
    weak var first: Held?
    weak var second: Held?
    func set() {
      let (one, two) = (Held(), Held())
      (first, second) = (one, two)
      connection.setAuthorizer { _ in withExtendedLifetime(one) { .allow } }
      connection.setProgressHandler { withExtendedLifetime(two) { true } }
    }
    set()
    #expect(first != nil && second != nil)
    connection.setAuthorizer(nil)
    connection.setProgressHandler(nil)
    #expect(first == nil && second == nil)
  }
}
