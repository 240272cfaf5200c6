import CSQLite
import Testing

/// `string_agg`, `concat` and `concat_ws`, as PostgreSQL and SQLite 3.44 have them.
@Suite struct JoinedTextTests {
  let database: Database

  init() throws {
    database = try Database()
    _ = try database.rows("CREATE TABLE t (id INTEGER PRIMARY KEY, x, mark)")
    _ = try database.rows(
      """
      INSERT INTO t VALUES (1, 'a', '-'), (2, NULL, '+'), (3, 2.5, '/'), (4, '', NULL), (5, 'é', ', '),
        (6, 7, 8)
      """)
  }

  @Test func `Rows are joined with their own separators, without NULL`() throws {
    let found = try database.rows(
      "SELECT string_agg(x, mark), string_agg(x, ''), string_agg(x, NULL), "
        + "string_agg(x, '; ') FILTER (WHERE id > 2), string_agg(x, 'a') FILTER (WHERE id = 2) FROM t"
    )
    #expect(found == [["a/2.5, é87", "a2.5é7", "a2.5é7", "2.5; ; é; 7", nil]])
    #expect(try database.rows("SELECT string_agg(x, ',') FROM t WHERE id > 9") == [[nil]])
    #expect(try database.rows("SELECT string_agg(x, ',') FROM t WHERE id = 4") == [[""]])
  }

  @Test(arguments: [
    "ORDER BY id ROWS 1 PRECEDING", "ORDER BY id ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING",
    "ORDER BY id DESC", "ORDER BY id ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING",
    "PARTITION BY id % 2 ORDER BY id ROWS 1 PRECEDING",
    "ORDER BY id ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW",
  ])
  func `A frame has the text of its rows`(_ window: String) throws {
    let found = try database.rows(
      """
      SELECT string_agg(x, mark) OVER (\(window)) FROM t
      """)
    let texts = ["a", nil, "2.5", "", "é", "7"]
    let marks = ["-", "+", "/", "", ", ", "8"]
    let places = try database.rows(
      "SELECT json_group_array(id) OVER (\(window)) FROM t")
    for (row, place) in zip(found, places) {
      let ids = (place[0] ?? "").split { "[],".contains($0) }.compactMap { Int($0) }
      let kept = ids.filter { texts[$0 - 1] != nil }
      let joined = kept.enumerated().map { index, id in
        (index == 0 ? "" : marks[id - 1]) + (texts[id - 1] ?? "")
      }
      #expect(row[0] == (kept.isEmpty ? nil : joined.joined()), "\(window) \(ids)")
    }
  }

  @Test func `Values are joined, NULL as nothing`() throws {
    let found = try database.rows(
      """
      SELECT concat(1, NULL, 'a', 2.5), concat(NULL), concat('a'), concat_ws(', ', 'a', NULL, 3, ''),
        concat_ws(NULL, 'a', 'b'), concat_ws('-', NULL), concat_ws(1, 2, 3)
      """)
    #expect(found == [["1a2.5", "", "a", "a, 3, ", nil, "", "213"]])
    #expect(try database.rows("SELECT hex(concat('a', char(0), 'b'))") == [["610062"]])
  }

  @Test func `Texts keep to SQLite's limit of length`() throws {
    let database = try Database(longestText: 100_000)
    for (call, isShort) in [
      ("concat(a, a)", true), ("concat(a, a, a)", false), ("concat_ws(a, a, 1)", true),
      ("concat_ws(a, a, a)", false), ("string_agg(a, '')", true), ("string_agg(a, a)", false),
    ] {
      let sql =
        "SELECT length(\(call)) FROM (SELECT printf('%.*c', 40000, 'a') AS a), "
        + "generate_series(1, 2) GROUP BY CASE WHEN '\(call)' LIKE 'string%' THEN 0 ELSE value END"
      guard !isShort else {
        #expect(try database.numbers(sql).first?[0] ?? 0 >= 80_000)
        continue
      }
      let failure = #expect(throws: Database.Failure.self) { try database.rows(sql) }
      #expect(failure?.message == "string or blob too big")
    }
  }
}
