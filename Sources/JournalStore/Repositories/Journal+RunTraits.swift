public import CivilDay

extension Journal {
  /// The runs of `days` with what tells them apart, oldest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func runTraits(in days: ClosedRange<Day>) throws -> [RunTraits] {
    try explaining {
      try connection.rows(
        """
        SELECT run.day, footwear.name, surface, distance_m, ascent_m,
          time(start_time, (SELECT back FROM day_boundary))
            < time('12:00', (SELECT back FROM day_boundary))
        FROM run
        LEFT JOIN footwear ON footwear.id = run.footwear_id
        WHERE run.day BETWEEN ?1 AND ?2
        ORDER BY run.day, run.start_time, run.id
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        RunTraits(
          day: try row.day(0), footwear: try row.optionalText(1),
          surface: try row.optionalText(2), distanceM: try row.optionalReal(3),
          ascentM: try row.optionalReal(4),
          isMorning: try row.optionalInteger(5).map { $0 == 1 })
      }
    }
  }

  /// The names of the exercises logged on each day of `days` that has any.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func exercises(in days: ClosedRange<Day>) throws -> [Day: Set<String>] {
    try explaining {
      var names: [Day: Set<String>] = [:]
      _ = try connection.rows(
        """
        SELECT DISTINCT stretch.day, exercise.name
        FROM stretch
        JOIN exercise ON exercise.id = stretch.exercise_id
        WHERE stretch.day BETWEEN ?1 AND ?2
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        names[try row.day(0), default: []].insert(try row.text(1))
      }
      return names
    }
  }

  /// The highest stress, 0 to 10, of each day of `days` with a rating.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func stress(in days: ClosedRange<Day>) throws -> [Day: Int] {
    try explaining {
      let rated = try connection.rows(
        """
        SELECT day, max(stress) FROM check_in
        WHERE stress IS NOT NULL AND day BETWEEN ?1 AND ?2
        GROUP BY day
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in (try row.day(0), try row.integer(1)) }
      return Dictionary(uniqueKeysWithValues: rated)
    }
  }

  /// The day of the first run in each shoe that was new then, in order.
  ///
  /// A shoe with kilometres from before the journal, or with a first run within
  /// thirty days of the journal's first run, may be an old one.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func firstRunsInNewShoes() throws -> [Day] {
    try explaining {
      try connection.rows(
        """
        SELECT min(run.day) AS first
        FROM run
        JOIN footwear ON footwear.id = run.footwear_id
        WHERE coalesce(start_distance_m, 0) = 0
        GROUP BY footwear.id
        HAVING first > (SELECT date(min(day), '+30 days') FROM run)
        ORDER BY first
        """
      ) { (row) throws(SQLiteError) in try row.day(0) }
    }
  }
}
