import JournalStore
import Testing

@testable import JournalCLI

/// What a mistake in a statement is answered with: one sentence that leads on.
@Suite struct StatementErrorTests {
  private func told(_ sql: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> String
  {
    let desk = try Desk.prepared { desk in desk.results("pain", "4") }
    let transcript = desk.nerve("sql", sql)
    #expect(transcript.status == 1, sourceLocation: sourceLocation)
    #expect(transcript.output.isEmpty, sourceLocation: sourceLocation)
    let lines = transcript.messages.split(separator: "\n").map(String.init)
    #expect(lines.count == 1 || lines.count == 3, sourceLocation: sourceLocation)
    return String(lines.first?.dropFirst("nerve: ".count) ?? "")
  }

  @Test(arguments: [
    ("SELECT * FROM day WHERE state = \"run\"", "\"run\"; put text in single quotes, as in 'run'"),
    ("SELECT * FROM day WHERE \"run\" = state", "\"run\"; put text in single quotes, as in 'run'"),
    ("SELECT * FROM run WHERE surface <> \"trail\"", "as in 'trail'."),
    ("SELECT * FROM run WHERE surface IN (\"trail\", \"road\")", "as in 'trail'."),
    ("SELECT * FROM run WHERE surface IN ('road', \"trail\")", "as in 'trail'."),
    ("SELECT * FROM day WHERE day > \"2026-11-01\"", "as in '2026-11-01'."),
    (
      "SELECT * FROM day WHERE day BETWEEN '2026-11-01' AND \"2026-11-03\"", "as in '2026-11-03'."
    ),
    ("SELECT * FROM run WHERE surface IS NOT \"trail\"", "as in 'trail'."),
    ("SELECT * FROM run WHERE surface LIKE \"tr_il\"", "as in 'tr_il'."),
    ("SELECT * FROM run WHERE surface = `trail`", "`trail`; put text in single quotes"),
    ("SELECT * FROM run WHERE surface = [trail]", "[trail]; put text in single quotes"),
    ("SELECT * FROM run WHERE surface = trail", "no such column: trail; put text in single"),
    ("SELECT \"hard\" AS kind FROM run", "\"hard\"; put text in single quotes, as in 'hard'."),
    ("SELECT CASE WHEN rpe > 7 THEN \"hard\" END FROM run", "as in 'hard'."),
    ("SELECT 1; SELECT * FROM run WHERE surface = \"trail\"", "as in 'trail'."),
  ])
  func `Text without single quotes is told to need them`(sql: String, end: String) throws {
    let told = try told(sql)
    #expect(told.hasPrefix("Cannot run the SQL: no such column: "))
    #expect(told.contains(end))
    #expect(!told.contains("did you mean"))
  }

  /// It may come from a note.
  @Test(arguments: [
    "SELECT * FROM check_in WHERE note LIKE \"%calf%\"",
    "SELECT * FROM check_in WHERE note = \"the calf hurts again\"",
    "SELECT * FROM check_in WHERE note = \"Läufer\"", "SELECT \"calf, left\" FROM check_in",
    "SELECT * FROM check_in WHERE note = \"averyveryveryverylongword\"",
  ])
  func `Text that may come from a note is not repeated`(sql: String) throws {
    #expect(
      try told(sql) == "Cannot run the SQL: no such column; put text in single quotes.")
  }

  @Test(arguments: [
    ("SELECT \"leg_pian\" FROM day", "leg_pian; did you mean leg_pain?"),
    ("SELECT \"leg pain\" FROM day", "leg_pain"),
    ("SELECT * FROM day WHERE \"leg_pian\" > 3", "did you mean leg_pain?"),
    ("SELECT * FROM day WHERE leg_pain > back_pian", "or did you mean back_pain?"),
    ("SELECT d.\"leg_pian\" FROM day AS d", "did you mean leg_pain?"),
  ])
  func `A misspelt column in quotes is still a column`(sql: String, end: String) throws {
    #expect(try told(sql).contains(end))
  }

  @Test(arguments: [
    ("SELECT pain FROM day", "did you mean leg_pain, or back_pain"),
    ("SELECT pains FROM day", "did you mean leg_pain, or back_pain"),
    ("SELECT km FROM day", "did you mean distance_km"),
    ("SELECT distance FROM run", "did you mean distance_m?"),
    ("SELECT date FROM day WHERE date > '2026-01-01'", "did you mean day?"),
    ("SELECT date FROM flare_up", "did you mean onset_day"),
    ("SELECT shoe FROM day", "did you mean footwear?"),
    ("SELECT shoes FROM run", "did you mean footwear_id?"),
    ("SELECT effort FROM run", "did you mean rpe?"),
    ("SELECT hr FROM run", "did you mean heart_rate_avg?"),
    ("SELECT heart_rate FROM run", "did you mean heart_rate_avg, or heart_rate_max?"),
    ("SELECT time FROM run", "did you mean start_time"),
    ("SELECT notes FROM run", "did you mean note?"),
    ("SELECT elevation FROM run", "did you mean ascent_m?"),
    ("SELECT sleep FROM check_in", "did you mean sleep_hours?"),
    ("SELECT legpain FROM day", "did you mean leg_pain?"),
    ("SELECT d.pain FROM day AS d JOIN run AS r ON r.day = d.day", "leg_pain, or back_pain"),
    ("SELECT r.pain FROM day AS d JOIN run AS r ON r.day = d.day", "pain_before"),
    ("SELECT r.pain FROM day d, run r", "pain_before"),
    ("SELECT c.surfaces FROM run AS r, run AS c", "did you mean surface?"),
    ("SELECT * FROM runs", "no such table: runs; did you mean run"),
    ("SELECT * FROM shoes", "no such table: shoes; did you mean footwear, or footwear_use?"),
    ("SELECT * FROM stretches", "did you mean stretch"),
    ("SELECT * FROM checkin", "did you mean check_in?"),
    ("SELECT * FROM pains", "did you mean day, or check_in, or rating?"),
    ("SELECT average(leg_pain) FROM day", "no such function: average; did you mean avg?"),
    ("SELECT stdev(leg_pain) FROM day", "did you mean stddev"),
    ("SELECT percentile(leg_pain, 0.9) FROM day", "did you mean quantile?"),
    ("SELECT load_extensio('x')", "no such function: load_extensio."),
    ("SELECT fts3_tokenize('x')", "no such function: fts3_tokenize."),
  ])
  func `A name is found by its parts and by other words for it`(sql: String, end: String) throws {
    let told = try told(sql)
    #expect(told.contains(end), "\(told)")
  }

  @Test(arguments: [
    ("SELECT leg_pain FROM run", "no such column: leg_pain; leg_pain is in day, "),
    ("SELECT r.leg_pain FROM run r", "no such column: r.leg_pain; leg_pain is in day, "),
    ("SELECT leg_pain", "leg_pain is in day, "),
    ("SELECT footwear.name FROM run", "footwear is not in the statement, so add it with JOIN."),
    ("SELECT km FROM footwear", "distance_km is in day"),
    ("SELECT run.rpe FROM run AS r", "did you mean r.rpe?"),
    ("SELECT r.stress FROM check_in AS c JOIN run AS r ON r.day = c.day", "did you mean c.stress?"),
    ("SELECT nothing_like_it FROM run", "list the names with: nerve schema run"),
    (
      "SELECT note FROM (SELECT day FROM check_in)",
      "note is a column of check_in, which this part of the statement does not read."
    ),
  ])
  func `The table that has the column is named`(sql: String, end: String) throws {
    let told = try told(sql)
    #expect(told.contains(end), "\(told)")
  }

  @Test func `A column to write is found too`() throws {
    let desk = try Desk.prepared { desk in desk.results("pain", "4") }
    let sql = "INSERT INTO run (day, shoe) VALUES ('2026-01-01', 1)"
    #expect(
      desk.nerve("sql", "--write", sql).messages.hasPrefix(
        "nerve: Cannot run the SQL: no such column: run.shoe; did you mean footwear_id?"))
  }

  /// Typing what was suggested must be different from what was typed.
  @Test(arguments: [
    "leg_pain", "pain", "day", "days", "date", "runs", "run", "km", "shoe", "note", "hr", "x",
    "distance_miles", "rest_is", "id", "footwear", "month", "sleep", "minutes", "reps",
  ])
  func `The word itself is never suggested`(word: String) throws {
    let names = try #require(
      Journal(path: ":memory:", for: .writing(makingFolder: false)).schemaNames() as SchemaNames?)
    for table in names.tables.keys {
      for guess in GuessedNames.columns.names(for: word, among: names.tables[table] ?? []) {
        #expect(guess != word)
      }
    }
    #expect(
      !GuessedNames.relations.names(for: word, among: Array(names.tables.keys)).contains(word))
    #expect(names.functions.allSatisfy { !["load_extension", "fts3_tokenizer"].contains($0) })
    #expect(names.tables["trial_seed"] == nil)
  }

  @Test(arguments: [
    (
      "SELECT day FROM day JOIN run ON day.day = run.day",
      "several tables of the statement have a column day; choose one, as in day.day or run.day."
    ),
    (
      "SELECT note FROM run AS r, check_in AS c",
      "several tables of the statement have a column note; choose one, as in r.note or c.note."
    ),
    (
      "SELECT day FROM day WHERE max(leg_pain) > 3",
      "max() summarises several rows and cannot stand here; use HAVING for a condition, or an "
        + "inner SELECT."
    ),
    ("SELECT corr(leg_pain) FROM day", "wrong number of arguments to corr(); use corr(y, x)."),
    ("SELECT hms() FROM day", "wrong number of arguments to hms(); use hms(seconds)."),
    ("SELECT *", "SELECT * needs a table, as in: SELECT * FROM day."),
    (
      "SELECT * FROM day WHERE day > 1.11.2026",
      "put a day in single quotes, year first, as in '2026-11-30'."
    ),
  ])
  func `SQLite's own words are made plain`(sql: String, words: String) throws {
    #expect(try told(sql) == "Cannot run the SQL: \(words)")
  }

  @Test(arguments: [
    (".tables", "to see the tables, views and columns: nerve schema"),
    (".schema", "to see the tables, views and columns: nerve schema"),
    (".schema run", "to see the columns of run: nerve schema run"),
    ("DESCRIBE day", "to see the columns of day: nerve schema day"),
    ("desc day;", "to see the columns of day: nerve schema day"),
    ("SHOW TABLES", "to see the tables, views and columns: nerve schema"),
    ("show columns from day", "to see the columns of day: nerve schema day"),
    ("SHOW CREATE TABLE run;", "to see the columns of run: nerve schema run"),
    ("\\d", "to see the tables, views and columns: nerve schema"),
    ("\\dt", "to see the tables, views and columns: nerve schema"),
    ("\\d day", "to see the columns of day: nerve schema day"),
    ("\\d+ \"day\"", "to see the columns of day: nerve schema day"),
    ("-- what is there?\n.tables", "nerve schema"), ("SELECT 1; .tables", "nerve schema"),
    ("help", "to see what it can do: nerve sql --help"), (".help", "nerve sql --help"),
    ("\\?", "nerve sql --help"),
    ("exit", "exit is not needed: nerve sql ends with its last statement."),
    (".quit", "is not needed"), ("quit;", "is not needed"), ("\\q", "is not needed"),
    (".mode csv", "nerve sql --format csv"), (".headers on", "nerve sql --format csv"),
    (".output a.csv", "nerve sql -o runs.csv"), (".read a.sql", "nerve sql --file FILE"),
    (".dump", "nerve export -o journal.json"), (".import a.csv run", "nerve import FILE"),
    ("USE journal", "nerve sql --journal FILE"), (".timer on", "to open one on the journal"),
  ])
  func `Commands of other programs lead to ours`(command: String, advice: String) throws {
    let told = try told(command)
    #expect(told.contains(advice), "\(told)")
  }

  @Test func `What a statement reads is known by its own names`() {
    func scope(_ sql: String) -> [String] {
      StatementScope(SQLToken.tokens(of: sql)).relations.map { "\($0.name):\($0.qualifier)" }
    }
    #expect(scope("SELECT 1") == [])
    #expect(scope("SELECT * FROM Day AS d, main.\"run\" r WHERE 1") == ["day:d", "run:r"])
    #expect(
      scope("SELECT * FROM (run AS a LEFT JOIN day b USING (day)) WHERE a.x IN (SELECT x FROM c)")
        == ["run:a", "day:b", "c:c"])
    #expect(
      scope("WITH a AS (SELECT * FROM day) SELECT * FROM a, (SELECT 1 FROM run) AS s JOIN week w")
        == ["day:day", "a:a", "run:run", ":s", "week:w"])
    #expect(scope("UPDATE OR IGNORE run SET rpe = 1 FROM day WHERE 1") == ["run:run", "day:day"])
    #expect(scope("INSERT INTO run (day) VALUES (1), (2)") == ["run:run"])
    #expect(scope("DELETE FROM run WHERE a IS DISTINCT FROM b") == ["run:run"])
    #expect(scope("SELECT * FROM json_each('[]') AS e, run") == ["run:run"])
  }
}
