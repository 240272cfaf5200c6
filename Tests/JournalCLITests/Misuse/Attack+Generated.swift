/// Attacks made of a form and what it is aimed at.
extension Attack {
  /// Tables of entries.
  static let entryTables = [
    "run", "check_in", "stretch", "flare_up", "cross_training", "day_mark", "guidance", "footwear",
    "exercise", "routine", "routine_step", "setting",
  ]

  /// Tables that no statement may change: the record, what imports and trials leave,
  /// and those of SQLite.
  static let keptTables = [
    "action", "change", "change_value", "import", "activity_source", "typed_activity",
    "saved_query", "day_cache", "trial_plan", "trial_seed", "trial_arm", "trial_pause",
    "trial_answer", "trial_look", "trial_end", "sqlite_schema", "sqlite_master",
  ]

  /// Views, which follow from the tables.
  static let views = ["day", "week", "month", "rating", "run_response", "footwear_use"]

  /// Statements that change the rows of `table`.
  static func changes(of table: String) -> [String] {
    [
      "DELETE FROM \(table)", "DELETE FROM main.\(table) WHERE 1 RETURNING *",
      "WITH a AS (SELECT 1) DELETE FROM \(table)", "INSERT INTO \(table) DEFAULT VALUES",
      "INSERT INTO \(table) SELECT * FROM \(table)",
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
      "REPLACE INTO \(table) SELECT * FROM \(table) WHERE 0",
      "INSERT INTO \(table) SELECT * FROM \(table) WHERE 1 ON CONFLICT DO NOTHING",
      "UPDATE \(table) SET rowid = rowid + 1000", "UPDATE OR IGNORE \(table) SET rowid = 1",
      "EXPLAIN DELETE FROM \(table)", "SELECT 1; DELETE FROM \(table)",
      "DELETE FROM \(table); SELECT load_extension('a')",
    ]
  }

  /// Statements that change the schema around `table`.
  static func definitions(around table: String) -> [String] {
    [
      "DROP TABLE \(table)", "DROP VIEW IF EXISTS \(table)", "ALTER TABLE \(table) RENAME TO other",
      "ALTER TABLE \(table) ADD COLUMN other", "CREATE INDEX other ON \(table) (rowid)",
      "CREATE TRIGGER other AFTER DELETE ON \(table) BEGIN SELECT 1; END",
      "CREATE TEMP TRIGGER other BEFORE UPDATE ON main.\(table) BEGIN DELETE FROM run; END",
      "CREATE TABLE other AS SELECT * FROM \(table)", "CREATE TEMP TABLE \(table) AS SELECT 1",
      "CREATE TEMP VIEW \(table) AS SELECT 1", "ANALYZE \(table)",
    ]
  }

  /// Ways to read the seed of a trial, which tells when to run.
  static let seedDetours =
    ["trial_seed", "main.trial_seed", "\"trial_seed\"", "[Trial_Seed]", "TRIAL_SEED AS run"]
    .flatMap { table in
      [
        "SELECT * FROM \(table)", "SELECT sealed FROM \(table) WHERE 1",
        "SELECT count(*) FROM \(table)", "SELECT rowid FROM \(table)",
        "SELECT (SELECT sealed FROM \(table))", "SELECT 1 WHERE EXISTS (SELECT 1 FROM \(table))",
        "WITH a AS (SELECT * FROM \(table)) SELECT * FROM a",
        "SELECT 1 UNION SELECT sealed FROM \(table)",
        "SELECT day FROM day, \(table) WHERE sealed > 0",
        "SELECT 1 ORDER BY (SELECT sealed FROM \(table))",
        "SELECT total(sealed) OVER () FROM \(table)", "SELECT 5 IN (SELECT sealed FROM \(table))",
        "SELECT json_group_array(sealed) FROM \(table)",
        "SELECT corr(sealed, sealed) FROM \(table)",
        "EXPLAIN SELECT sealed FROM \(table)", "SELECT 1; SELECT sealed FROM \(table)",
      ]
    }

  /// Functions that reach beyond the journal, in every place that an expression has.
  static let functionDetours =
    [
      "load_extension('a')", "load_extension('a', 'b')", "LOAD_EXTENSION('a')",
      "\"load_extension\"('a')", "fts3_tokenizer('simple')", "readfile('secret.txt')",
      "writefile('new.txt', 'a')", "edit('a')",
    ].flatMap { call in
      [
        "SELECT \(call)", "SELECT 1 WHERE \(call)", "SELECT 1 ORDER BY \(call)",
        "SELECT count(*) FROM run GROUP BY \(call)", "SELECT 1 LIMIT \(call)",
        "SELECT CASE WHEN 0 THEN \(call) END", "SELECT coalesce(1, \(call))",
        "SELECT * FROM run JOIN day ON \(call)", "SELECT (SELECT \(call))",
        "SELECT sum(1) FILTER (WHERE \(call)) FROM run",
        "SELECT sum(1) OVER (PARTITION BY \(call)) FROM run",
        "SELECT * FROM json_each(\(call))", "VALUES (\(call))",
        "WITH a AS (SELECT \(call)) SELECT 1 FROM a", "EXPLAIN SELECT \(call)",
      ]
    }

  /// Pragmas that set something, in every form that a pragma has.
  static let pragmaDetours =
    [
      ("writable_schema", "1"), ("journal_mode", "OFF"), ("query_only", "0"), ("temp_store", "1"),
      ("temp_store_directory", "'/tmp'"), ("user_version", "7"), ("foreign_keys", "0"),
      ("trusted_schema", "1"), ("hard_heap_limit", "0"), ("mmap_size", "1000000"),
      ("recursive_triggers", "0"), ("schema_version", "7"), ("locking_mode", "EXCLUSIVE"),
      ("ignore_check_constraints", "1"), ("defer_foreign_keys", "1"), ("cache_spill", "1"),
    ].flatMap { name, value in
      [
        "PRAGMA \(name) = \(value)", "PRAGMA \(name)(\(value))", "PRAGMA main.\(name) = \(value)",
        "PRAGMA temp.\(name) = \(value)", "pragma/**/\(name.uppercased())=\(value)",
        "EXPLAIN PRAGMA \(name) = \(value)", "SELECT 1; PRAGMA \(name) = \(value)",
      ]
    }

  /// Attaching and copying, in every form.
  static let fileDetours =
    ["'other.sqlite'", "'file:other.sqlite?mode=rwc'", "':memory:'", "''", "'/dev/stdout'"]
    .flatMap { file in
      [
        "ATTACH \(file) AS a", "ATTACH DATABASE \(file) AS a", "ATTACH (SELECT \(file)) AS a",
        "ATTACH \(file) || '' AS a; SELECT 1", "VACUUM INTO \(file)", "VACUUM main INTO \(file)",
        "VACUUM INTO (SELECT \(file))", "SELECT 1; ATTACH \(file) AS a",
      ]
    }

  /// What must be refused where statements only read.
  static let generated =
    (entryTables + keptTables + views).flatMap { changes(of: $0) + definitions(around: $0) }
    + seedDetours + functionDetours + pragmaDetours + fileDetours
}
