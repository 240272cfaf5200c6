public import CivilDay

extension Journal {
  /// The guidance that is in force on `day`, the newest first.
  public func guidanceInForce(on day: Day) throws -> [Guidance] {
    try explaining {
      try connection.rows(
        """
        SELECT id, day, given_by, advice, longest_run_m, days_off, until_day
        FROM guidance
        WHERE day <= ?1 AND (until_day IS NULL OR until_day >= ?1)
        ORDER BY day DESC, id DESC
        """, .text(day.description)
      ) { (row) throws(SQLiteError) in
        Guidance(
          id: try row.integer(0), day: try row.day(1), givenBy: try row.optionalText(2),
          advice: try row.text(3), longestRunM: try row.optionalReal(4),
          daysOff: try row.optionalInteger(5),
          untilDay: row.isNull(6) ? nil : try row.day(6))
      }
    }
  }
}
