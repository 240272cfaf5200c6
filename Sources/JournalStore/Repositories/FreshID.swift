internal import JournalModel

/// The SQL for the id of a new row of `table`: one that was never used.
///
/// SQLite would reuse the id of the latest row after its deletion. An undone
/// entry could then not return next to a new one, and the history of an id would
/// mix two entries. Rows that came with the schema have no history, so both
/// sources are checked.
func freshID(in table: String) -> String {
  """
  1 + max(
    coalesce((SELECT max(id) FROM \(table)), 0),
    coalesce((SELECT max(row_id) FROM change WHERE table_name = '\(table)'), 0))
  """
}
