import CSQLite
import CivilDay
import Correlator
import Testing

@testable import SQLFunctions

@Suite struct FunctionTests {
  let database: Database

  init() throws { database = try Database() }

  @Test func `Nothing gives NULL`() throws {
    for call in FrameTests.calls {
      let sql =
        "SELECT \(call) FROM (SELECT NULL AS x, NULL AS y, 1 AS id, '2026-01-01' AS day) WHERE id "
      #expect(try database.numbers(sql + "> 1") == [[nil]], "\(call)")
      #expect(try database.numbers(sql + "= 1") == [[nil]], "\(call)")
    }
  }

  @Test func `One row and two give what SQL 2003 says`() throws {
    let one = try database.numbers(
      """
      SELECT corr(y, x), regr_slope(y, x), regr_intercept(y, x), stddev(x), median(x),
             quantile(x, 0.3), mad(x), ewma(x, 7), spearman(y, x), kendall(y, x),
             stddev_samp(x), variance(x), var_samp(x), stddev_pop(x), var_pop(x), regr_r2(y, x),
             regr_count(y, x)
      FROM (SELECT 3 AS x, 5 AS y)
      """)
    #expect(
      one == [[nil, nil, nil, nil, 3, 3, 0, 3, nil, nil, nil, nil, nil, 0, 0, nil, 1]])
    let two = try database.numbers(
      """
      SELECT corr(y, x), regr_slope(y, x), regr_intercept(y, x), median(x), spearman(y, x),
             kendall(y, x)
      FROM (SELECT 3 AS x, 5 AS y UNION ALL SELECT 4, 3)
      """)
    #expect(two == [[-1, -2, 11, 3.5, -1, -1]])
  }

  @Test func `Infinite numbers give NULL where there is no answer`() throws {
    let found = try database.numbers(
      """
      SELECT corr(y, x), regr_slope(y, x), stddev(x), median(x), mad(x), quantile(x, 1),
             ewma(x, 2), spearman(y, x)
      FROM (SELECT 9e999 AS x, 1 AS y UNION ALL SELECT 1, 2 UNION ALL SELECT 2, 3)
      """)
    #expect(found == [[nil, nil, nil, 2, 1, .infinity, nil, -0.5]])
    // What has left a frame is forgotten, also if it was infinite.
    let later = try database.numbers(
      """
      SELECT stddev(x) OVER (ORDER BY id ROWS 1 PRECEDING)
      FROM (SELECT 1 AS id, 9e999 AS x UNION ALL SELECT 2, 1 UNION ALL SELECT 3, 3)
      """)
    #expect(later[2] == [Double(2).squareRoot()])
  }

  @Test func `Spreads and shares of infinite and of equal numbers`() throws {
    let infinite = try database.numbers(
      """
      SELECT stddev(x), stddev_pop(x), variance(x), var_pop(x), regr_r2(y, x), regr_r2(x, y)
      FROM (SELECT 9e999 AS x, 1 AS y UNION ALL SELECT 9e999, 2)
      """)
    #expect(infinite == [Array(repeating: nil, count: 6)])
    let equal = try database.numbers(
      """
      SELECT stddev(x), variance(x), stddev_pop(x), var_pop(x), regr_r2(y, x), regr_r2(x, y)
      FROM (SELECT 0.1 AS x, 1 AS y UNION ALL SELECT 0.1, 2 UNION ALL SELECT 0.1, 4)
      """)
    #expect(equal == [[0, 0, 0, 0, nil, 1]])
  }

  @Test func `Counts are whole numbers`() throws {
    let found = try database.rows(
      """
      SELECT regr_count(y, x), typeof(regr_count(y, x)), typeof(weekday('2026-11-27')),
        typeof('a' REGEXP 'a')
      FROM (SELECT 1 AS x, 1 AS y UNION ALL SELECT NULL, 2 UNION ALL SELECT 3, 3)
      """)
    #expect(found == [["2", "integer", "integer", "integer"]])
    #expect(try database.rows("SELECT regr_count(1, 1) WHERE 0") == [["0"]])
  }

  @Test func `Large and small numbers keep their correlation`() throws {
    for factor in ["1e150", "1e-150"] {
      let found = try database.number(
        """
        SELECT corr(y, x) FROM (
          SELECT 1 * \(factor) AS x, 2 * \(factor) AS y
          UNION ALL SELECT 2 * \(factor), 4 * \(factor)
          UNION ALL SELECT 3 * \(factor), 5 * \(factor))
        """)
      #expect(abs(try #require(found) - 0.981_980_506_061_965_7) < 1e-14)
    }
  }

  @Test(arguments: [
    ("median('7')", "median(): argument 1 is not a number"),
    ("corr(1, x'00')", "corr(): argument 2 is not a number"),
    ("quantile(1, 1.5)", "quantile(): p must be from 0 to 1"),
    ("quantile(1, 'half')", "quantile(): argument 2 is not a number"),
    ("ewma(1, 0)", "ewma(): n must be above 0"),
    (
      "lagged_corr(1, 1, 0.5, '2026-01-01')", "lagged_corr(): lag must be a whole number of days"
    ),
    (
      "lagged_corr(1, 1, 9e18, '2026-01-01')", "lagged_corr(): lag must be a whole number of days"
    ),
    ("lagged_corr(1, 1, 1, '1.1.2026')", "lagged_corr(): the day must be YYYY-MM-DD"),
    ("lagged_corr(1, 1, 1, 20260101)", "lagged_corr(): argument 4 is not text"),
    ("lagged_corr(1, '1', 1, '2026-01-01')", "lagged_corr(): argument 2 is not a number"),
    ("effective_n(1, 1, 1)", "effective_n(): argument 3 is not text"),
    ("ewma(1, 7, '2026-13-01')", "ewma(): the day must be YYYY-MM-DD"),
    (
      "lagged_corr(1, 1, 1)",
      "lagged_corr(): the arguments are (y, x, lag, day), such as "
        + "lagged_corr(leg_pain, distance_km, 1, day)"
    ),
    ("lagged_corr(1, 1)", "wrong number of arguments to function lagged_corr()"),
    ("variance('7')", "variance(): argument 1 is not a number"),
    ("regr_r2(1, '7')", "regr_r2(): argument 2 is not a number"),
    ("regr_count('1', 7)", "regr_count(): argument 1 is not a number"),
    ("weekday('2026-02-29')", "weekday(): the day must be YYYY-MM-DD"),
    ("weekday_name(1)", "weekday_name(): argument 1 is not text"),
    ("today(1)", "wrong number of arguments to function today()"),
    ("string_agg(x'00', '')", "string_agg(): argument 1 is not text"),
    ("string_agg('a')", "wrong number of arguments to function string_agg()"),
    ("concat()", "concat(): at least one argument is needed"),
    ("concat(x'00')", "concat(): argument 1 is not text"),
    ("concat_ws(',')", "concat_ws(): a separator and at least one other argument are needed"),
    ("monday('22.11.2026')", "monday(): the day must be YYYY-MM-DD"),
    ("month(20261122)", "month(): argument 1 is not text"),
    ("hms('1:00')", "hms(): argument 1 is not a number"),
    ("pace(1, 2, 3)", "wrong number of arguments to function pace()"),
    ("corr(1)", "wrong number of arguments to function corr()"),
  ])
  func `What is no argument is refused, without its value`(_ call: String, _ message: String) {
    let failure = #expect(throws: Database.Failure.self) { try database.rows("SELECT \(call)") }
    #expect(failure?.message == message)
  }

  @Test func `A parameter is the same in all rows, and NULL if it is NULL`() throws {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows(
        "SELECT quantile(x, x) FROM (SELECT 0.5 AS x UNION ALL SELECT 0.6)")
    }
    #expect(failure?.message == "quantile(): p must be the same in all rows")
    #expect(
      try database.numbers(
        "SELECT quantile(1, NULL), ewma(1, NULL), lagged_corr(1, 1, NULL, '2026-01-01')")
        == [[nil, nil, nil]])
  }

  @Test func `Days and times are written as the program writes them`() throws {
    #expect(
      try database.rows(
        """
        SELECT weekday('2026-11-22'), weekday('2026-11-23'), weekday(NULL),
               weekday_name('2026-11-22'), weekday_name('2024-02-29'), monday('2026-11-22'), monday('2026-11-23'), month('2024-02-29'), monday(NULL),
               hms(2710), hms(3753.4), hms(0), hms(-1), hms(NULL),
               pace(10000, 3300), pace(0, 3300), pace(8200, NULL)
        """) == [
          [
            "7", "1", nil, "Sun", "Thu", "2026-11-16", "2026-11-23", "2024-02", nil, "45:10",
            "1:02:33", "0:00", nil, nil,
            "5:30", nil, nil,
          ]
        ])
  }

  @Test func `Lagged numbers are those that the Correlator gives for a diary`() throws {
    var load: [Double?] = []
    var pain: [Double?] = []
    for day in 0..<300 {
      load.append(day % 11 == 3 ? nil : Double((day * 7919) % 13))
      pain.append(day % 7 == 5 ? nil : Double((day * 104_729) % 8 + day / 60))
    }
    try database.make(
      "t", columns: ["load", "pain"], rows: zip(load, pain).map { [$0, $1] })
    let day = "date('2026-01-01', rowid || ' days')"
    let first = Day(daysSince1970: 0)
    let profile = lagProfile(
      load: DailySeries(firstDay: first, values: load),
      pain: DailySeries(firstDay: first, values: pain), lags: -3...3)
    for lag in profile {
      #expect(
        try database.number("SELECT lagged_corr(pain, load, \(lag.lag), \(day)) FROM t")
          == lag.pearson.r)
      // The pairs of a lag can also be laid side by side.
      let shifted = "lead(pain, \(lag.lag)) OVER (ORDER BY rowid) AS later"
      let found = try database.numbers(
        """
        SELECT corr(later, load), spearman(later, load), kendall(later, load),
               effective_n(load, later), effective_n(later, load), effective_n(later, load, day)
        FROM (SELECT load, \(shifted), \(day) AS day FROM t)
        """)
      let expected = [
        lag.pearson.r, lag.spearman.r, lag.kendallTau, lag.pearson.effectiveN,
        lag.pearson.effectiveN, lag.pearson.effectiveN,
      ]
      for (value, expected) in zip(found[0], expected) where lag.lag >= 0 {
        let (value, expected) = (try #require(value), try #require(expected))
        #expect(abs(value - expected) < 1e-12 * max(1, abs(expected)))
      }
    }
  }

  @Test func `The functions may stand in views and indexes of a schema that is not trusted`() throws
  {
    _ = try database.rows("PRAGMA trusted_schema = OFF")
    _ = try database.rows("CREATE TABLE t (day TEXT, x REAL)")
    _ = try database.rows("CREATE VIEW v AS SELECT monday(day) AS m, stddev(x) AS s FROM t")
    _ = try database.rows("CREATE INDEX i ON t (month(day))")
    #expect(try database.rows("SELECT s FROM v") == [[nil]])
  }
}
