import Foundation
import Testing
@testable import JSONText
@testable import JournalCLI

/// What `nerve sql` prints beside what the `sqlite3` shell prints for the same
/// statements, byte for byte.
///
/// The formats differ in four places, which these queries leave out: the shell
/// quotes also what RFC 4180 does not ask for (blanks, apostrophes, letters
/// beyond ASCII), rounds real numbers to 15 digits in CSV and writes 20 of them
/// in JSON, prints nothing at all for no rows, and blobs as bytes.
@Suite(.enabled(if: Tool.isThere("sqlite3"), "sqlite3 is not installed"))
struct SQLParityTests {
  // Never written to after it was made.
  nonisolated(unsafe) private static let journal: TemporaryFolder? = {
    guard let desk = try? Desk() else { return nil }
    _ = desk.nerve("sample", desk.folder["sample.sqlite"], "--years", "2")
    return desk.folder
  }()

  static let queries = [
    "SELECT 1", "SELECT 1 AS a, 2 AS b", "SELECT -9223372036854775807 - 1 AS a",
    "SELECT 9223372036854775807 AS a, 0 AS b", "SELECT 2.5 AS a, -0.25 AS b, 1234.5 AS c",
    "SELECT 0.5 AS a, 100.0 AS b, 123456789.125 AS c", "SELECT 'a' AS a, NULL AS b, 'c' AS c",
    "SELECT NULL AS a, 1 AS b", "SELECT 'a,b' AS a, 'c\"d' AS b",
    "SELECT 'a' || char(10) || 'b' AS a",
    "SELECT 'a' || char(13) || char(10) || 'b' AS a", "SELECT '\"' AS a, ',' AS b",
    "SELECT 'a-b/c:d;e' AS a, '[x]{y}' AS b", "SELECT 1 AS \"a,b\", 2 AS \"c\"\"d\"",
    "SELECT 1 AS a, 2 AS a", "VALUES (1, 'a'), (2, 'b'), (3, 'c')", "SELECT 1 AS a; SELECT 2 AS b",
    "SELECT true AS a, false AS b", "SELECT typeof(1.0) AS a, typeof('') AS b",
    "SELECT '0012' AS a, '1e5' AS b", "SELECT x'41' = 'A' AS a",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, i * i AS s FROM n",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT hex(i) AS h, i % 7 AS r FROM n",
    "SELECT value FROM json_each('[1, 2, 3]')", "SELECT key, type FROM json_each('{\"a\": 1}')",
    "SELECT day FROM day", "SELECT day, state, runs FROM day", "SELECT day, leg_pain FROM day",
    "SELECT day, leg_pain, back_pain, reach, flare FROM day ORDER BY day DESC",
    "SELECT day, leg_pain_moment, next_day_leg_pain FROM day", "SELECT * FROM day_mark",
    "SELECT day, CAST(distance_km AS INTEGER) AS km FROM day WHERE distance_km > 0",
    "SELECT monday, days, known_days, runs, pain_days FROM week",
    "SELECT month, runs, flare_days FROM month",
    "SELECT month, worst_leg_pain, reach FROM month ORDER BY worst_leg_pain DESC, month",
    "SELECT run_id, day, rpe, morning_pain, evening_pain FROM run_response",
    "SELECT run_id, start_time, next_morning_pain, pain_48_h_later FROM run_response",
    "SELECT id, day, start_time, utc_offset_min, rpe FROM run",
    "SELECT id, CAST(distance_m AS INTEGER) AS m FROM run",
    "SELECT day, moment, leg_pain, numbness, tingling, weakness FROM check_in",
    "SELECT day, side FROM check_in",
    "SELECT day, exercise_id, sets, reps, hold_s FROM stretch WHERE hold_s IS NULL OR hold_s = round(hold_s)",
    "SELECT id, kind FROM exercise", "SELECT id, onset_day, end_day, peak_pain FROM flare_up",
    "SELECT day, activity, rpe FROM cross_training", "SELECT id, kind, is_default FROM footwear",
    "SELECT count(*) AS n, min(day) AS first, max(day) AS last FROM run",
    "SELECT rpe, count(*) AS n FROM run GROUP BY rpe ORDER BY rpe",
    "SELECT strftime('%w', day) AS weekday, count(*) AS n FROM run GROUP BY 1",
    "SELECT table_name, kind, count(*) AS n FROM change GROUP BY 1, 2",
    "SELECT name FROM pragma_table_info('run')",
    "SELECT cid, name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('check_in')",
    "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY name", "PRAGMA user_version",
    "PRAGMA application_id", "SELECT group_concat(leg_pain, '/') AS a FROM day",
    "SELECT day, row_number() OVER (ORDER BY day) AS n FROM run LIMIT 100",
    "SELECT day, lag(leg_pain) OVER (ORDER BY day) AS before FROM day",
    "SELECT a.day, b.leg_pain FROM day AS a JOIN day AS b ON b.day = date(a.day, '+1 day')",
    "SELECT day FROM run UNION SELECT day FROM stretch ORDER BY 1",
    "SELECT CASE WHEN runs > 0 THEN 'run' ELSE 'none' END AS a, count(*) AS n FROM day GROUP BY 1",
    "SELECT coalesce(leg_pain, -1) AS p FROM day",
  ]

  @Test(arguments: queries)
  func `JSON is that of the shell`(sql: String) throws {
    let ours = try ours(sql, "json")
    // Where the shell repeats a key, we give the second one its own.
    var theirs = try shell(sql, "-json")
    // The shell's arrays of several statements are no document; ours are in an array.
    if sql.contains("; ") {
      theirs = "[" + theirs.dropLast().replacing("]\n[", with: "],\n[") + "]\n"
    }
    #expect(ours.replacing("a_2", with: "a") == theirs)
    #expect(throws: Never.self) { try ReadJSON(ours) }
  }

  @Test(arguments: queries)
  func `CSV is that of the shell`(sql: String) throws {
    // Between the results of two statements the shell leaves no empty line.
    let ours = try ours(sql, "csv").replacing("\r\n\r\n", with: "\r\n")
    #expect(try ours == shell(sql, "-cmd", ".mode csv", "-cmd", ".headers on"))
  }

  @Test func `There are sixty queries`() {
    #expect(Set(Self.queries).count >= 60)
  }

  private func ours(_ sql: String, _ format: String) throws -> String {
    let folder = try #require(Self.journal)
    return try Desk().results(
      "sql", sql, "--format", format, "--journal", folder["sample.sqlite"])
  }

  private func shell(_ sql: String, _ options: String...) throws -> String {
    let folder = try #require(Self.journal)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Tool.path(of: "sqlite3")))
    // The last of our readers to leave locks the file for a moment.
    let waiting = ["-batch", "-readonly", "-cmd", ".timeout 60000"]
    process.arguments = waiting + options + [folder["sample.sqlite"], sql]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// JSON of every value that a column can hold.
@Suite struct SQLValueTests {
  @Test(arguments: [
    ("'a' || char(0) || 'b'", "\"a\\u0000b\""),
    ("char(1, 8, 9, 10, 12, 13, 27, 31)", "\"\\u0001\\b\\t\\n\\f\\r\\u001b\\u001f\""),
    ("char(127)", "\"\u{7F}\""), ("char(128, 159)", "\"\\u0080\\u009f\""),
    ("'\"\\/'", "\"\\\"\\\\/\""),
    ("'Läufer 🏃🏽‍♀️'", "\"Läufer 🏃🏽‍♀️\""), ("char(8232, 65279)", "\"\u{2028}\u{FEFF}\""),
    ("CAST(x'61ff62' AS TEXT)", "\"a\u{FFFD}b\""),
    ("CAST(x'eda080' AS TEXT)", "\"\u{FFFD}\u{FFFD}\u{FFFD}\""),
    ("''", "\"\""), ("NULL", "null"), ("x''", "\"\""), ("x'00ff7f'", "\"00ff7f\""),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775807 - 1", "-9223372036854775808"),
    ("9223372036854775808", "9.223372036854776e+18"), ("0", "0"), ("-1", "-1"),
    ("0.1 + 0.2", "0.30000000000000004"),
    ("8.2", "8.2"), ("-0.0", "0.0"), ("1e999", "1e999"), ("-1e999", "-1e999"),
    ("0.0 * 1e999", "null"),
    ("1e300", "1.0e+300"), ("5e-324", "5.0e-324"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ("0.1", "0.1"), ("100.0", "100.0"), ("123456789012345678", "123456789012345678"),
  ])
  func `Every value is valid JSON`(expression: String, json: String) throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let printed = desk.results("sql", "SELECT \(expression) AS a", "--json")
    #expect(printed == "[{\"a\":\(json)}]\n")
    if !json.contains("e999") {
      #expect(throws: Never.self) { try ReadJSON(printed) }
    }
    #expect(
      desk.results("sql", "SELECT \(expression) AS a", "--format", "ndjson") == "{\"a\":\(json)}\n")
  }
}
