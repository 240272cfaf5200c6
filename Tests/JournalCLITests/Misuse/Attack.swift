import Testing

/// A statement that tries what `nerve sql` must not let it do.
struct Attack: CustomTestStringConvertible, Sendable {
  enum Outcome {
    /// The statement is not run: exit status 1, and no results.
    case refused
    /// It may be answered, or not, but does no harm.
    case harmless
  }

  let sql: String
  var outcome = Outcome.refused
  /// Whether it comes from standard input, for bytes that no argument can have.
  var isPiped = false

  var testDescription: String { String(sql.prefix(70)) }
}

extension Attack {
  /// Writing, in every way that SQL has.
  static let writes = [
    "DELETE FROM run", "DELETE FROM run RETURNING *", "DELETE FROM main.run WHERE 1",
    "UPDATE run SET note = NULL", "UPDATE OR REPLACE run SET id = 1",
    "UPDATE day SET leg_pain = 0", "INSERT INTO setting (name, value) VALUES ('a', 'b')",
    "INSERT OR REPLACE INTO setting (name, value) VALUES ('a', 'b')",
    "REPLACE INTO setting (name, value) VALUES ('a', 'b')",
    "INSERT INTO setting (name, value) VALUES ('a', 'b') ON CONFLICT DO UPDATE SET value = 'c'",
    "INSERT INTO setting (name, value) SELECT 'a', 'b' RETURNING id",
    "WITH a AS (SELECT 1) DELETE FROM check_in", "WITH a AS (SELECT 1) UPDATE run SET rpe = 0",
    "WITH a AS (SELECT 1) INSERT INTO change SELECT 1, 1, 'a', 1, 'b' FROM a",
    "DELETE FROM change", "DELETE FROM action", "UPDATE action SET is_open = 1",
    "DELETE FROM change_value", "INSERT INTO sqlite_sequence VALUES ('run', 0)",
    "DELETE FROM sqlite_master", "UPDATE sqlite_schema SET sql = ''",
    "INSERT INTO sqlite_master VALUES ('table', 'a', 'a', 2, 'CREATE TABLE a (b)')",
    "UPDATE sqlite_temp_schema SET sql = ''",
    "INSERT INTO sqlite_dbpage VALUES (1, zeroblob(4096))",
    "UPDATE sqlite_dbpage SET data = zeroblob(4096) WHERE pgno = 1", "DELETE FROM sqlite_dbpage",
    "DELETE FROM pragma_table_info", "UPDATE json_each SET value = 1",
    "EXPLAIN DELETE FROM run", "EXPLAIN QUERY PLAN DELETE FROM run",
  ].map { Attack(sql: $0) }

  /// Changing the schema, or making one of one's own.
  static let definitions = [
    "DROP TABLE run", "DROP TABLE IF EXISTS run", "DROP VIEW day", "DROP INDEX run_by_day",
    "DROP TRIGGER record_run_insert", "CREATE TABLE t (a)", "CREATE TABLE t AS SELECT * FROM run",
    "CREATE TABLE IF NOT EXISTS run (a)", "CREATE TEMP TABLE t (a)",
    "CREATE TEMPORARY TABLE t AS SELECT 1", "CREATE VIEW v AS SELECT 1",
    "CREATE TEMP VIEW day AS SELECT 0 AS leg_pain", "CREATE INDEX i ON run (note)",
    "CREATE UNIQUE INDEX i ON run (day)",
    "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END",
    "CREATE TEMP TRIGGER t AFTER INSERT ON main.run BEGIN DELETE FROM run; END",
    "CREATE TEMP TRIGGER t INSTEAD OF UPDATE ON day BEGIN SELECT load_extension('x'); END",
    "CREATE VIRTUAL TABLE t USING fts5(a)", "CREATE VIRTUAL TABLE t USING fts4(a)",
    "CREATE VIRTUAL TABLE t USING rtree(id, a, b)", "CREATE VIRTUAL TABLE temp.t USING fts3(a)",
    "CREATE VIRTUAL TABLE t USING csv(filename='secret.txt')",
    "CREATE VIRTUAL TABLE t USING fts5vocab('a', 'row')",
    "CREATE VIRTUAL TABLE t USING dbstat(main)", "CREATE VIRTUAL TABLE t USING geopoly(a)",
    "ALTER TABLE run RENAME TO walk", "ALTER TABLE run ADD COLUMN a",
    "ALTER TABLE run DROP COLUMN note",
    "ALTER TABLE run RENAME COLUMN note TO a", "REINDEX", "REINDEX run", "ANALYZE", "ANALYZE run",
    "VACUUM", "VACUUM main",
    "INSERT INTO run_fts (run_fts) VALUES ('delete-all')", "INSERT INTO t_content VALUES (1)",
    "UPDATE t_data SET block = zeroblob(9)", "DELETE FROM t_segdir", "DROP TABLE t_docsize",
  ].map { Attack(sql: $0) }

  /// Reaching other files, and code.
  static let files = [
    "ATTACH 'other.sqlite' AS other", "ATTACH DATABASE 'other.sqlite' AS other",
    "ATTACH 'file:other.sqlite?mode=ro' AS other", "ATTACH ':memory:' AS other",
    "ATTACH '' AS other", "ATTACH 'new.sqlite' AS new; CREATE TABLE new.t (a)",
    "SELECT 1; ATTACH 'other.sqlite' AS other; SELECT * FROM other.t",
    "/* a */ ATTACH 'other.sqlite' AS other", "ATTACH (SELECT 'other.sqlite') AS other",
    "DETACH main", "DETACH temp", "SELECT * FROM other.t", "SELECT * FROM \"other.sqlite\".t",
    "SELECT * FROM \"secret.txt\"", "VACUUM INTO 'copy.sqlite'", "VACUUM main INTO 'copy.sqlite'",
    "VACUUM INTO (SELECT 'copy.sqlite')", "VACUUM INTO '/dev/stdout'",
    "SELECT load_extension('libm.so.6')", "SELECT load_extension('./a', 'init')",
    "SELECT * FROM day WHERE load_extension('libm.so.6')",
    "SELECT 1 ORDER BY load_extension('libm.so.6')", "SELECT \"load_extension\"('a')",
    "SELECT LOAD_EXTENSION('a')", "WITH a AS (SELECT load_extension('a')) SELECT * FROM a",
    "SELECT readfile('secret.txt')", "SELECT writefile('new.txt', 'a')", "SELECT edit('a')",
    "SELECT * FROM fsdir('.')", "SELECT * FROM csv('secret.txt')", "SELECT * FROM zipfile('a')",
    "SELECT fts3_tokenizer('simple')", "SELECT fts3_tokenizer('simple', x'0000000000000000')",
    "SELECT shell('ls')", "SELECT system('ls')", "SELECT eval('DELETE FROM run')",
    "SELECT sqlar_compress('a')", "SELECT import('secret.txt')", ".read secret.txt",
    ".shell touch new.txt", ".open other.sqlite", ".import secret.txt run",
  ].map { Attack(sql: $0) }

  /// Pragmas that set something, or do something without a value.
  static let pragmas = [
    "PRAGMA user_version = 9", "PRAGMA user_version(9)", "PRAGMA application_id = 0",
    "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = OFF", "PRAGMA main.journal_mode(MEMORY)",
    "PRAGMA writable_schema = ON", "PRAGMA writable_schema = RESET", "PRAGMA query_only = OFF",
    "PRAGMA foreign_keys = OFF", "PRAGMA trusted_schema = ON", "PRAGMA temp_store = MEMORY",
    "PRAGMA temp_store_directory = '/tmp'", "PRAGMA data_store_directory = '/tmp'",
    "PRAGMA cache_size = -10000000", "PRAGMA mmap_size = 99999999999", "PRAGMA page_size = 512",
    "PRAGMA auto_vacuum = FULL", "PRAGMA incremental_vacuum", "PRAGMA wal_checkpoint",
    "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA wal_autocheckpoint = 0", "PRAGMA optimize",
    "PRAGMA shrink_memory", "PRAGMA schema_version = 99", "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA secure_delete = ON", "PRAGMA encoding = 'UTF-16'",
    "PRAGMA hard_heap_limit = 0", "PRAGMA soft_heap_limit = 0", "PRAGMA busy_timeout = 0",
    "PRAGMA recursive_triggers = ON", "PRAGMA threads = 8", "PRAGMA max_page_count = 1",
    "PRAGMA case_sensitive_like = ON", "PRAGMA legacy_alter_table = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA ignore_check_constraints = ON", "PRAGMA defer_foreign_keys = ON",
    "PRAGMA key = 'a'", "PRAGMA rekey = 'a'", "PRAGMA parser_trace = ON", "PRAGMA vdbe_debug = ON",
    "SELECT * FROM pragma_user_version(9)", "SELECT * FROM pragma_journal_mode('DELETE')",
    "SELECT * FROM pragma_wal_checkpoint", "SELECT * FROM pragma_optimize",
    "SELECT * FROM pragma_writable_schema('ON')", "pragma/**/user_version/**/=/**/9",
  ].map { Attack(sql: $0) }

  /// Transactions, several statements, comments, bytes that hide what follows.
  static let tricks =
    [
      "BEGIN", "BEGIN EXCLUSIVE", "COMMIT", "END", "ROLLBACK", "SAVEPOINT a", "RELEASE a",
      "SELECT 1; DELETE FROM run", "SELECT 1;; ;DELETE FROM run;", ";DELETE FROM run",
      "SELECT 1; -- a\nDELETE FROM run", "SELECT 1 /* ; */; DROP TABLE run",
      "-- a\rDELETE FROM run\nSELECT", "/**/DELETE/**/FROM/**/run", "SELECT ';'; DELETE FROM run",
      "BEGIN; DELETE FROM run; COMMIT", "SELECT 1; BEGIN EXCLUSIVE", "SELECT 1; SELECT 2; VACUUM",
      "EXPLAIN SELECT load_extension('a')", "\u{FEFF}DELETE FROM run", "DELETE\u{00A0}FROM run",
      "DeLeTe FrOm run", "[DELETE] FROM run", "SELECT 1 UNION DELETE FROM run",
      "SELECT (DELETE FROM run)", "SELECT CASE WHEN 1 THEN (DROP TABLE run) END",
    ].map { Attack(sql: $0, isPiped: true) }
    + ["SELECT 1\0; DELETE FROM run", "DELETE FROM run\0", "\0DELETE FROM run"].map {
      Attack(sql: $0, isPiped: true)
    }

  /// What takes memory or time that nobody has.
  static let bombs = [
    "SELECT zeroblob(2000000000)", "SELECT length(zeroblob(999999999))",
    "SELECT randomblob(999999999)",
    "SELECT hex(zeroblob(15000000))",
    "SELECT replace(printf('%.*c', 10000000, 'a'), 'a', 'bbbbbbbbbb')",
    "SELECT quote(zeroblob(9000000))",
    "WITH RECURSIVE a (x) AS (SELECT 'a' UNION ALL SELECT x || x FROM a) SELECT length(x) FROM a",
    "SELECT " + String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
    "SELECT 1" + String(repeating: " + 1", count: 20_000),
    "SELECT " + String(repeating: "NOT ", count: 20_000) + "1",
    "SELECT 1" + String(repeating: " UNION ALL SELECT 1", count: 2_000),
    "SELECT " + String(repeating: "1, ", count: 40_000) + "1",
    String(repeating: "SELECT * FROM (", count: 2_000) + "SELECT 1"
      + String(repeating: ")", count: 2_000),
    "SELECT 1 IN (" + String(repeating: "1, ", count: 200_000) + ")",
    "SELECT abs(-9223372036854775808)", "SELECT ?999999999",
    "SELECT json(\(nested("[", 100_000))) AS a",
    "SELECT 'a' LIKE printf('%.*c', 60000, '%')",
    "SELECT * FROM run AS " + (0..<70).map { "a\($0)" }.joined(separator: ", run AS "),
  ].map { Attack(sql: $0) }

  /// Mistakes and traps in the arguments of the program's own functions.
  static let functions =
    [
      // Patterns that are none, or that would be huge.
      "SELECT 'a' REGEXP '('", "SELECT 'a' REGEXP printf('%.*c', 5000, 'a')",
      "SELECT 'a' REGEXP printf('%.*c', 900, '(')", "SELECT 'a' REGEXP printf('%.*c', 900, '[')",
      "SELECT 'a' REGEXP '(a{1000}){1000}'", "SELECT 'a' REGEXP '((){1000}){1000}'",
      "SELECT 'a' REGEXP '((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}'",
      "SELECT 'a' REGEXP 'a{99999999999999999999}'", "SELECT 'a' REGEXP '(?=a)'",
      "SELECT 'a' REGEXP '(a)\\1'", "SELECT 'a' REGEXP '[b-a]'", "SELECT x'61' REGEXP 'a'",
      "SELECT 'a' REGEXP x'28'", "SELECT note REGEXP '*' FROM run",
      // Rows, texts and spans without an end.
      "SELECT median(value) FROM generate_series(1, 9000000000)",
      "SELECT spearman(value, -value) FROM generate_series(1, 3000000)",
      "SELECT kendall(value % 9, value % 7) FROM generate_series(1, 3000000)",
      "SELECT mad(value) FROM generate_series(1, 5000000)",
      "SELECT effective_n(value, -value) FROM generate_series(1, 2000000)",
      "SELECT string_agg(value, ', ') FROM generate_series(1, 9000000000)",
      "SELECT string_agg(printf('%.*c', 1000000, 'a'), '') FROM generate_series(1, 100)",
      "SELECT concat(a, a, a, a) FROM (SELECT printf('%.*c', 8000000, 'a') AS a)",
      "SELECT concat_ws(a, a, a, a) FROM (SELECT printf('%.*c', 8000000, 'a') AS a)",
      """
      SELECT lagged_corr(value, 1, 1, value) FROM generate_series('0001-01-01', '9999-12-31')
      """,
      """
      SELECT lagged_corr(length(value), 1, 1, value)
      FROM generate_series('0001-01-01', '9999-12-31')
      """,
      // Arguments of another kind or number.
      "SELECT lagged_corr(1, 2, 3)", "SELECT lagged_corr(1, 2, 1e300, '2026-01-01')",
      "SELECT lagged_corr(value, 1, 1, '2026-01-01') FROM generate_series(1, 9)",
      "SELECT ewma(1, 7, '2026-02-30')", "SELECT effective_n(1, 1, 20260101)",
      "SELECT variance('1')", "SELECT regr_r2(1, x'00')", "SELECT weekday('today')",
      "SELECT today('2026-01-01')", "SELECT concat()", "SELECT concat(x'00')",
      "SELECT string_agg(x'00', 'a')", "SELECT string_agg(DISTINCT 'a', 'b')",
      "SELECT * FROM generate_series", "SELECT * FROM generate_series(1)",
      "SELECT * FROM generate_series(1, 2, 0)", "SELECT * FROM generate_series(1, 2, 3, 4)",
      "SELECT * FROM generate_series('a', 'b')", "SELECT * FROM generate_series(1, '2026-01-01')",
      "SELECT * FROM generate_series(x'00', 1)", "SELECT * FROM generate_series(0.5, 1)",
      "CREATE VIRTUAL TABLE t USING generate_series", "DROP TABLE generate_series",
      "INSERT INTO generate_series VALUES (1)", "DELETE FROM generate_series",
      "UPDATE generate_series SET value = 1",
    ].map { Attack(sql: $0) }

  /// What the program's own functions must answer, or end in time.
  static let endlessFunctions =
    [
      "SELECT count(*) FROM generate_series(-9223372036854775808, 9223372036854775807)",
      "SELECT value FROM generate_series(1, 9223372036854775807)",
      "SELECT a.value FROM generate_series(1, 1e9) AS a, generate_series(1, 1e9) AS b",
      "SELECT printf('%.*c', 100000, 'a') || '!' REGEXP '(a+)+$'",
      "SELECT printf('%.*c', 100000, 'a') || '!' REGEXP '(a|aa)+$'",
      "SELECT printf('%.*c', 100000, 'a') REGEXP '(.*)(.*)(.*)(.*)(.*)(.*)(.*)x'",
      "SELECT printf('%.*c', 100000, 'a') REGEXP '(a?){300}(a){300}b'",
      "SELECT printf('%.*c', 8000000, 'a') REGEXP '(a?){900}b'",
      "SELECT printf('%.*c', 8000000, 'é') REGEXP '(?i)^(\\w|É)*$'",
      "SELECT sum(today() > value) FROM generate_series('0001-01-01', '9999-12-31')",
      "SELECT kendall(value * 7919 % 1000003, value) FROM generate_series(1, 500000)",
      "SELECT median(value) OVER (ORDER BY value) FROM generate_series(1, 1000000)",
      "SELECT string_agg(value, '') OVER (ORDER BY value) FROM generate_series(1, 1000000)",
      """
      SELECT ewma(1, 7, value) OVER (ORDER BY value DESC)
      FROM generate_series('0001-01-01', '9999-12-31')
      """,
      """
      SELECT lagged_corr(1, 1, 1, iif(value % 2, '0001-01-01', '9999-12-31'))
        OVER (ORDER BY value ROWS 1 PRECEDING)
      FROM generate_series(1, 1000)
      """,
      "SELECT lagged_corr(1, 1, -999999, '2026-01-01')", "SELECT ewma(1, 1e-300), ewma(1, 1e300)",
      "SELECT regr_r2(1e308, 1e308), stddev_pop(9e999), var_pop(-9e999)",
      "SELECT CAST(x'f8808080' AS TEXT) REGEXP '.', CAST(x'c3' AS TEXT) REGEXP '\\w$'",
    ].map { Attack(sql: $0, outcome: .harmless) }

  private static func nested(_ bracket: String, _ depth: Int) -> String {
    "'" + String(repeating: bracket, count: depth) + "'"
  }

  /// What would never end, or take very long, if nothing ended it; some of these
  /// have an answer.
  static let endless =
    [
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a",
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION SELECT x + 1 FROM a) SELECT max(x) FROM a",
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT x FROM a ORDER BY -x",
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT group_concat(x) FROM a",
      """
      WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a)
      SELECT json_group_array(x) FROM a
      """,
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT 1 FROM a) SELECT * FROM a WHERE x = 2",
      "WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT sum(x) OVER () FROM a",
      """
      WITH RECURSIVE a (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a)
      SELECT count(DISTINCT randomblob(1000)) FROM a
      """,
      """
      WITH RECURSIVE a (x) AS (SELECT zeroblob(1000000) UNION ALL SELECT x FROM a, (SELECT 1 UNION SELECT 2))
      SELECT count(*) FROM a
      """,
      "SELECT instr(printf('%.*c', 8000000, 'a'), printf('%.*c', 4000000, 'a') || 'b')",
      """
      SELECT length(replace(printf('%.*c', 8000000, 'a'), printf('%.*c', 4000000, 'a') || 'b', 'c'))
      """,
      "SELECT printf('%.*c', 9000000, 'a') LIKE '%a%a%a%a%a%a%b'",
      "SELECT printf('%.*c', 9000000, 'a') GLOB '*a*a*a*a*a*a*b'",
      """
      SELECT count(*) FROM pragma_function_list AS a, pragma_function_list AS b,
        pragma_function_list AS c, pragma_function_list AS d
      """,
      "WITH a0 AS (SELECT 1), "
        + (1...40).map { "a\($0) AS (SELECT 1 FROM a\($0 - 1), a\($0 - 1))" }
        .joined(separator: ", ") + " SELECT count(*) FROM a40",
      String(repeating: "SELECT printf('%.*c', 15000000, 'a');", count: 8),
      // Widths that SQLite answers with nothing, some of them after a while.
      "SELECT printf('%.*c', 2000000000, 'a')", "SELECT printf('%2000000000d', 1)",
      "SELECT printf('%.2000000000f', 1.0)",
      "SELECT format('%*s', 2147483647, 'a')", "SELECT printf('%,.999999999f', 1e300)",
      "SELECT CAST(zeroblob(15000000) AS TEXT)", "SELECT zeroblob(15000000)",
      "SELECT printf('%.*c', 15000000, char(1))",
      "SELECT " + Array(repeating: "zeroblob(9000000)", count: 60).joined(separator: ", "),
    ].map { Attack(sql: $0, outcome: .harmless) }

  /// What sorts or remembers more than fits into memory, and could fill a disk.
  static let sorts = [
    "SELECT a FROM b ORDER BY a || x", "SELECT a, count(*) FROM b GROUP BY a",
    "SELECT count(*) FROM (SELECT DISTINCT a FROM b)", "SELECT count(DISTINCT a) FROM b",
    "SELECT a FROM b UNION SELECT 1",
    "SELECT row_number() OVER (ORDER BY a) FROM b",
    "SELECT 1 WHERE 'x' IN (SELECT a FROM b)", "SELECT a FROM b INTERSECT SELECT a FROM b",
  ].map { sql in
    Attack(
      sql: """
        WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000000),
        b (a, x) AS (SELECT printf('%01000d', x), x FROM n) \(sql)
        """)
  }

  /// What only reads, and may not tell of other files while it does.
  static let readings = [
    "SELECT * FROM sqlite_master", "SELECT * FROM sqlite_temp_master", "PRAGMA database_list",
    "SELECT * FROM pragma_database_list", "SELECT * FROM dbstat", "SELECT data FROM sqlite_dbpage",
    "SELECT * FROM pragma_function_list", "SELECT * FROM pragma_module_list",
    "SELECT sqlite_compileoption_get(1)", "SELECT sqlite_source_id()", "PRAGMA compile_options",
    "SELECT last_insert_rowid(), changes(), total_changes()", "SELECT random()",
    "SELECT sqlite_offset(id) FROM run", "SELECT sqlite_log(1, 'a')", "EXPLAIN SELECT * FROM day",
    "SELECT unicode(char(1114112))", "SELECT CAST(x'ff00fe' AS TEXT)",
    "SELECT 'a' || char(0) || 'b'",
    "SELECT * FROM json_tree('[[[[1]]]]')", "VALUES (1), (2)", "SELECT 1e999, -1e999, 0.0 * 1e999",
  ].map { Attack(sql: $0, outcome: .harmless) }
}
