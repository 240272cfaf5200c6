import CSQLite
import Testing
import JournalModel

@testable import JournalStore

@Suite struct ReadOnlyAuthorizerTests {
  let folder: TemporaryFolder
  let connection: Connection

  /// On a connection that may write, so that nothing but the authorizer refuses.
  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.path("a.sqlite"), access: .create)
    try connection.execute(
      script: """
        CREATE TABLE t (x INTEGER PRIMARY KEY, y TEXT);
        INSERT INTO t VALUES (1, 'one'), (2, 'two');
        CREATE INDEX t_by_y ON t (y);
        CREATE VIEW v AS SELECT x FROM t;
        CREATE TRIGGER v_insert INSTEAD OF INSERT ON v BEGIN INSERT INTO t (x) VALUES (NEW.x); END;
        CREATE TEMP TABLE csv (x);
        """)
    connection.allowReadingOnly()
  }

  private static let hostile = [
    "INSERT INTO t VALUES (3, 'three')",
    "INSERT INTO t VALUES (3, 'three') RETURNING x",
    "WITH n AS (SELECT 3 AS x) INSERT INTO t (x) SELECT x FROM n",
    "REPLACE INTO t VALUES (1, 'eins')",
    "INSERT INTO v VALUES (3)",
    "UPDATE t SET y = 'x'",
    "UPDATE t SET y = 'x' WHERE 0 RETURNING *",
    "WITH n AS (SELECT 1) UPDATE t SET y = 'x'",
    "DELETE FROM t",
    "WITH n AS (SELECT 1) DELETE FROM t WHERE x IN n",
    "EXPLAIN DELETE FROM t",
    "INSERT INTO temp.csv VALUES (1)",
    "DELETE FROM csv",
    "UPDATE sqlite_schema SET sql = ''",
    "DELETE FROM sqlite_schema",
    "UPDATE sqlite_dbpage SET data = zeroblob(4096)",
    "CREATE TABLE u (x)",
    "CREATE TABLE u AS SELECT * FROM t",
    "CREATE TEMP TABLE u (x)",
    "CREATE TEMP VIEW w AS SELECT 1",
    "CREATE VIEW w AS SELECT 1",
    "CREATE INDEX i ON t (y)",
    "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t; END",
    "CREATE TEMP TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t; END",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "CREATE VIRTUAL TABLE temp.f USING fts5(x)",
    "DROP TABLE t", "DROP VIEW v", "DROP TRIGGER v_insert", "DROP TABLE csv",
    "ALTER TABLE t RENAME TO u", "ALTER TABLE t ADD COLUMN z", "ALTER TABLE t DROP COLUMN y",
    "ANALYZE", "REINDEX", "VACUUM", "VACUUM INTO '/tmp/nerve-stolen.sqlite'",
    "ATTACH '/tmp/nerve-attached.sqlite' AS other", "ATTACH ':memory:' AS other", "DETACH temp",
    "BEGIN", "BEGIN EXCLUSIVE", "COMMIT", "ROLLBACK", "SAVEPOINT s", "RELEASE s",
    "SELECT load_extension('/tmp/evil.so')", "SELECT LOAD_EXTENSION('/tmp/evil.so', 'start')",
    "SELECT fts3_tokenizer('simple')", "SELECT fts3_tokenizer('simple', x'00')",
    "SELECT (SELECT load_extension('evil')) FROM t",
    "PRAGMA writable_schema = ON", "PRAGMA writable_schema", "PRAGMA journal_mode = OFF",
    "PRAGMA journal_mode(DELETE)", "PRAGMA main.journal_mode = WAL", "PRAGMA synchronous = OFF",
    "PRAGMA user_version = 99", "PRAGMA application_id = 0", "PRAGMA schema_version = 99",
    "PRAGMA foreign_keys = OFF", "PRAGMA query_only = OFF", "PRAGMA trusted_schema = ON",
    "PRAGMA ignore_check_constraints = ON", "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA wal_checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA optimize",
    "PRAGMA incremental_vacuum", "PRAGMA auto_vacuum = FULL", "PRAGMA secure_delete = OFF",
    "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA mmap_size = 1000000000",
    "PRAGMA cache_size = 1000000", "PRAGMA encoding = 'UTF-16'", "PRAGMA page_size = 512",
    "PRAGMA recursive_triggers = ON", "PRAGMA reverse_unordered_selects = ON",
    "PRAGMA shrink_memory", "PRAGMA case_sensitive_like = ON", "PRAGMA busy_timeout = 0",
    "PRAGMA hard_heap_limit = 1", "PRAGMA threads = 8", "PRAGMA nonsense",
  ]

  @Test(arguments: hostile)
  func `A statement that does anything but read is denied`(_ sql: String) throws {
    let error = try #require(throws: SQLiteError.self) { try read(sql) }
    // Three things SQLite refuses before, or in other words.
    let isRefusedAnyway =
      sql.contains("load_extension") || sql.contains("LOAD_EXTENSION")
      || sql.contains("fts3_tokenizer") || sql.contains("sqlite_dbpage")
      || error.message == "table sqlite_master may not be modified"
    #expect(error.code == (isRefusedAnyway ? .error : .denied), "\(error)")
    connection.setAuthorizer(nil)
    #expect(try connection.table("SELECT * FROM t") == [[1, "one"], [2, "two"]])
    #expect(try connection.value("SELECT count(*) FROM sqlite_schema") == 4)
    #expect(try connection.value("SELECT count(*) FROM sqlite_temp_schema") == 1)
    #expect(!connection.isInTransaction)
    #expect(try connection.value("PRAGMA user_version") == 0)
    #expect(try folder.names == ["a.sqlite"])
  }

  @Test func `What the authorizer has to let pass for json_each does not open the schema`() throws {
    connection.setAuthorizer(nil)
    try connection.configure(SQLITE_DBCONFIG_DEFENSIVE, false)
    try connection.execute(script: "PRAGMA writable_schema = ON")
    connection.allowReadingOnly()
    let error = try #require(throws: SQLiteError.self) {
      try read("UPDATE sqlite_schema SET sql = sql")
    }
    #expect(error.code == .denied)
  }

  @Test(arguments: [
    "SELECT * FROM t", "SELECT count(*) FROM v", "VALUES (1), (2)", "SELECT x FROM csv",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n",
    "SELECT avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM t",
    "SELECT name, sql FROM sqlite_schema",
    "SELECT json_extract('{\"a\": 1}', '$.a')", "SELECT value FROM json_each('[1, 2]')",
    "SELECT name FROM pragma_table_info('t')", "SELECT name FROM pragma_function_list LIMIT 1",
    "PRAGMA table_info(t)", "PRAGMA table_xinfo = t", "PRAGMA index_list(t)",
    "PRAGMA foreign_key_list(t)", "PRAGMA integrity_check", "PRAGMA quick_check(1)",
    "PRAGMA foreign_key_check", "PRAGMA user_version", "PRAGMA application_id",
    "PRAGMA compile_options", "PRAGMA collation_list", "PRAGMA data_version", "PRAGMA encoding",
    "PRAGMA foreign_keys", "PRAGMA freelist_count", "PRAGMA function_list", "PRAGMA module_list",
    "PRAGMA page_count", "PRAGMA page_size", "PRAGMA pragma_list", "PRAGMA query_only",
    "PRAGMA schema_version", "PRAGMA synchronous", "PRAGMA trusted_schema", "PRAGMA database_list",
    "PRAGMA TABLE_LIST",
    "EXPLAIN QUERY PLAN SELECT * FROM t", "EXPLAIN SELECT * FROM t",
    "SELECT datetime('2026-01-01'), sqrt(2), upper('a'), randomblob(4), sqlite_version()",
    "SELECT sum(pgsize) FROM dbstat",
  ])
  func `A statement that reads is allowed`(_ sql: String) throws {
    #expect(throws: Never.self) { try read(sql) }
    #expect(throws: Never.self) { try read(sql) }
  }

  /// Runs what somebody typed to its end.
  private func read(_ sql: String) throws {
    var statement = try connection.prepareReading(sql)
    while try statement.step() {}
  }
}
