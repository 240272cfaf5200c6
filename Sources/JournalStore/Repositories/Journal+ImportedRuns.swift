extension Journal {
  /// The ids of imported runs without an effort or, if there are shoes, a shoe;
  /// newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func importedRunsToComplete() throws -> [Int] {
    try explaining {
      try connection.rows(
        """
        SELECT id
        FROM run
        WHERE (rpe IS NULL OR (footwear_id IS NULL AND EXISTS (SELECT 1 FROM footwear)))
          AND (import_id IS NOT NULL
            OR EXISTS (SELECT 1 FROM activity_source WHERE run_id = run.id))
        ORDER BY day DESC, start_time DESC, id DESC
        """
      ) { (row) throws(SQLiteError) in try row.integer(0) }
    }
  }
}
