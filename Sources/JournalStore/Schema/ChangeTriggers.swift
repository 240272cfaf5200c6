/// The tables whose changes are not recorded: they are the record, follow from the
/// entries or the schema, or hold what nobody can undo in a trial.
private let unrecordedTables: Set<String> = [
  "action", "change", "change_value", "change_entry", "change_after", "identity", "forgotten",
  "day_cache", "column_type", "dictionary", "trial_seed", "trial_arm", "trial_look", "trial_end",
]

/// Creates the triggers that record every change of every row in `change`, and
/// the previous values in `change_value`.
///
/// They are regenerated from the schema whenever it changes, so that no table and
/// no column can be forgotten. Triggers also record changes by other programs.
func installChangeTriggers(on connection: Connection) throws(SQLiteError) {
  for table in try recordedTables(of: connection) {
    let columns = try connection.rows(
      "SELECT name FROM pragma_table_info(?1) ORDER BY cid", .text(table)
    ) { (row) throws(SQLiteError) in try row.text(0) }
    // Unary plus removes the column's type, so that values are compared exactly:
    // otherwise '007' would equal '7' next to an integer column.
    try connection.execute(
      script: trigger(on: table, for: "insert", id: "NEW.id")
        + trigger(
          on: table, for: "update", id: "NEW.id",
          keeping: columns.map { ("'\($0)'", "+OLD.\($0)", "+NEW.\($0)") },
          where: "before IS NOT after COLLATE BINARY")
        + trigger(
          on: table, for: "delete", id: "OLD.id",
          keeping: columns.map { ("'\($0)'", "+OLD.\($0)", "NULL") }, where: "before IS NOT NULL"))
  }
}

/// The tables whose changes are recorded, by name.
func recordedTables(of connection: Connection) throws(SQLiteError) -> [String] {
  let tables = try connection.rows(
    """
    SELECT name
    FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
    ORDER BY name
    """
  ) { (row) throws(SQLiteError) in try row.text(0) }
  return tables.filter { !unrecordedTables.contains($0) }
}

/// Removes the triggers that record changes while the schema changes.
///
/// A migration is not a user's change, and the triggers use columns that it may
/// remove.
func removeChangeTriggers(on connection: Connection) throws(SQLiteError) {
  let triggers = try connection.rows(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record!_%' ESCAPE '!'"
  ) { (row) throws(SQLiteError) in try row.text(0) }
  try connection.execute(script: triggers.map { "DROP TRIGGER \($0);\n" }.joined())
}

/// The trigger for changes of one kind.
///
/// - Parameters:
///   - table: The table.
///   - kind: `insert`, `update` or `delete`.
///   - id: The id of the changed row.
///   - values: For each column its name and its values before and after. The text
///     is short, because SQLite parses it whenever the journal is opened.
///   - condition: Which previous values are kept.
/// - Returns: The statement that creates it.
private func trigger(
  on table: String, for kind: String, id: String,
  keeping values: [(field: String, before: String, after: String)] = [],
  where condition: String = ""
) -> String {
  let keeping = values.first.map { first in
    """
      INSERT INTO change_value (change_id, field, before)
      SELECT (SELECT max(id) FROM change), field, before
      FROM (
        SELECT \(first.field) AS field, \(first.before) AS before, \(first.after) AS after
        UNION ALL
        VALUES \(values.dropFirst().map { "(\($0.field), \($0.before), \($0.after))" }
          .joined(separator: ", "))
      )
      WHERE \(condition);

    """
  }
  return """
    CREATE TRIGGER record_\(table)_\(kind) AFTER \(kind.uppercased()) ON \(table) BEGIN
      INSERT INTO change (action_id, table_name, row_id, kind)
      VALUES ((SELECT id FROM action WHERE is_open = 1), '\(table)', \(id), '\(kind)');
    \(keeping ?? "")END;

    """
}
