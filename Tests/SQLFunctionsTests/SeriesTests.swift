import CivilDay
import Testing

/// `generate_series`, beside Swift's own strides.
@Suite struct SeriesTests {
  let database: Database

  init() throws { database = try Database() }

  @Test func `Numbers are those of a stride`() throws {
    for start in [-7, 0, 3, 10] {
      for stop in [-9, 0, 3, 11] {
        for step in [-5, -1, 1, 2, 30] {
          let expected = stride(from: start, through: stop, by: step).map { ["\($0)"] }
          #expect(
            try database.rows("SELECT value FROM generate_series(\(start), \(stop), \(step))")
              == expected.map { $0.map(Optional.some) }, "\(start) \(stop) \(step)")
        }
      }
    }
    #expect(
      try database.rows("SELECT * FROM generate_series(2, 3.0)").compactMap { $0[0] } == ["2", "3"])
  }

  @Test func `Days are those of the calendar`() throws {
    let first = try #require(Day("2024-02-20"))
    let found = try database.rows("SELECT value FROM generate_series('2024-02-20', '2024-03-20')")
    #expect(found.map { $0[0] } == (0..<30).map { "\(first + $0)" })
    let weeks = try database.rows(
      "SELECT value, start, stop, step FROM generate_series('2024-03-20', '2024-03-01', -7)")
    #expect(
      weeks
        == ["2024-03-20", "2024-03-13", "2024-03-06"].map {
          [$0, "2024-03-20", "2024-03-01", "-7"]
        })
    #expect(
      try database.number("SELECT count(*) FROM generate_series('0001-01-01', '9999-12-31')")
        == 3_652_059)
  }

  @Test func `The largest numbers do not run over`() throws {
    let largest = "9223372036854775807"
    let found = try database.rows("SELECT value FROM generate_series(\(largest) - 1, \(largest))")
    #expect(found == [["9223372036854775806"], [largest]])
    let down = "SELECT value FROM generate_series(\(largest), -\(largest) - 1, -\(largest) - 1)"
    #expect(try database.rows(down) == [[largest], ["-1"]])
    #expect(
      try database.number("SELECT value FROM generate_series(1, \(largest)) LIMIT 1 OFFSET 999")
        == 1000)
  }

  @Test func `Its arguments may come from other tables, and NULL gives nothing`() throws {
    #expect(
      try database.rows(
        """
        SELECT a.value, b.value FROM generate_series(a.value, 3) AS b, generate_series(1, 3) AS a
        ORDER BY 1, 2
        """
      ).map { "\($0[0] ?? "")\($0[1] ?? "")" } == ["11", "12", "13", "22", "23", "33"])
    for arguments in ["NULL, 3", "1, NULL", "1, 3, NULL"] {
      #expect(try database.rows("SELECT * FROM generate_series(\(arguments))").isEmpty)
    }
    #expect(try database.rows("SELECT value FROM generate_series(1, 5) WHERE start = 2").isEmpty)
    #expect(
      try database.rows("SELECT value FROM generate_series WHERE start = 1 AND stop = 2").count == 2
    )
  }

  @Test(arguments: [
    ("1", "generate_series(): a start and a stop are needed"),
    ("", "generate_series(): a start and a stop are needed"),
    ("1, 5, 0", "generate_series(): the step must not be 0"),
    ("1, 5, 0.5", "generate_series(): the step must be a whole number"),
    ("'2026-11-01', '2026-11-02', '1'", "generate_series(): the step must be a whole number"),
    ("1.5, 5", "generate_series(): start and stop must both be whole numbers, or both days"),
    ("1, 1e300", "generate_series(): start and stop must both be whole numbers, or both days"),
    (
      "1, '2026-11-01'",
      "generate_series(): start and stop must both be whole numbers, or both days"
    ),
    (
      "'2026-11-01', 1",
      "generate_series(): start and stop must both be whole numbers, or both days"
    ),
    ("x'00', 1", "generate_series(): start and stop must both be whole numbers, or both days"),
    ("'2026-11-1', '2026-11-02'", "generate_series(): a day must be YYYY-MM-DD"),
    ("'2026-11-01', '2026-11-31'", "generate_series(): a day must be YYYY-MM-DD"),
    ("1, 2, 3, 4", "too many arguments on generate_series() - max 3"),
  ])
  func `What is no series is refused`(_ arguments: String, _ message: String) {
    let failure = #expect(throws: Database.Failure.self) {
      try database.rows("SELECT * FROM generate_series(\(arguments))")
    }
    #expect(failure?.message == message)
  }

  @Test func `It is no table, and may stand in a view of a schema that is not trusted`() throws {
    _ = try database.rows("PRAGMA trusted_schema = OFF")
    _ = try database.rows("CREATE VIEW v AS SELECT value FROM generate_series(1, 3)")
    #expect(try database.number("SELECT sum(value) FROM v") == 6)
    for statement in [
      "CREATE VIRTUAL TABLE t USING generate_series", "DROP TABLE generate_series",
      "INSERT INTO generate_series VALUES (1)", "DELETE FROM generate_series(1, 2)",
      "UPDATE generate_series SET value = 1",
    ] {
      #expect(throws: Database.Failure.self, "\(statement)") { try database.rows(statement) }
    }
  }
}
