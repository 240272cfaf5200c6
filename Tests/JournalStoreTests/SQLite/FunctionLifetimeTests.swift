import Testing
import JournalModel

@testable import JournalStore

/// What functions written in Swift hold on to, and for how long.
@Suite struct FunctionLifetimeTests {
  /// Counts the objects that are alive.
  private final class Counter {
    var alive = 0
    var made = 0
  }

  /// An object that is counted.
  private final class Counted {
    private let counter: Counter
    var values: [Int] = []

    init(_ counter: Counter) {
      self.counter = counter
      counter.alive += 1
      counter.made += 1
    }

    deinit { counter.alive -= 1 }
  }

  private let counter = Counter()
  private let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(
      script: """
        CREATE TABLE t (g, x);
        INSERT INTO t
          WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299)
          SELECT i / 3, i FROM n;
        """)
    try connection.addWindowFunction(
      "total", argumentCount: 1, initial: { [counter] in Counted(counter) },
      step: { state, arguments in
        let x = try arguments.optionalInteger(0) ?? 0
        guard x != -1 else { throw SQLiteError(.error, "minus one") }
        state.values.append(x)
      },
      inverse: { state, arguments in
        guard try arguments.optionalInteger(0) != -2 else { throw SQLiteError(.error, "minus two") }
        state.values.removeFirst()
      },
      result: { state in
        let sum = state.values.reduce(0, +)
        guard sum != 777 else { throw SQLiteError(.error, "lucky") }
        return .integer(sum)
      })
  }

  /// Queries whose states are many, empty, failing, or thrown away.
  @Test(arguments: [
    "SELECT total(x) FROM t",
    "SELECT total(x) FROM t WHERE 0",
    "SELECT total(x) FROM t GROUP BY g",
    "SELECT total(x) FILTER (WHERE x < 0), total(x) FROM t GROUP BY g",
    "SELECT total(x) OVER (PARTITION BY g ORDER BY x) FROM t",
    "SELECT total(x) OVER (ORDER BY x ROWS 2 PRECEDING) FROM t",
    "SELECT total(x) OVER (ORDER BY x ROWS BETWEEN 9 FOLLOWING AND 12 FOLLOWING) FROM t",
    "SELECT total(x) OVER (ORDER BY x ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING) FROM t",
    "SELECT total(x) OVER (ORDER BY x ROWS 3 PRECEDING EXCLUDE TIES) FROM t",
    "SELECT total(x) OVER (ORDER BY x GROUPS 1 PRECEDING) FROM t",
    "SELECT total(iif(x = 150, -1, x)) FROM t",
    "SELECT total(iif(x = 150, -1, x)) FROM t GROUP BY g",
    "SELECT total(iif(x = 150, -1, x)) OVER (ORDER BY x ROWS 2 PRECEDING) FROM t",
    "SELECT total(iif(x = 150, -2, x)) OVER (ORDER BY x ROWS 2 PRECEDING) FROM t",
    "SELECT total(x) OVER (PARTITION BY g) FROM t WHERE total(x) > 0",
    "SELECT total(iif(x = 0, 777, 0)) FROM t",
    "SELECT total(iif(x = 3, 777, 0)) FROM t GROUP BY g",
    "SELECT total(iif(x = 3, 777, 0)) OVER (ORDER BY x ROWS CURRENT ROW) FROM t",
  ])
  func `No state stays behind, however a query ends`(_ sql: String) throws {
    // To its end or its error.
    _ = try? connection.column(sql)
    #expect(counter.alive == 0)

    // Abandoned after one row, and after some.
    for rows in [1, 7] {
      func abandon() throws {
        var statement = try connection.prepare(sql)
        for _ in 0..<rows { guard try statement.step() else { return } }
      }
      try? abandon()
      #expect(counter.alive == 0)
    }

    // Interrupted in the middle.
    var calls = 0
    connection.setProgressHandler(every: 1) {
      calls += 1
      return calls < 1_000
    }
    _ = try? connection.column(sql)
    #expect(counter.alive == 0)
  }

  @Test func `A state lives while its group is being read`() throws {
    var statement = try connection.prepare(
      "SELECT total(x) OVER (ORDER BY x ROWS 2 PRECEDING) FROM t")
    #expect(try statement.step())
    #expect(counter.alive >= 1)
    #expect(counter.made >= 1)
    statement.reset()
    #expect(counter.alive == 0)
  }

  @Test func `What a closure holds is let go with its function`() throws {
    let held = Counter()
    func capture(_ name: String, count: Int = 0) throws {
      let object = Counted(held)
      try connection.addFunction(name, argumentCount: count) { _ in
        .integer(object.values.count)
      }
    }
    try capture("f")
    #expect(held.alive == 1)
    // Replaced.
    try capture("f")
    #expect(held.alive == 1)
    // Refused.
    #expect(throws: SQLiteError.self) { try capture("g", count: 1_000) }
    #expect(held.alive == 1)
    #expect(try connection.value("SELECT f()") == 0)
  }

  @Test func `What functions hold is let go with the connection`() throws {
    let held = Counter()
    func open() throws {
      let connection = try Connection.inMemory()
      let object = Counted(held)
      try connection.addFunction("f", argumentCount: 0) { _ in .integer(object.values.count) }
      try connection.addAggregate(
        "a", argumentCount: 0, initial: { object }, step: { _, _ in },
        result: { .integer($0.values.count) })
      #expect(try connection.value("SELECT f() + a()") == 0)
      #expect(held.alive == 1)
    }
    try open()
    #expect(held.alive == 0)
  }

  @Test func `A function may use its own connection`() throws {
    let connection = connection
    try connection.addFunction("lookup", argumentCount: 1) { [unowned connection] arguments in
      try connection.value(
        "SELECT x FROM t WHERE x = ?1", .integer(try arguments.optionalInteger(0))) ?? .null
    }
    #expect(try connection.table("SELECT lookup(x) FROM t WHERE x < 3") == [[0], [1], [2]])
  }
}
