/// Creates the triggers that remove from `day_cache` every day that a change of
/// an entry may affect: from the day before it onwards.
///
/// They are regenerated from the schema whenever it changes, for the tables and
/// columns that the view `day` reads, and use only features of stock SQLite:
/// whichever program writes to the file, the cache never contradicts the entries.
func installCacheTriggers(on connection: Connection) throws(SQLiteError) {
  // A journal with only a few steps of the schema, as in tests, has no cache.
  guard try hasCache(connection) else { return }
  // The cached days followed from the rules of the earlier schema.
  try connection.execute(script: "DELETE FROM day_cache")
  let tables = try connection.rows(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
  ) { (row) throws(SQLiteError) in try row.text(0) }
  let columns = try connection.columnsRead(by: "SELECT * FROM day")
  for table in tables.sorted() where !["day_cache", "column_type"].contains(table) {
    guard let read = columns[table] else { continue }
    let source = CacheSource(
      table: table, columns: read, uniqueKeys: try connection.uniqueKeys(of: table))
    try connection.execute(script: source.triggers)
  }
}

/// Removes the triggers that keep the cache correct while the schema changes.
func removeCacheTriggers(on connection: Connection) throws(SQLiteError) {
  let triggers = try connection.rows(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'uncache!_%' ESCAPE '!'"
  ) { (row) throws(SQLiteError) in try row.text(0) }
  try connection.execute(script: triggers.map { "DROP TRIGGER \($0);\n" }.joined())
}

private func hasCache(_ connection: Connection) throws(SQLiteError) -> Bool {
  try connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'day_cache'") { _ in true }
    ?? false
}

/// A table that the view `day` reads.
private struct CacheSource {
  let table: String
  /// The columns it reads.
  let columns: Set<String>
  let uniqueKeys: [UniqueKey]

  /// The triggers fire before the change, so that they also see the rows that
  /// `REPLACE` is about to delete, for which no triggers of their own fire.
  var triggers: String {
    let tested = columns.union(uniqueKeys.flatMap(\.columns)).union(["id"]).sorted()
    // Names of shoes may differ only in case.
    let differs = tested.map { "OLD.\($0) IS NOT NEW.\($0) COLLATE BINARY" }
      .joined(separator: " OR ")
    let pushedOut = (["was.id = NEW.id"] + uniqueKeys.map(\.collision)).joined(separator: " OR ")
    let rows = "SELECT \(firstDay("was")) FROM \(table) AS was WHERE \(pushedOut)"
    return trigger("insert", "", "\(firstDay("NEW")) AS day UNION ALL \(rows)")
      + followUp
      + trigger(
        "update", "WHEN \(differs) ",
        "\(firstDay("OLD")) AS day UNION ALL SELECT \(firstDay("NEW")) UNION ALL \(rows)")
      + trigger("delete", "", "\(firstDay("OLD")) AS day")
  }

  /// For a shoe that gets its id from SQLite, which is known only afterwards.
  ///
  /// Runs may have referred to it before, if another program did not check
  /// references.
  private var followUp: String {
    guard table == "footwear" else { return "" }
    return trigger("added", "", "\(firstDay("NEW")) AS day", event: "AFTER INSERT")
  }

  private func trigger(
    _ kind: String, _ condition: String, _ days: String, event: String? = nil
  ) -> String {
    let event = event ?? "BEFORE \(kind.uppercased())"
    return """
      CREATE TRIGGER uncache_\(table)_\(kind) \(event) ON \(table) \(condition)BEGIN
        DELETE FROM day_cache
        WHERE day >= (SELECT date(min(day), '-1 day') FROM (SELECT \(days)));
      END;

      """
  }

  /// The first day that `row` affects, or NULL for none.
  private func firstDay(_ row: String) -> String {
    switch table {
    case "flare_up": "\(row).onset_day"
    case "import": "\(row).covers_from"
    case "footwear": "(SELECT min(day) FROM run WHERE footwear_id = \(row).id)"
    case "setting": "iif(\(row).name = 'day_boundary', \(Self.anyDay), NULL)"
    default: columns.contains("day") ? "\(row).day" : Self.anyDay
    }
  }

  /// A day before all possible days.
  private static let anyDay = "'1900-01-01'"
}

/// Columns whose values are unique in a table.
private struct UniqueKey {
  let columns: [String]
  /// The condition of a partial index, if any.
  let condition: String?

  /// Whether the row `was` may collide with the row `NEW`.
  var collision: String {
    condition ?? columns.map { "was.\($0) = NEW.\($0)" }.joined(separator: " AND ")
  }
}

extension Connection {
  /// The unique keys of `table`, apart from its id.
  fileprivate func uniqueKeys(of table: String) throws(SQLiteError) -> [UniqueKey] {
    let indexes = try rows(
      """
      SELECT list.name, iif(list.partial, substr(sql, instr(sql, ' WHERE ') + 7), NULL)
      FROM pragma_index_list(?1) AS list
      LEFT JOIN sqlite_schema AS made ON made.type = 'index' AND made.name = list.name
      WHERE list."unique"
      ORDER BY list.name
      """, .text(table)
    ) { (row) throws(SQLiteError) in (name: try row.text(0), condition: try row.optionalText(1)) }
    var keys: [UniqueKey] = []
    for index in indexes {
      let columns = try rows(
        "SELECT name FROM pragma_index_info(?1) WHERE name IS NOT NULL", .text(index.name)
      ) { (row) throws(SQLiteError) in try row.text(0) }
      keys.append(UniqueKey(columns: columns, condition: index.condition))
    }
    return keys
  }
}
