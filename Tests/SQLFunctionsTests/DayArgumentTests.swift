import Testing

/// Functions that take the day of each row.
@Suite struct DayArgumentTests {
  static let calls = ["lagged_corr(y, x, 1, day)", "effective_n(y, x, day)", "ewma(y, 5, day)"]

  let database: Database

  init() throws {
    database = try Database()
    _ = try database.rows("CREATE TABLE t (id INTEGER PRIMARY KEY, day, x, y)")
    for id in 0..<60 {
      let x = id % 7 == 3 ? "NULL" : "\(id * 31 % 17)"
      let y = id % 11 == 5 ? "NULL" : "\(id * 13 % 9)"
      _ = try database.rows(
        "INSERT INTO t VALUES (\(id), date('2024-02-01', '\(id) days'), \(x), \(y))")
    }
  }

  @Test(arguments: calls)
  func `The order of the rows does not matter`(_ call: String) throws {
    let inOrder = try database.number("SELECT \(call) FROM (SELECT * FROM t ORDER BY day)")
    #expect(inOrder != nil)
    for order in ["day DESC", "id * 23 % 60", "y, x, id", "random()"] {
      let found = try database.number("SELECT \(call) FROM (SELECT * FROM t ORDER BY \(order))")
      #expect(found == inOrder, "\(order)")
    }
    let windows = try database.numbers(
      "SELECT \(call) OVER (ORDER BY id * 23 % 60 ROWS 1000 PRECEDING) FROM t ORDER BY id * 23 % 60"
    )
    #expect(windows.last == [inOrder])
  }

  @Test(arguments: calls)
  func `A day without a row is an unknown day`(_ call: String) throws {
    let blanked = """
      SELECT day, iif(id % 5 = 2, NULL, x) AS x, iif(id % 5 = 2, NULL, y) AS y FROM t ORDER BY day
      """
    let expected = try database.number("SELECT \(call) FROM (\(blanked))")
    #expect(expected != nil)
    #expect(try database.number("SELECT \(call) FROM t WHERE id % 5 <> 2") == expected)
    #expect(
      try database.number("SELECT \(call) FROM (SELECT * FROM t WHERE id % 5 <> 2 ORDER BY x)")
        == expected)
  }

  @Test(arguments: calls)
  func `A row without a day is left out`(_ call: String) throws {
    let expected = try database.number("SELECT \(call) FROM t")
    #expect(
      try database.number(
        "SELECT \(call) FROM (SELECT * FROM t UNION ALL SELECT 99, NULL, 100, 100)") == expected)
    #expect(
      try database.numbers("SELECT \(call) FROM (SELECT NULL AS day, 1 AS x, 2 AS y)") == [[nil]])
  }

  @Test(arguments: calls)
  func `A day with two rows is refused`(_ call: String) throws {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows(
        "SELECT \(call) FROM (SELECT * FROM t UNION ALL SELECT 99, '2024-02-09', 1, 1)")
    }
    #expect(
      failure?.message
        == "\(call.prefix { $0 != "(" })(): a day has more than one row; use GROUP BY day, or a view "
        + "with one row a day")
  }

  @Test func `A lag is from x to y`() throws {
    // y is x of the day before.
    let sql = """
      WITH days (n, x) AS (VALUES (1, 3), (2, 1), (3, 4), (4, 1), (5, 5), (6, 9)),
        t AS (SELECT date('2026-01-01', n || ' days') AS day, x,
          (SELECT x FROM days AS b WHERE b.n = a.n - 1) AS y FROM days AS a)
      SELECT lagged_corr(y, x, 1, day), lagged_corr(x, y, -1, day), lagged_corr(y, x, 0, day) FROM t
      """
    let found = try database.numbers(sql)[0]
    #expect(found[0] == 1)
    #expect(found[1] == 1)
    #expect((found[2] ?? 1) < 0.9)
  }

  @Test func `Days far apart cost no more than their span`() throws {
    let sql = """
      SELECT lagged_corr(y, x, 1, day), ewma(y, 3, day)
      FROM (SELECT 1 AS x, 2 AS y, '9999-12-31' AS day UNION ALL SELECT 2, 4, '0001-01-01')
      """
    #expect(try database.numbers(sql) == [[nil, 3]])
  }
}
