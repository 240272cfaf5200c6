import Foundation
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import Presentation

@Suite struct SQLCommandTests {
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("pain", "4")
    }
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
        [{"whole":1,"fraction":2.5,"text":"a","blob":"00ff","none":null}]

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
  @Test(arguments: QueryFormat.allCases.map(\.rawValue))
  func `A statement that fails on its way prints nothing`(format: String) throws {
    let sql = "SELECT 1 AS a UNION ALL SELECT abs(-9223372036854775807 - 1)"
    #expect(
      try desk().nerve("sql", sql, "--format", format)
        == Transcript(1, messages: "nerve: Cannot run the SQL: integer overflow.\n"))
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

  @Test(arguments: [
    ("tsv", "a\tb\n1\tx y\n\"p\tq\"\t\n"),
    ("ndjson", "{\"a\":1,\"b\":\"x y\"}\n{\"a\":\"p\\tq\",\"b\":null}\n"),
    ("line", "a = 1\nb = x y\n\na = p␉q\nb = \n"), ("plain", "1\tx y\np␉q\t\n"),
    (
      "html",
      """
      <table>
      <thead>
      <tr><th>a</th><th>b</th></tr>
      </thead>
      <tbody>
      <tr><td>1</td><td>x y</td></tr>
      <tr><td>p\tq</td><td></td></tr>
      </tbody>
      </table>

      """
    ),
  ])
  func `Every format has its form`(format: String, text: String) throws {
    let sql = "SELECT 1 AS a, 'x y' AS b UNION ALL SELECT 'p' || char(9) || 'q', NULL"
    #expect(try desk().results("sql", sql, "--format", format) == text)
  }

  @Test func `Several statements answer one after another`() throws {
    let sql = "SELECT 1 AS a; SELECT 2 AS b; ; -- the end"
    let desk = try desk()
    #expect(desk.results("sql", sql) == "a\n-\n1\n\nb\n-\n2\n")
    #expect(desk.results("sql", sql, "--json") == "[[{\"a\":1}],\n[{\"b\":2}]]\n")
    #expect(desk.results("sql", sql, "--format", "ndjson") == "{\"a\":1}\n{\"b\":2}\n")
    #expect(desk.results("sql", sql, "--format", "csv") == "a\r\n1\r\n\r\nb\r\n2\r\n")
    // A slip in the last one is met before the first one answers.
    #expect(desk.nerve("sql", "SELECT 1 AS a; SELECT b FROM run").output.isEmpty)
  }

  /// One document, whatever the statements return.
  @Test(
    arguments: [
      ("SELECT 1 AS a", [1]), ("SELECT 1 AS a;;", [1]),
      ("SELECT 1 AS a WHERE 0; SELECT 2", [0, 1]),
      ("SELECT 1 AS a WHERE 0; SELECT 2 WHERE 0; VALUES (1), (2)", [0, 0, 2]),
      ("PRAGMA user_version; EXPLAIN SELECT 1 WHERE 0; SELECT 'x]'", nil),
    ] as [(String, [Int]?)])
  func `Several results are one array of arrays`(sql: String, counts: [Int]?) throws {
    let document = try ReadJSON(desk().results("sql", sql, "--json"))
    guard let counts else { return #expect(document.array.count == 3) }
    #expect(
      counts.count == 1
        ? document.array.count == counts[0] : document.array.map(\.array.count) == counts)
  }

  @Test(arguments: [
    ("3", "integer", "3"), ("-3", "integer", "-3"), ("0", "integer", "0"), ("2.5", "real", "2.5"),
    ("1e3", "real", "1000.0"), ("0.5", "real", "0.5"), ("007", "text", "007"),
    ("pegasus 40", "text", "pegasus 40"), ("2026-01-02", "text", "2026-01-02"), ("", "text", ""),
    ("'7'", "text", "7"), ("'it''s'", "text", "it's"), ("null", "null", ""),
    ("'null'", "text", "null"),
    ("9223372036854775808", "real", "9.223372036854776e+18"), ("a=b", "text", "a=b"),
    ("--3", "text", "--3"), ("3'); DROP TABLE run; --", "text", "3'); DROP TABLE run; --"),
    ("0x10", "text", "0x10"), ("nan", "text", "nan"), ("inf", "text", "inf"),
    ("1e999", "text", "1e999"), (".5", "real", "0.5"), ("-.5", "real", "-0.5"),
    ("5.", "real", "5.0"), ("+5", "integer", "5"), ("-0", "integer", "0"),
    ("+.5e-3", "real", "0.0005"), ("1E+2", "real", "100.0"), ("0e0", "real", "0.0"),
    ("'.5'", "text", ".5"), (".", "text", "."), ("+", "text", "+"), ("-.", "text", "-."),
    (".e3", "text", ".e3"), ("1e", "text", "1e"), ("1e+", "text", "1e+"), ("+007", "text", "+007"),
    ("00.5", "text", "00.5"), ("1.2.3", "text", "1.2.3"), ("1_000", "text", "1_000"),
    (" 5", "text", " 5"), ("+-5", "text", "+-5"), ("5km", "text", "5km"), ("٣", "text", "٣"),
  ])
  func `Parameters have the type that they look like`(
    typed: String, type: String, value: String
  ) throws {
    for sign in [":", "@", "$"] {
      #expect(
        try desk().results(
          "sql", "SELECT typeof(\(sign)a), \(sign)a", "-p", "a=\(typed)", "--plain")
          == "\(type)\t\(value)\n")
    }
  }

  @Test func `Parameters without a name go by their number`() throws {
    let desk = try desk()
    #expect(desk.results("sql", "SELECT ?, ?", "-p", "1=a", "-p", "2=b", "--plain") == "a\tb\n")
    #expect(desk.results("sql", "SELECT ?2", "-p", "2=b", "--plain") == "b\n")
    #expect(
      desk.results("sql", "SELECT :a; SELECT :b", "-p", "a=1", "-p", "b=2", "--plain") == "1\n2\n")
  }

  @Test(arguments: [
    (
      "SELECT leg_pian FROM day",
      "no such column: leg_pian; did you mean leg_pain?",
      "  SELECT leg_pian FROM day\n         ^\n"
    ),
    (
      "SELECT day\nFROM dya\nLIMIT 1", "no such table: dya; did you mean day?",
      "  FROM dya\n       ^\n"
    ),
    ("SELECT foo(1)", "no such function: foo.", "  SELECT foo(1)\n         ^\n"),
    (
      "SELECT cuont(1)", "no such function: cuont; did you mean count?",
      "  SELECT cuont(1)\n         ^\n"
    ),
    (
      "SELECT 'Läufer', d.runz FROM day AS d", "no such column: d.runz; did you mean runs?",
      "  SELECT '.......', d.runz FROM day AS d\n                    ^\n"
    ),
    (
      "SELECT 1;\nSELEC 2", "near \"SELEC\": syntax error.", "  SELEC 2\n  ^\n"
    ),
    ("SELECT 1 +", "incomplete input.", "  SELECT 1 +\n            ^\n"),
  ])
  func `A mistake is shown with its place and what may be meant`(
    sql: String, told: String, excerpt: String
  ) throws {
    let transcript = try desk().nerve("sql", sql)
    #expect(transcript.messages == "nerve: Cannot run the SQL: \(told)\n\(excerpt)")
    #expect(transcript.status == 1)
  }

  @Test func `A long line is shown around the place`() throws {
    let columns = Array(repeating: "leg_pain", count: 40).joined(separator: ", ")
    let messages = try desk().nerve("sql", "SELECT \(columns), zzz, \(columns) FROM day").messages
    let lines = messages.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].count <= 78 && lines[1].contains("zzz"))
    #expect(lines[1].dropFirst(lines[2].count - 1).hasPrefix("zzz"))
  }

  @Test func `Rows after those that set the widths are not cut`() throws {
    let sql = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) \
      SELECT i, CASE WHEN i > 1200 THEN 'a long text' ELSE 'a' END AS t FROM n
      """
    var desk = try desk()
    let lines = desk.results("sql", sql).split(separator: "\n")
    #expect(lines.count == 1_502)
    #expect(lines.last == "1500  a long text")
    desk.width = 16
    #expect(desk.results("sql", sql).contains("\n\ni\n  1500\nt\n  a long text\n\n\n1500 rows, "))
  }

  @Test func `On a terminal, the rows are counted and the time is told`() throws {
    var desk = try desk()
    desk.width = 80
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let one = lines(desk.results("sql", "SELECT leg_pain FROM check_in"))
    #expect(one[..<4] == ["leg_pain", "--------", "       4", ""])
    #expect(one[4].wholeMatch(of: /1 row, [0-9]+ ms/) != nil)
    let two = desk.results("sql", "SELECT 1 AS a WHERE 0; SELECT 2 AS b UNION SELECT 3")
    #expect(two.contains("\n0 rows, ") && two.contains("\n2 rows, "))
    for format in ["--plain", "--json", "--format=csv", "--format=markdown", "--format=line"] {
      #expect(!desk.results("sql", "SELECT 1 AS a", format).contains("row"), "\(format)")
    }
    let path = desk.folder["a.txt"]
    #expect(desk.results("sql", "SELECT 1 AS a", "-o", path).isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\n-\n1\n")
  }

  @Test(arguments: [
    (0.000_1, "1 ms"), (0.012_4, "12 ms"), (9.999_4, "9999 ms"), (10, "10.0 s"), (75.25, "75.2 s"),
  ])
  func `Times are told in whole milliseconds, and from ten seconds on in seconds`(
    seconds: Double, text: String
  ) {
    #expect(CountedResult.text(of: seconds) == text)
  }

  @Test func `Columns of one name have keys of their own`() throws {
    let desk = try desk()
    let sql = "SELECT 1 AS note, 2 AS note, 3 AS note_2, 4 AS note, 5 AS Note"
    #expect(
      desk.results("sql", sql, "--json")
        == "[{\"note\":1,\"note_3\":2,\"note_2\":3,\"note_4\":4,\"Note\":5}]\n")
    #expect(desk.results("sql", sql, "--format", "ndjson").hasPrefix("{\"note\":1,\"note_3\":2,"))
    #expect(desk.results("sql", sql, "--format", "line").contains("note_3 = 2\n"))
    #expect(
      desk.results("sql", "SELECT 1 AS a, 2 AS a", "--json") == "[{\"a\":1,\"a_2\":2}]\n")
    // In a table, a name is a heading.
    #expect(desk.results("sql", "SELECT 1 AS a, 2 AS a") == "a  a\n-  -\n1  2\n")
    #expect(desk.results("sql", "SELECT 1 AS a, 2 AS a", "--format", "csv") == "a,a\r\n1,2\r\n")
  }

  @Test(arguments: [
    ("text", "1  x  n/a\n"), ("csv", "1,x,n/a\r\n"), ("tsv", "1\tx\tn/a\n"),
    ("plain", "1\tx\tn/a\n"),
    (
      "html",
      "<table>\n<tbody>\n<tr><td>1</td><td>x</td><td>n/a</td></tr>\n</tbody>\n</table>\n"
    ),
  ])
  func `A header can be left out, and NULL shown as a text`(format: String, text: String) throws {
    let sql = "SELECT 1 AS long_name, 'x' AS b, NULL AS c"
    let options = ["--no-header", "--null", "n/a", "--format", format]
    #expect(try desk().results(["sql", sql] + options) == text)
  }

  @Test func `NULL shown as a text is quoted, escaped and harmless like any other`() throws {
    let desk = try desk()
    let sql = "SELECT NULL AS a"
    #expect(
      desk.results("sql", sql, "--format", "csv", "--null", "a,\"b") == "a\r\n\"a,\"\"b\"\r\n")
    #expect(desk.results("sql", sql, "--format", "html", "--null", "<b>").contains("<td>&lt;b&gt;"))
    #expect(desk.results("sql", sql, "--format", "line", "--null", "-") == "a = -\n")
    #expect(desk.results("sql", sql, "--format", "markdown", "--null", "a|b").contains("a\\|b"))
    #expect(desk.results("sql", sql, "--null", "\u{1B}") == "a\n-\n␛\n")
    #expect(desk.results("sql", sql, "--null", "") == desk.results("sql", sql))
  }

  @Test func `A table that is too wide becomes records, whose first value is whole`() throws {
    var desk = try desk()
    desk.width = 40
    let long = String(repeating: "long ", count: 20) + "end"
    let sql = "SELECT '\(long)' AS first, 2 AS second UNION ALL SELECT 'b', 3"
    for options in [[], ["--no-header"]] {
      let text = desk.results(["sql", sql] + options)
      #expect(text.hasPrefix("first   long long"))
      #expect(text.split { $0 == " " || $0 == "\n" }.count { $0 == "long" } == 20)
      #expect(text.contains("\n\nfirst   b\nsecond  3\n"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    }
  }

  @Test func `A result can be written to a file whose ending says the format`() throws {
    let desk = try desk()
    for (name, text) in [
      ("a.csv", "leg_pain\r\n4\r\n"), ("a.json", "[{\"leg_pain\":4}]\n"),
      ("a.md", "| leg_pain |\n| -------: |\n|        4 |\n"), ("a.jsonl", "{\"leg_pain\":4}\n"),
      ("a.txt", "leg_pain\n--------\n       4\n"),
    ] {
      let path = desk.folder[name]
      #expect(desk.results("sql", "SELECT leg_pain FROM check_in", "-o", path).isEmpty)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
    // What fails leaves the file as it was, and no draft.
    #expect(
      desk.nerve("sql", "SELECT abs(-9223372036854775807 - 1)", "-o", desk.folder["a.csv"]).status
        == 1)
    #expect(
      try String(contentsOfFile: desk.folder["a.csv"], encoding: .utf8) == "leg_pain\r\n4\r\n")
    #expect(try !desk.folder.contents.contains { $0.hasSuffix(".new") })
  }

  @Test func `A statement can come from a file, and from a pipe without being asked`() throws {
    let desk = try desk()
    let path = try desk.folder.write(
      Array("-- pain\nSELECT leg_pain FROM check_in;\n".utf8), to: "a.sql")
    #expect(desk.results("sql", "--file", path, "--plain") == "4\n")
    let transcript = try BuiltBinary().run(
      ["sql", "--plain", "--journal", desk.folder["journal.sqlite"]],
      input: .text("SELECT leg_pain\nFROM check_in\n"))
    #expect(transcript == Transcript(output: "4\n"))
  }
}
