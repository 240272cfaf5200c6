import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

/// What a SELECT over the table `csv` makes of a file.
@Suite struct ImportMappingTests {
  let journal: Journal

  init() throws {
    journal = try Journal.inMemory()
    try journal.log(.footwear, ["name": "pegasus"])
  }

  private static let header = "date,km,kind"
  /// The second and the fourth row are too far to be runs.
  private static let rows = [
    "2026-01-03,5,easy", "2026-01-01,5000,easy", "2026-01-02,7,long", "2026-01-02,9000,long",
  ]

  /// The distances of the runs in the journal, in order of their ids.
  private var distances: [SQLiteValue] {
    get throws { try journal.connection.column("SELECT distance_m FROM run ORDER BY id") }
  }

  @Test(
    arguments: [
      "SELECT date AS day, km * 1000 AS distance_m FROM csv",
      "  \n select date as day, km * 1000 as distance_m from csv;",
      "-- mine\nSELECT date AS day, km * 1000 AS distance_m FROM csv -- all\n;",
      "SELECT date AS day, km * 1000 AS distance_m FROM csv AS c",
      "SELECT date AS day, km * 1000 AS distance_m FROM temp.csv WHERE kind IN ('easy', 'long')",
      "SELECT date AS day, (SELECT 1000) * km AS distance_m FROM csv",
      "SELECT date AS day, km * 1000 AS distance_m, 'from (a) ''file' AS note FROM csv",
      "SELECT date AS day, km * 1000 AS distance_m, kind IS DISTINCT FROM 'x' AS rpe FROM csv",
      "SELECT csv.date AS day, csv.km * 1000 AS distance_m FROM csv JOIN footwear",
      """
      SELECT date AS day, km * 1000 AS distance_m, footwear.id AS footwear_id
      FROM csv LEFT JOIN footwear ON footwear.name = csv.kind
      """,
      "WITH f (m) AS (SELECT 1000) SELECT date AS day, km * m AS distance_m FROM csv, f",
      "WITH c AS (SELECT _rowid_ AS _line, * FROM csv) SELECT date AS day, km * 1000 AS distance_m, _line FROM c",
      "SELECT _rowid_ AS _line, date AS day, km * 1000 AS distance_m FROM csv WHERE 1 UNION SELECT 0, '', 0 WHERE 0",
      "SELECT day, distance_m, _line FROM (SELECT date AS day, km * 1000 AS distance_m, _rowid_ AS _line FROM csv)",
    ])
  func `Rows go where the SELECT says, and refused ones tell their line`(_ select: String) throws {
    let report = try journal.importRows(Self.header, Self.rows, select)
    #expect(report.added == 2)
    #expect(report.refused == 2)
    #expect(report.refusals.map(\.line) == [3, 5])
    #expect(
      report.refusals.map(\.reason)
        == Array(repeating: "distance_m must be a number above 0, up to 1000000.", count: 2))
    #expect(try distances == [5_000.0, 7_000.0])
  }

  @Test(arguments: [
    "WITH c AS (SELECT * FROM csv) SELECT date AS day, km * 1000 AS distance_m FROM c",
    "SELECT DISTINCT date AS day, km * 1000 AS distance_m FROM csv",
    "SELECT distinct date AS day, km * 1000 AS distance_m FROM csv",
    "SELECT ALL date AS day, km * 1000 AS distance_m FROM (SELECT * FROM csv LIMIT 99)",
    "SELECT date AS day, km * 1000 AS distance_m FROM csv UNION SELECT '', 1 WHERE 0",
    "SELECT '' AS day, 1 AS distance_m WHERE 0 UNION ALL SELECT date, km * 1000 FROM csv",
    "SELECT date AS day, km * 1000 AS distance_m FROM csv EXCEPT SELECT '', 1",
    "SELECT day, distance_m FROM (SELECT date AS day, km * 1000 AS distance_m FROM csv LIMIT 99)",
  ])
  func `A form that has no place for the line works without it`(_ select: String) throws {
    let report = try journal.importRows(Self.header, Self.rows, select)
    #expect(report.added == 2)
    #expect(report.refused == 2)
    #expect(report.refusals.map(\.line) == [nil, nil])
    #expect(
      try journal.connection.column("SELECT distance_m FROM run ORDER BY distance_m")
        == [5_000.0, 7_000.0])
  }

  @Test(arguments: ["1", "date", "day"])
  func `Rows can be grouped, also by the number of a column`(_ key: String) throws {
    let report = try journal.importRows(
      "date,m", ["2026-01-01,5", "2026-01-02,7", "2026-01-01,6", "2026-01-02,0.5"],
      "SELECT date AS day, sum(m) AS distance_m FROM csv GROUP BY \(key) ORDER BY 2 DESC LIMIT 5")
    #expect(report.added == 2)
    #expect(
      try journal.connection.table("SELECT day, distance_m FROM run ORDER BY id")
        == [["2026-01-01", 11.0], ["2026-01-02", 7.5]])
  }

  @Test func `The order by a column's number chooses the rows that a limit leaves`() throws {
    _ = try journal.importRows(
      "date,m", ["2026-01-01,5", "2026-01-02,7", "2026-01-03,6"],
      "SELECT date AS day, m AS distance_m FROM csv ORDER BY 2 DESC LIMIT 2")
    #expect(try distances == [7.0, 6.0])
  }

  @Test func `A group that is refused tells one of its lines`() throws {
    let report = try journal.importRows(
      "date,m", ["2026-01-01,5", "2026-01-02,-7", "2026-01-02,-1"],
      "SELECT date AS day, sum(m) AS distance_m FROM csv GROUP BY date")
    #expect(report.refusals.allSatisfy { [3, 4].contains($0.line) })
    #expect(report.refusals.count == 1)
  }

  @Test func `With the header of the table itself no mapping is needed`() throws {
    let report = try journal.importRows(
      "Day,DISTANCE_M,Footwear,note",
      ["2026-01-01,8200.5,Pegasus,easy", "2026-01-02,5000,,", "2026-01-03,,pegasus,x"])
    #expect(report.added == 2)
    #expect(
      report.refusals == [
        ImportReport.Refusal(line: 4, reason: "A run needs a distance or a duration.")
      ])
    #expect(
      try journal.connection.table("SELECT day, distance_m, footwear_id, note FROM run")
        == [["2026-01-01", 8_200.5, 1, "easy"], ["2026-01-02", 5_000.0, .null, .null]])
  }

  @Test func `Fields that look like numbers compare as numbers, and blank ones are NULL`() throws {
    _ = try journal.importRows(
      "date,m,x", ["2026-01-01,9,10", "2026-01-01,10,9", "2026-01-01,5,", "2026-01-01,6,  "],
      "SELECT date AS day, m AS distance_m, coalesce(x, 'none') AS note FROM csv WHERE m > x OR x IS NULL"
    )
    #expect(
      try journal.connection.table("SELECT distance_m, note FROM run ORDER BY id")
        == [[10.0, "9"], [5.0, "none"], [6.0, "none"]])
  }

  @Test func `Arithmetic on a blank field is unknown, never 0`() throws {
    let report = try journal.importRows(
      "date,soreness", ["2026-01-01,3", "2026-01-02,", "2026-01-03,\t "], as: .checkIn,
      "SELECT date AS day, round((5 - soreness) * 2.5) AS leg_pain FROM csv")
    #expect(report.added == 1)
    #expect(report.refused == 2)
    #expect(try journal.connection.column("SELECT leg_pain FROM check_in") == [5])
  }

  @Test(arguments: [
    "SELECT '2027-01-01', km FROM csv", "DELETE FROM csv", "INSERT INTO run VALUES (1)",
    "UPDATE csv SET km = 1 RETURNING date AS day, km AS distance_m",
    "WITH d AS (SELECT 1) DELETE FROM run", "DROP TABLE run", "ATTACH 'x' AS y", "VACUUM",
    "PRAGMA user_version = 9", "SELECT 1; SELECT 2", "SELECT load_extension('x') AS day FROM csv",
    "", "nonsense", "SELECT date AS day, km AS distance_m FROM csv; DROP TABLE run",
    "SELECT date AS day FROM csv) ; DROP TABLE run; --", "CREATE TEMP TABLE mapped AS SELECT 1",
    "SELECT date AS day, km AS distance_m FROM nowhere", "EXPLAIN SELECT * FROM csv",
    "BEGIN", "COMMIT", "SELECT date AS id, km AS distance_m FROM csv",
    "SELECT date AS day, km AS distance_m, 7 AS import_id FROM csv",
    "SELECT date AS day, km AS distance_m, km AS distance_m FROM csv",
    "SELECT date AS day, 'x' AS footwear, 1 AS footwear_id, km AS distance_m FROM csv",
    "SELECT abs(-9223372036854775808) AS day, km AS distance_m FROM csv",
  ])
  func `A mapping that cannot be, or does more than read, leaves nothing behind`(
    _ select: String
  ) throws {
    let before = try journal.dump()
    #expect(throws: (any Error).self) { try journal.importRows(Self.header, Self.rows, select) }
    #expect(try journal.dump() == before)
    #expect(!journal.connection.isInTransaction)
    #expect(try journal.connection.column("SELECT name FROM sqlite_temp_schema").isEmpty)
    #expect(try journal.connection.integer("PRAGMA user_version") == allMigrations.count)
    // And the next import works.
    #expect(
      try journal.importRows("day,distance_m", ["2026-01-01,5"]).importID == 1)
  }

  @Test func `A field that the table lacks is named with those that it has`() throws {
    let error = try #require(throws: JournalError.self) {
      try journal.importRows(
        "day,soreness", ["2026-01-01,3"], as: .dayMark, "SELECT day, soreness * 2 FROM csv")
    }
    #expect(
      "\(error)" == "Unknown field 'soreness * 2' in day_mark; choose from: day, kind.")
    #expect(throws: JournalError.invalid(FieldProblem("day", "is missing"))) {
      try journal.importRows("a", ["1"], "SELECT a AS distance_m FROM csv")
    }
    #expect(throws: JournalError.invalid(FieldProblem("day", "is given twice"))) {
      try journal.importRows("a", ["1"], "SELECT a AS day, a AS DAY FROM csv")
    }
  }

  @Test(
    arguments: [
      ("_rowid_,day,distance_m", 2), ("rowid,_rowid_,day,distance_m", 2),
      ("oid,rowid,day,distance_m", 2), ("_line,day,distance_m", 7),
      ("select,\"from\",day,distance_m", 2),
    ] as [(String, Int)])
  func `Names that SQL uses itself are names like others`(_ header: String, _ line: Int) throws {
    let others = header.split(separator: ",").count - 2
    let row = String(repeating: "7,", count: others) + "2026-01-01,-5"
    let extra = header.hasPrefix("_line") ? ", _line" : ""
    let report = try journal.importRows(
      header, [row], "SELECT day, distance_m\(extra) FROM csv")
    #expect(report.refusals.map(\.line) == [line])
  }

  @Test(
    arguments: [
      ("SELECT a FROM csv", "SELECT a , x FROM csv"),
      ("select a from csv", "select a , x from csv"),
      ("SELECT 'FROM' FROM csv", "SELECT 'FROM' , x FROM csv"),
      ("SELECT 'it''s FROM' FROM csv", "SELECT 'it''s FROM' , x FROM csv"),
      ("SELECT \"FROM\" FROM csv", "SELECT \"FROM\" , x FROM csv"),
      ("SELECT [FROM ''] FROM csv", "SELECT [FROM ''] , x FROM csv"),
      ("SELECT `FROM` FROM csv", "SELECT `FROM` , x FROM csv"),
      ("SELECT a -- FROM b\n FROM csv", "SELECT a -- FROM b\n , x FROM csv"),
      ("SELECT a /* FROM */ FROM csv", "SELECT a /* FROM */ , x FROM csv"),
      ("SELECT (SELECT 1 FROM b) FROM csv", "SELECT (SELECT 1 FROM b) , x FROM csv"),
      (
        "WITH b AS (SELECT 1 FROM c) SELECT a FROM b",
        "WITH b AS (SELECT 1 FROM c) SELECT a , x FROM b"
      ),
      ("SELECT a IS DISTINCT FROM b FROM csv", "SELECT a IS DISTINCT FROM b , x FROM csv"),
      ("SELECT a-b/c FROM csv", "SELECT a-b/c , x FROM csv"),
      ("SELECT fromage, afrom FROM csv", "SELECT fromage, afrom , x FROM csv"),
      ("SELECT é FROM csv", "SELECT é , x FROM csv"),
      ("SELECT DISTINCT a FROM csv", nil), ("SELECT a FROM b UNION SELECT c FROM d", nil),
      ("SELECT 1", nil), ("", nil), ("VALUES (1)", nil), ("SELECT 'a FROM", nil),
      ("SELECT (a FROM b", nil),
      ("FROM csv SELECT a", nil), ("SELECT a /* FROM csv", nil), ("SELECT 1 -", nil),
    ] as [(String, String?)])
  func `One more column goes before the FROM of the outermost SELECT`(
    _ select: String, _ expected: String?
  ) {
    #expect(insertingColumn("x", into: select) == expected)
  }
}
