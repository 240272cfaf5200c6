/// Names for completions.
extension Journal {
  /// The names of the shoes that are in use, or of those that are retired.
  public func shoeNames(retired: Bool) throws -> [String] {
    try texts(
      "SELECT name FROM footwear WHERE (retired_day IS NOT NULL) = ?1 ORDER BY name",
      .integer(retired ? 1 : 0))
  }

  /// The months with a run or a check-in, `YYYY-MM`, newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func months() throws -> [String] {
    try texts(
      """
      SELECT substr(day, 1, 7) AS month FROM run
      UNION
      SELECT substr(day, 1, 7) FROM check_in
      ORDER BY month DESC
      """)
  }

  private func texts(_ sql: String, _ values: SQLiteValue...) throws -> [String] {
    try explaining {
      try connection.rows(sql, values) { (row) throws(SQLiteError) in try row.text(0) }
    }
  }
}
