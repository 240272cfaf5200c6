import Testing
import JournalModel

@testable import JournalStore

@Suite struct FunctionTests {
  let connection: Connection

  init() throws {
    connection = try Connection.inMemory()
    try connection.execute(script: "CREATE TABLE t (g TEXT, x ANY) STRICT")
  }

  private func fill(_ rows: [(String, SQLiteValue)]) throws {
    for (group, x) in rows {
      try connection.run("INSERT INTO t VALUES (?1, ?2)", .text(group), x)
    }
  }

  @Test func `A scalar function takes and gives values of every class`() throws {
    try connection.addFunction("pick", argumentCount: 1) { arguments in
      let results: [SQLiteValue] = [
        .null, 7, .integer(.min), 2.5, .real(.infinity), "", "a\0é", .blob([]), .blob([0, 255]),
      ]
      return results[try arguments.optionalInteger(0) ?? 0]
    }
    let found = try connection.table(
      "SELECT pick(0), pick(1), pick(2), pick(3), pick(4), pick(5), pick(6), pick(7), pick(8)")
    #expect(
      found == [
        [
          .null, 7, .integer(.min), 2.5, .real(.infinity), "", "a\0é", .blob([]), .blob([0, 255]),
        ]
      ])
  }

  @Test func `Arguments are read strictly, NULL as nil`() throws {
    try connection.addFunction("told", argumentCount: 3) { arguments in
      let real = try arguments.optionalReal(0).map { "\($0)" } ?? "-"
      let integer = try arguments.optionalInteger(1).map { "\($0)" } ?? "-"
      return .text("\(real) \(integer) \(try arguments.optionalText(2) ?? "-")")
    }
    #expect(try connection.value("SELECT told(2.5, 3, 'é' || char(0))") == "2.5 3 é\0")
    #expect(try connection.value("SELECT told(2, NULL, NULL)") == "2.0 - -")
    #expect(try connection.value("SELECT told(NULL, NULL, '')") == "- - ")
    for (arguments, message) in [
      ("'x', 1, ''", "argument 1 is TEXT, not a number"),
      ("x'00', 1, ''", "argument 1 is BLOB, not a number"),
      ("1, 1.0, ''", "argument 2 is REAL, not INTEGER"),
      ("1, 1, 5", "argument 3 is INTEGER, not TEXT"),
    ] {
      let error = try #require(throws: SQLiteError.self) {
        try connection.value("SELECT told(\(arguments))")
      }
      #expect(error.code == .mismatch)
      #expect(error.message == message)
    }
  }

  @Test func `A function may take any number of arguments`() throws {
    try connection.addFunction("count_nulls", argumentCount: -1) { arguments in
      .integer((0..<arguments.count).count { arguments.isNull($0) })
    }
    #expect(try connection.value("SELECT count_nulls()") == 0)
    #expect(try connection.value("SELECT count_nulls(NULL, 1, NULL, 'x')") == 2)
  }

  @Test func `What a closure throws fails the statement with its words`() throws {
    struct Odd: Error, CustomStringConvertible { let description = "odd number" }
    try connection.addFunction("even", argumentCount: 1) { arguments in
      let number = try arguments.optionalInteger(0) ?? 0
      guard number != 13 else { throw SQLiteError(.tooBig, "thirteen") }
      guard number.isMultiple(of: 2) else { throw Odd() }
      return .integer(number)
    }
    let odd = try #require(throws: SQLiteError.self) { try connection.value("SELECT even(1)") }
    #expect(odd.code == .error)
    #expect(odd.message == "odd number")
    let big = try #require(throws: SQLiteError.self) { try connection.value("SELECT even(13)") }
    #expect(big.code == .tooBig)
    #expect(big.message == "thirteen")
    #expect(try connection.value("SELECT even(4)") == 4)
  }

  @Test func `An aggregate gives its initial state for an empty group`() throws {
    try addList("list")
    #expect(try connection.value("SELECT list(x) FROM t") == "")
    #expect(try connection.column("SELECT list(x) FROM t GROUP BY g").isEmpty)
    #expect(try connection.value("SELECT list(x) FILTER (WHERE g = 'none') FROM t") == "")
  }

  @Test func `An aggregate keeps its groups apart and sees NULLs`() throws {
    try addList("list")
    try fill([("a", 1), ("b", 2), ("a", nil), ("b", 3), ("c", nil), ("a", 4)])
    #expect(
      try connection.table("SELECT g, list(x), list(DISTINCT x) FROM t GROUP BY g ORDER BY g")
        == [["a", "1 - 4", "1 - 4"], ["b", "2 3", "2 3"], ["c", "-", "-"]])
    #expect(try connection.value("SELECT list(x) || list(-x) FROM t WHERE g = 'b'") == "2 3-2 -3")
  }

  @Test func `An aggregate fails with what its closures throw`() throws {
    try connection.addAggregate(
      "picky", argumentCount: 1, initial: { 0 },
      step: { state, arguments in state += try arguments.optionalInteger(0) ?? 0 },
      result: { state in
        guard state < 10 else { throw SQLiteError(.tooBig, "too much") }
        return .integer(state)
      })
    try fill([("a", 1), ("a", 2), ("b", "x"), ("c", 99)])
    #expect(try connection.value("SELECT picky(x) FROM t WHERE g = 'a'") == 3)
    for (condition, message) in [
      ("g = 'b'", "argument 1 is TEXT, not INTEGER"), ("g <> 'b'", "too much"),
    ] {
      let error = try #require(throws: SQLiteError.self) {
        try connection.column("SELECT picky(x) FROM t WHERE \(condition) GROUP BY g")
      }
      #expect(error.message == message)
    }
    #expect(try connection.value("SELECT picky(x) FROM t WHERE g = 'a'") == 3)
  }

  @Test(arguments: [
    "ROWS BETWEEN 3 PRECEDING AND CURRENT ROW", "ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING",
    "ROWS BETWEEN 2 FOLLOWING AND 4 FOLLOWING", "ROWS BETWEEN 5 PRECEDING AND 3 PRECEDING",
    "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
    "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
    "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
    "ROWS BETWEEN CURRENT ROW AND CURRENT ROW", "ROWS BETWEEN 100 PRECEDING AND 100 FOLLOWING",
    "ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW",
  ])
  func `A window function slides over its frame as a naive recomputation does`(
    _ frame: String
  ) throws {
    try addList("listed")
    var random = SplitMix64(state: 11)
    try fill(
      (0..<120).map { _ in
        let x = Int.random(in: -1...20, using: &random)
        return (["a", "b", "c"].randomElement(using: &random) ?? "", x < 0 ? .null : .integer(x))
      })
    // group_concat is SQLite's own, and written by others.
    let rows = try connection.table(
      """
      SELECT listed(x) OVER w, coalesce(group_concat(ifnull(x, '-'), ' ') OVER w, '')
      FROM t
      WINDOW w AS (PARTITION BY g ORDER BY rowid \(frame))
      """)
    #expect(rows.count == 120)
    for row in rows { #expect(row[0] == row[1]) }
  }

  @Test func `A window function is an aggregate too`() throws {
    try addList("listed")
    try fill([("a", 1), ("b", 2), ("a", 3)])
    #expect(try connection.column("SELECT listed(x) FROM t GROUP BY g") == ["1 3", "2"])
    #expect(try connection.value("SELECT listed(x) FROM t WHERE 0") == "")
  }

  @Test func `A function can be replaced, and is refused with impossible arguments`() throws {
    try connection.addFunction("f", argumentCount: 0) { _ in 1 }
    try connection.addFunction("f", argumentCount: 0) { _ in 2 }
    #expect(try connection.value("SELECT f()") == 2)
    #expect(throws: SQLiteError.self) {
      try connection.addFunction("f", argumentCount: 1_000) { _ in 1 }
    }
    #expect(throws: SQLiteError.self) {
      try connection.addFunction(String(repeating: "f", count: 300), argumentCount: 0) { _ in 1 }
    }
  }

  /// Adds a function that lists its arguments, both as aggregate and in windows.
  private func addList(_ name: String) throws {
    let told: ([Int?]) -> SQLiteValue = { list in
      .text(list.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " "))
    }
    if name == "list" {
      try connection.addAggregate(
        name, argumentCount: 1, initial: { [Int?]() },
        step: { state, arguments in state.append(try arguments.optionalInteger(0)) }, result: told)
    } else {
      try connection.addWindowFunction(
        name, argumentCount: 1, initial: { [Int?]() },
        step: { state, arguments in state.append(try arguments.optionalInteger(0)) },
        inverse: { state, arguments in
          // What leaves is what came first.
          let left = state.removeFirst()
          guard left == (try arguments.optionalInteger(0)) else {
            throw SQLiteError(.error, "another row left than the oldest")
          }
        }, result: told)
    }
  }
}
