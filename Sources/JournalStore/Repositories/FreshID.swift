internal import JournalModel

/// The SQL for the id of a new row of `table`: one that no row has or had.
///
/// SQLite would give the id of the latest row again once that is gone. Then an
/// entry that was taken back could not come back beside a new one, and the
/// history of an id would be that of two entries. Rows that came with the schema
/// are in no history, so both are looked at.
func freshID(in table: String) -> String {
  """
  1 + max(
    coalesce((SELECT max(id) FROM \(table)), 0),
    coalesce((SELECT max(row_id) FROM change WHERE table_name = '\(table)'), 0))
  """
}
