import Testing

@testable import JournalCLI

@Suite struct SQLCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.results("pain", "4")
    return desk
  }

  /// One value of each type, and one that has to be quoted.
  private let values =
    "SELECT 1 AS whole, 2.5 AS fraction, 'a' AS text, x'00ff' AS blob, NULL AS none"

  @Test func `Values print as a table`() throws {
    #expect(
      try desk().nerve("sql", values)
        == Transcript(
          output: """
            whole  fraction  text  blob  none
            -----  --------  ----  ----  ----
                1       2.5  a     00ff

            """))
  }

  @Test func `JSON keeps the types of values`() throws {
    #expect(
      try desk().results("sql", values, "--json") == """
        [
          {
            "whole": 1,
            "fraction": 2.5,
            "text": "a",
            "blob": "00ff",
            "none": null
          }
        ]

        """)
    #expect(try desk().results("sql", "SELECT 1 AS a WHERE 0", "--json") == "[]\n")
  }

  /// RFC 4180: CRLF, quotes where they are needed and doubled inside.
  @Test(arguments: [
    ("SELECT 1 AS a, 2.5 AS b", "a,b\r\n1,2.5\r\n"),
    ("SELECT 'x,y' AS a, 'x\"y' AS b", "a,b\r\n\"x,y\",\"x\"\"y\"\r\n"),
    ("SELECT 'x' || char(10) || 'y' AS a", "a\r\n\"x\ny\"\r\n"),
    ("SELECT NULL AS a, '' AS b", "a,b\r\n,\"\"\r\n"),
    ("SELECT NULL AS a", "a\r\n\"\"\r\n"),
    ("SELECT 1 AS \"a,b\"", "\"a,b\"\r\n1\r\n"),
    ("SELECT x'0aff' AS a", "a\r\n0aff\r\n"),
    ("SELECT 1 AS a WHERE 0", "a\r\n"),
    ("SELECT 'Läufer' AS a", "a\r\nLäufer\r\n"),
  ])
  func `CSV is that of RFC 4180`(sql: String, csv: String) throws {
    #expect(try desk().results("sql", sql, "--format", "csv") == csv)
  }

  @Test func `Markdown escapes what would break its table`() throws {
    #expect(
      try desk().results("sql", "SELECT 'a|b' AS a, 1 AS n", "--format", "markdown") == """
        | a    |   n |
        | :--- | --: |
        | a\\|b |   1 |

        """)
  }

  @Test func `More rows than fit a buffer arrive in every format`() throws {
    let desk = try desk()
    let sql = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) \
      SELECT i FROM n
      """
    let csv = desk.results("sql", sql, "--format", "csv").split(separator: "\r\n")
    #expect(csv.count == 20_001)
    #expect(csv.last == "20000")
    let json = try ReadJSON(desk.results("sql", sql, "--json"))
    #expect(json.array.count == 20_000)
    #expect(json[19_999]["i"].number == 20_000)
  }

  /// SQLite finds the overflow only when it comes to the second row.
  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `A statement that fails on its way prints nothing`(format: String) throws {
    let sql = "SELECT 1 AS a UNION ALL SELECT abs(-9223372036854775807 - 1)"
    #expect(
      try desk().nerve("sql", sql, "--format", format)
        == Transcript(1, messages: "nerve: The SQL cannot be run: integer overflow.\n"))
  }

  @Test(arguments: [
    "SELECT * FROM day", "SELECT * FROM week", "SELECT * FROM month", "SELECT * FROM rating",
    "SELECT * FROM footwear_use", "SELECT * FROM run_response", "SELECT * FROM day_rating",
    "SELECT * FROM \"change\"; -- all", "WITH a AS (SELECT 1) SELECT * FROM a",
    "PRAGMA table_info(run)", "PRAGMA user_version", "EXPLAIN QUERY PLAN SELECT * FROM run",
  ])
  func `Whatever only reads is answered`(sql: String) throws {
    #expect(try desk().nerve("sql", sql).status == 0)
  }

  @Test(arguments: [
    "DELETE FROM check_in", "INSERT INTO setting (name, value) VALUES ('a', 'b')",
    "UPDATE check_in SET leg_pain = 0", "DROP TABLE run", "CREATE TABLE t (a)",
    "CREATE TEMP TABLE t (a)", "ATTACH '/tmp/x' AS x", "DETACH main", "VACUUM INTO '/tmp/x'",
    "PRAGMA user_version = 9", "PRAGMA journal_mode = DELETE", "PRAGMA writable_schema = ON",
    "BEGIN", "REINDEX", "ANALYZE", "SELECT load_extension('x')",
    "WITH a AS (SELECT 1) DELETE FROM check_in",
  ])
  func `Whatever writes is refused`(sql: String) throws {
    let desk = try desk()
    let before = try desk.dump()
    let transcript = desk.nerve("sql", sql)
    #expect(transcript.status == 1)
    #expect(transcript.output.isEmpty)
    #expect(transcript.messages.hasPrefix("nerve: "))
    #expect(transcript.messages.split(separator: "\n").count == 1)
    #expect(try desk.dump() == before)
  }

  @Test func `A statement can come from standard input`() throws {
    let desk = try desk()
    let binary = try BuiltBinary()
    let transcript = try binary.run(
      ["sql", "-", "--format", "csv", "--journal", desk.folder["journal.sqlite"]],
      input: .text("SELECT leg_pain\nFROM check_in\n"))
    #expect(transcript == Transcript(output: "leg_pain\r\n4\r\n"))
  }
}
