import Testing

/// Frames that slide: what has left must leave no trace.
@Suite struct FrameTests {
  /// The functions with their arguments.
  static let calls = [
    "corr(y, x)", "spearman(y, x)", "kendall(y, x)", "regr_slope(y, x)", "regr_intercept(y, x)",
    "median(x)", "quantile(x, 0.25)", "stddev(x)", "mad(x)", "ewma(x, 7)", "effective_n(x, y)",
    "stddev_samp(x)", "stddev_pop(x)", "variance(x)", "var_samp(x)", "var_pop(x)",
    "regr_r2(y, x)", "lagged_corr(y, x, 21, day)", "effective_n(y, x, day)", "ewma(x, 7, day)",
  ]

  /// Frames as SQL states them, and as a condition on the rows `f` in the frame of `r`.
  static let frames: [(window: String, condition: String)] = [
    ("ORDER BY id ROWS 13 PRECEDING", "f.id BETWEEN r.id - 13 AND r.id"),
    (
      "ORDER BY id ROWS BETWEEN 20 PRECEDING AND 5 PRECEDING",
      "f.id BETWEEN r.id - 20 AND r.id - 5"
    ),
    (
      "ORDER BY k RANGE BETWEEN 9 PRECEDING AND 3 FOLLOWING",
      "f.k BETWEEN r.k - 9 AND r.k + 3"
    ),
    (
      "PARTITION BY id % 3 ORDER BY id ROWS 9 PRECEDING",
      "f.id % 3 = r.id % 3 AND f.id BETWEEN r.id - 27 AND r.id"
    ),
  ]

  /// Random days, some unknown; in the midst a value that would drown all others
  /// in a running sum.
  private func fill(_ database: Database, seed: Int) throws {
    _ = try database.rows(
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY, k, x, y,
        day AS (date('2026-01-01', (id * 7 % 181) || ' days')))
      """)
    var state = UInt64(seed)
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var k = 0
    for id in 1...180 {
      k += next(3)
      let x = id == 70 ? "1e15" : next(6) == 0 ? "NULL" : "\(Double(next(210)) / 10)"
      let y = next(6) == 0 ? "NULL" : "\(next(11))"
      _ = try database.rows("INSERT INTO t VALUES (\(id), \(k), \(x), \(y))")
    }
  }

  @Test(arguments: calls, 1...2)
  func `A frame gives to the last bit what its rows alone give`(
    _ call: String, _ seed: Int
  ) throws {
    let database = try Database()
    try fill(database, seed: seed)
    for (window, condition) in Self.frames {
      let sliding = try database.numbers(
        "SELECT \(call) OVER (\(window)) FROM t AS r ORDER BY id")
      let alone = try database.numbers(
        """
        SELECT (SELECT \(call) FROM (SELECT * FROM t AS f WHERE \(condition) ORDER BY f.id))
        FROM t AS r ORDER BY id
        """)
      #expect(sliding == alone, "\(window)")
      #expect(sliding.contains { $0 != [nil] })
    }
  }

  @Test func `Frames without rows are NULL and every partition begins anew`() throws {
    let database = try Database()
    try database.make(
      "t", columns: ["g", "x"], rows: [[1, 1], [1, 2], [2, 30], [2, 40], [3, nil]])
    let found = try database.numbers(
      """
      SELECT median(x) OVER (PARTITION BY g ORDER BY x ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING),
             median(x) OVER (PARTITION BY g ORDER BY x), ewma(x, 3) OVER (PARTITION BY g ORDER BY x),
             median(x) FILTER (WHERE x > 1) OVER (PARTITION BY g ORDER BY x)
      FROM t ORDER BY g, x
      """)
    #expect(
      found == [
        [nil, 1, 1, nil], [1, 1.5, 1.5, 2], [nil, 30, 30, 30], [30, 35, 35, 35],
        [nil, nil, nil, nil],
      ])
  }

  @Test func `Many rows pass through a small frame`() throws {
    let database = try Database()
    let found = try database.number(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      SELECT sum(m) FROM (SELECT median(i) OVER (ORDER BY i ROWS 100 PRECEDING) AS m FROM n)
      """)
    // The first hundred frames are shorter; the others' middle lies 50 behind.
    var expected = 0.0
    for i in 1...20_000 { expected += i <= 100 ? Double(i + 1) / 2 : Double(i - 50) }
    #expect(found == expected)
  }
}
