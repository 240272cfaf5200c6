public import CivilDay
public import JournalModel

/// What one screen about today asks: all of it is found by indexes, so that it
/// takes no longer as the journal grows.
extension Journal {
  /// The last day up to `day` that has a check-in, if there is one.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func lastCheckInDay(upTo day: Day) throws -> Day? {
    try explaining {
      try connection.first(
        "SELECT day FROM check_in WHERE day <= ?1 ORDER BY day DESC LIMIT 1",
        .text(day.description)
      ) { (row) throws(SQLiteError) in try row.day(0) }
    }
  }

  /// The shoes in use, by name.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func shoesInUse() throws -> [ShoeWear] {
    try explaining {
      try connection.rows(
        """
        SELECT
          name,
          coalesce(start_distance_m, 0)
            + (SELECT total(distance_m) FROM run WHERE footwear_id = footwear.id),
          limit_distance_m, is_default IS NOT NULL
        FROM footwear
        WHERE retired_day IS NULL
        ORDER BY name
        """
      ) { (row) throws(SQLiteError) in
        ShoeWear(
          name: try row.text(0), distanceM: try row.real(1), limitM: try row.optionalReal(2),
          isDefault: try row.integer(3) == 1)
      }
    }
  }
}
