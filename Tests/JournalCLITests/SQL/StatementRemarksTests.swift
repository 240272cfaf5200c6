import BuiltInQueries
import JournalStore
import Testing

@testable import JournalCLI

/// Remarks on conditions that cannot mean what they say.
@Suite struct StatementRemarksTests {
  @Test(arguments: [
    ("SELECT * FROM run WHERE note = NULL", "= NULL is never true; write IS NULL"),
    ("SELECT * FROM run WHERE note <> NULL", "<> NULL is never true; write IS NOT NULL"),
    ("select * from run where note!=null", "!= NULL is never true; write IS NOT NULL"),
    ("SELECT * FROM run WHERE rpe > NULL", "> NULL is never true"),
    ("SELECT * FROM run WHERE NULL = rpe", "NULL = is never true"),
    ("UPDATE run SET rpe = 3 WHERE note = NULL", "= NULL is never true"),
    ("UPDATE run SET rpe = (note = NULL)", "= NULL is never true"),
    ("SELECT CASE rpe WHEN NULL THEN 0 END FROM run", "write CASE WHEN x IS NULL"),
    (
      "SELECT * FROM day WHERE day = 2026-11-01",
      "Without quotes, 2026-11-01 is 2014; write '2026-11-01'."
    ),
    ("SELECT * FROM day WHERE day BETWEEN 2026-1-1 AND 2026-2-1", "is 2024; write '2026-01-01'."),
    ("SELECT * FROM day WHERE day > 2026/11/01", "is a division; write '2026-11-01'."),
    (
      "SELECT * FROM day WHERE day = '2026-11-3'",
      "Days are written as in '2026-11-03', so '2026-11-3' does not match them."
    ),
    (
      "SELECT * FROM day WHERE day = '1.11.2026'",
      "Days are written year first, as in '2026-11-30', so '1.11.2026' does not match them."
    ),
    ("SELECT * FROM day WHERE day >= '13.11.2026'", "as in '2026-11-13', so '13.11.2026'"),
    ("SELECT * FROM day d WHERE d.day >= '11/13/2026'", "as in '2026-11-13', so '11/13/2026'"),
    ("SELECT * FROM day WHERE day <> '11/1/2026'", "year first, as in '2026-11-30'"),
    ("SELECT * FROM day WHERE day = '2026/11/01'", "as in '2026-11-01', so '2026/11/01'"),
    ("SELECT * FROM day WHERE '2026-11-3' = day", "as in '2026-11-03'"),
    ("SELECT * FROM day WHERE day IN ('2026-11-01', '2026-11-3')", "as in '2026-11-03'"),
    ("SELECT * FROM day WHERE day NOT IN ('2026-11-3')", "as in '2026-11-03'"),
    ("SELECT * FROM day WHERE day BETWEEN '2026-11-3' AND '2026-11-30'", "as in '2026-11-03'"),
    ("SELECT * FROM day WHERE day BETWEEN '2026-11-01' AND '2026-11-3'", "as in '2026-11-03'"),
    ("SELECT * FROM day WHERE day IS NOT '2026-11-3'", "as in '2026-11-03'"),
    ("SELECT * FROM day GROUP BY day HAVING max(day) = '2026-11-3'", "as in '2026-11-03'"),
    ("SELECT * FROM run WHERE date(day) = '2026-11-3'", "as in '2026-11-03'"),
    ("SELECT * FROM flare_up WHERE onset_day < '2026-9-1'", "as in '2026-09-01'"),
    ("SELECT * FROM run WHERE day = 'today'", "'today' is plain text to SQL; write today()."),
    ("SELECT * FROM run WHERE day >= 'Yesterday'", "write date(today(), '-1 day')."),
    ("SELECT * FROM run WHERE start_time < '7:00'", "Times are written as in '07:00:00'"),
    ("SELECT * FROM run WHERE start_time >= '7:30:00'", "Times are written as in '07:30:00'"),
    ("SELECT 1; SELECT * FROM day WHERE day = '2026-11-3' -- x", "as in '2026-11-03'"),
  ])
  func `A condition that is never true is remarked on`(sql: String, remark: String) {
    let sentences = StatementRemarks.sentences(on: sql)
    #expect(sentences.count == 1)
    #expect(sentences.first?.contains(remark) == true, "\(sentences)")
  }

  @Test(arguments: [
    "SELECT NULL", "SELECT * FROM run WHERE note IS NULL",
    "SELECT * FROM run WHERE note IS NOT NULL",
    "UPDATE run SET note = NULL", "UPDATE run SET rpe = 3, note = NULL, surface=NULL WHERE id = 1",
    "UPDATE run SET (rpe, note) = (NULL, NULL)", "UPDATE run SET note = NULL FROM day WHERE 1",
    "INSERT INTO run (day, note) VALUES ('2026-11-03', NULL)",
    "INSERT INTO setting (name) VALUES ('a') ON CONFLICT DO UPDATE SET value = NULL",
    "SELECT rpe IS NULL = 0 FROM run", "SELECT coalesce(rpe, NULL) FROM run",
    "SELECT CASE WHEN rpe > 3 THEN NULL ELSE NULL END FROM run",
    "SELECT CASE rpe WHEN 3 THEN NULL END FROM run", "SELECT nullif(rpe, 0) = 3 FROM run",
    "SELECT '= NULL', \"= NULL\" FROM run -- = NULL", "SELECT 1 /* note = NULL, 2026-11-01 */",
    "SELECT * FROM day WHERE day = '2026-11-03'", "SELECT * FROM day WHERE day > '2026-11'",
    "SELECT 2026 - 11 - 01", "SELECT 100-10-10, 2026-11, 3-2026-11 FROM run",
    "SELECT 4000-10-10", "SELECT 2026-13-01", "SELECT '2026-11-3'", "SELECT '1.11.2026' AS day",
    "SELECT to_day('1.11.2026'), to_day('11/1/2026', 'mdy')", "SELECT date('2026-11-3') = day",
    "SELECT strftime('%d.%m.%Y', day) = '01.11.2026' FROM day",
    "SELECT replace(day, '2026/11/01', '2026-11-3') FROM day",
    "SELECT date('now'), * FROM run WHERE note = 'today' AND day > date('now', '-7 days')",
    "SELECT * FROM run WHERE note = '1.11.2026'", "SELECT * FROM run WHERE note LIKE '2026/11/01'",
    "SELECT * FROM setting WHERE value = '2026-1-1' AND name <> '7:00'",
    "SELECT * FROM day WHERE day LIKE '2026-11-3%'", "SELECT * FROM day WHERE day = '2026-02-31'",
    "SELECT * FROM day WHERE day = '1.2.3' OR day = '2026-11-03T07:00'",
    "SELECT * FROM run WHERE start_time > '07:00:00' AND hms(duration_s) = '7:00'",
    "SELECT * FROM day WHERE day = :from", "SELECT * FROM day WHERE day = ?1",
    "SELECT x'31' = '2026-11-3'", "", ";", "'", "SELECT (",
  ])
  func `Other statements are not remarked on`(sql: String) {
    #expect(StatementRemarks.sentences(on: sql).isEmpty)
  }

  @Test(arguments: builtInQueries)
  func `Queries that come with the program are not remarked on`(query: BuiltInQuery) {
    #expect(StatementRemarks.sentences(on: query.sql).isEmpty)
  }

  @Test func `Each kind is remarked on once, beside the result`() throws {
    let desk = try Desk.prepared { desk in desk.results("pain", "4") }
    let remark = "= NULL is never true; write IS NULL to find missing values.\n"
    #expect(
      desk.nerve("sql", "SELECT count(*) AS n FROM check_in WHERE note = NULL OR side = NULL")
        == Transcript(output: "n\n-\n0\n", messages: remark))
    #expect(
      desk.nerve("sql", "SELECT id FROM check_in WHERE note = NULL", "--format", "plain")
        == Transcript(messages: remark))
    #expect(
      desk.nerve("sql", "--write", "DELETE FROM check_in WHERE note = NULL")
        == Transcript(output: "No rows changed.\n", messages: remark))
    // What fails is explained instead.
    #expect(
      !desk.nerve("sql", "SELECT zzz FROM check_in WHERE note = NULL").messages.contains(remark))
  }
}
