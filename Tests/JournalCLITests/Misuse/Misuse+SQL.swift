@testable import JSONText

/// Statements that are none, that write, or that fail on their way.
extension Misuse {
  static let statements: [Misuse] =
    [
      Misuse(line: "sql", status: 1, told: "no SQL statement"),
      .usage("sql --file a.sql 'SELECT 1'", "not both"),
      .usage("sql 'SELECT 1' -p zq9", "name=value"),
      .usage("sql 'SELECT :a' -p a=zq9 -p a=zq9", "given twice"),
      .usage("sql 'SELECT :a'", "needs a value for :a"),
      .usage("sql 'SELECT 1' -p a=zq9", "is not used"),
      .usage("sql 'SELECT :a' -p a=zq9 -p b=zq9", "has no :b"),
      .usage("sql 'SELECT 1' --timeout zq9", "number of seconds"),
      .usage("sql 'SELECT 1' --timeout=-1", "number of seconds"),
      .usage("sql 'SELECT 1' -o journal.sqlite", "has no known extension"),
      .failure("sql 'SELECT 1' -o journal.sqlite --format csv", "a journal or another database"),
      .failure("sql 'SELECT 1' -o /proc/zq/new.csv", "Cannot write"),
      .failure("sql --file missing.sql", "cannot be read"),
      .usage("sql --list --write", "Use only one of"),
      .usage("sql 'SELECT 1' --saved zq9", "Remove the statement"),
      .usage("sql --saved zq9", "Unknown query 'zq9'"),
      .usage("sql --saved pain-by-wekday", "did you mean pain-by-weekday"),
      .usage("sql --delete zq9", "Unknown query 'zq9'"),
      .failure("sql --delete pain-by-weekday", "it is a built-in query"),
      .usage("sql --save 'zq9 zq9' 'SELECT 1'", "letters, digits and dashes"),
      .usage("sql 'SELECT 1' -d zq9", "needs --save"),
      .failure("sql --save a 'DELETE FROM run'", "can only read"),
      .failure("sql --write 'DELETE FROM run'", "cannot ask here"),
      .failure("sql --write --yes 'DROP TABLE run'", "not their ids"),
      .usage("sql --list --format html", "must be text"),
      .usage("query zq9", "Unknown query 'zq9'; list the names with: nerve query"),
      .usage("query 'select 1'", "is not the name of a query; to run SQL, use: nerve sql"),
      .usage("query run pain-by-wekday", "did you mean pain-by-weekday"),
      .usage("query -o zq9.csv", "Name the query to run"),
      .usage("query --chart bar", "Name the query to run"),
      .usage("query --format html", "must be text"),
      .usage("query pain-by-weekday -p zq9", "name=value"),
      .usage("query pain-by-weekday --timeout zq9", "number of seconds"),
      .usage("query show zq9", "Unknown query 'zq9'"),
      .usage("query save 'zq9 zq9' 'SELECT 1'", "letters, digits and dashes"),
      .usage("query save list 'SELECT 1'", "cannot be called list"),
      .usage("query save a 'SELECT 1' --file zq9", "not both"),
      .failure("query save a 'DELETE FROM run'", "can only read"),
      .failure("query save a 'SELECT nope FROM run'", "no such column"),
      .failure("query save pain-by-weekday 'SELECT 1'", "is a built-in query, and nerve cannot"),
      .failure("query save a --file missing.sql", "cannot be read"),
      .usage("query delete zq9", "Unknown query 'zq9'"),
      .failure("query delete pain-by-weekday", "it is a built-in query."),
      .failure("query edit pain-by-weekday 'SELECT 1'", "nerve query save NAME"),
      .usage("query edit zq9 'SELECT 1'", "Unknown query 'zq9'"),
      .usage("sql 'SELECT 1' --chart zq9", "line, bar, scatter or heat"),
      .usage("sql 'SELECT 1' --chart bar --json", "--json has no effect on a chart"),
      .usage("sql 'SELECT 1' --chart bar --null zq9", "--null has no effect on a chart"),
      .usage("sql 'SELECT 1' --chart bar --format csv", "must be text, svg or html"),
      .usage("sql 'SELECT 1, 2' --chart bar -o zq9.csv", "use .svg, .html or .txt"),
      .usage("sql 'SELECT 1' -o zq9.svg", "needs a chart"),
      .usage("sql --write 'DELETE FROM run' --chart bar", "--chart works only with"),
      .failure("sql 'SELECT 1' --chart line", "needs a column with numbers"),
      .failure("sql 'SELECT 1, 2 WHERE 0' --chart bar", "no rows"),
      .failure("sql 'SELECT 1, 2; SELECT 3, 4' --chart bar -o zq9.svg", "give one statement"),
      .usage("sql 'SELECT 1' --json --null zq9", "always null in JSON"),
      .usage("sql 'SELECT 1' --format line --no-header", "--no-header works only with"),
      .usage("schema zq9", "Unknown table or view"),
      .usage("schema day_", "type more of the name"),
      .usage("shell --with zq9", "litecli or sqlite3"),
      .failure("shell --journal missing.sqlite", "No journal"),
      .usage("sql 'SELECT 1' 'SELECT 2'", "Unexpected word"),
      Misuse(line: "sql '-- zq9'", status: 1, told: "no SQL statement"),
      .usage("sql 'SELECT 1' --format zq9", "text (or table), csv, tsv, json"),
      .usage("sql 'SELECT 1' --json --format csv", "Use only one of --format, --json"),
      Misuse(line: "sql -", status: 1, told: "no SQL statement"),
      Misuse(line: "sql - (closed)", status: 1, told: "could not be read").with {
        $0.arguments = [Array("sql".utf8), Array("-".utf8)]
        $0.input = .closed
      },
      Misuse(line: "sql - (NUL)", status: 1, told: "a NUL character").with {
        $0.arguments.removeLast()
        $0.input = .bytes(Array("SELECT 1".utf8) + [0] + Array("; DELETE FROM run".utf8))
      },
      Misuse(line: "sql - (bytes)", status: 1, told: "not UTF-8").with {
        $0.arguments.removeLast()
        $0.input = .bytes(Array("SELECT 'zq9".utf8) + [0xFF, 0x27])
      },
      Misuse(line: "sql - (long)", status: 1, told: "longer than 1000000 bytes").with {
        $0.arguments.removeLast()
        $0.input = .text("SELECT '\(String(repeating: "zq9", count: 400_000))'")
      },
    ]
    + [
      ("", "no SQL statement"), (" ; ", "no SQL statement"), ("/* zq9 */", "no SQL statement"),
      ("SELECT 1; DELETE FROM run", "can only read"),
      ("SELECT 1; SELECT zq FROM run", "no such column: zq"),
      ("SELECT 'zq9", "a quote is not closed"), ("SELECT \"zq9", "a quote is not closed"),
      ("SELECT * FROM run WHERE note = 'zq9' AND", "incomplete input"),
      ("SELCT 1", "syntax error"), ("SELECT 1,, 2", "syntax error"),
      ("SELECT * FROM nowhere", "no such table: nowhere; list the names with: nerve schema"),
      ("SELECT nope FROM run", "no such column"),
      ("SELECT note FROM run WHERE note = \"zq9 zq9\"", "put text in single quotes"),
      ("SELECT note FROM run WHERE note 'zq9'", "the SQL: syntax error"),
      ("SELECT nofunction(1)", "no such function"), ("SELECT max(1, 2) OVER ()", "may not be"),
      ("SELECT json('zq9')", "malformed JSON"),
      ("SELECT abs(-9223372036854775807 - 1)", "integer overflow"),
      ("SELECT 'a' REGEXP '(zq9'", "a ( without a )"),
      ("SELECT lagged_corr(1, 2, 3)", "the arguments are (y, x, lag, day)"),
      ("SELECT weekday('zq9')", "the day must be YYYY-MM-DD"),
      ("SELECT * FROM generate_series(1)", "a start and a stop are needed"),
      ("SELECT * FROM generate_series('zq9', 'zq9')", "a day must be YYYY-MM-DD"),
      ("SELECT concat()", "at least one argument"),
      ("SELECT zeroblob(9999999999)", "too large"),
      ("SELECT 1 UNION SELECT 1, 2", "same number of result columns"),
      ("DELETE FROM run", "can only read"), ("UPDATE run SET note = 'zq9'", "can only read"),
      ("INSERT INTO setting (name, value) VALUES ('zq9', 'zq9')", "can only read"),
      ("DROP TABLE run", "can only read"), ("ALTER TABLE run RENAME TO zq9", "can only read"),
      ("CREATE TABLE zq9 (a)", "can only read"), ("CREATE TEMP TABLE zq9 (a)", "can only read"),
      ("ATTACH 'zq9.sqlite' AS other", "can only read"),
      ("VACUUM INTO 'zq9.sqlite'", "can only read"), ("VACUUM", "can only read"),
      ("PRAGMA user_version = 99", "can only read"), ("PRAGMA journal_mode = OFF", "can only read"),
      ("PRAGMA writable_schema = ON", "can only read"), ("BEGIN IMMEDIATE", "can only read"),
      ("ROLLBACK", "can only read"), ("SAVEPOINT a", "can only read"), ("REINDEX", "can only read"),
      ("SELECT load_extension('zq9')", ""), ("SELECT writefile('zq9', 'zq9')", ""),
    ].map { sql, told in
      Misuse(line: "sql", status: 1, told: told).with {
        $0.arguments.append(Array(sql.utf8))
        $0.testDescription = "sql \(sql)"
      }
    }
}
