public import CivilDay

extension Journal {
  /// Every day from the first to the last entry, in order and without a gap.
  ///
  /// - Returns: The days as the view `day` tells them, none of an empty journal.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func days() throws -> [DiaryDay] { try diary(rating: .leg).days }

  /// Every day from the first to the last entry with the ratings made on them.
  ///
  /// - Parameter measure: What the ratings are of.
  /// - Returns: The days as the view `day` tells them, none of an empty journal,
  ///   and every rating as the view `rating` tells it, in the order of days and,
  ///   within a day, of time.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func diary(
    rating measure: PainMeasure
  ) throws -> (days: [DiaryDay], ratings: [PainRating]) {
    try snapshot {
      guard let span = try span() else { return ([], []) }
      let assembly = try DayAssembly(span, from: connection)
      return (assembly.days, assembly.ratings(of: measure))
    }
  }

  /// Every rating of `measure`, in the order of days and, within a day, of time.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func ratings(of measure: PainMeasure) throws -> [PainRating] {
    try diary(rating: measure).ratings
  }

  /// Each of `days`, in order, as the view `day` tells it; a day before the first
  /// entry or after the last is unknown.
  ///
  /// The rules of the view stand here a second time, which tests compare.
  ///
  /// - Parameter days: Days; the fewer they are, the faster.
  /// - Returns: One element a day.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func days(in days: ClosedRange<Day>) throws -> [DiaryDay] {
    try snapshot { try DayAssembly(days, from: connection).days }
  }

  /// The day of the first entry, or `nil` without one.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func firstDay() throws -> Day? {
    try explaining { try span()?.lowerBound }
  }

  /// The days from the first to the last entry, or `nil` without one.
  private func span() throws -> ClosedRange<Day>? {
    // A minimum or a maximum by itself is read off the end of an index.
    try connection.first(
      """
      SELECT min(day), max(day)
      FROM (
        SELECT min(day) AS day FROM run UNION ALL SELECT max(day) FROM run
        UNION ALL SELECT min(day) FROM check_in UNION ALL SELECT max(day) FROM check_in
        UNION ALL SELECT min(day) FROM stretch UNION ALL SELECT max(day) FROM stretch
        UNION ALL SELECT min(day) FROM cross_training UNION ALL SELECT max(day) FROM cross_training
        UNION ALL SELECT min(day) FROM day_mark UNION ALL SELECT max(day) FROM day_mark
        UNION ALL SELECT onset_day FROM flare_up UNION ALL SELECT end_day FROM flare_up
        UNION ALL SELECT covers_from FROM import UNION ALL SELECT covers_to FROM import
      )
      """
    ) { (row) throws(SQLiteError) in
      guard let first = try row.optionalDay(0) else { return nil }
      return first...(try row.day(1))
    } ?? nil
  }

  /// Every day on which something was stretched or exercised, in order.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func stretchDays() throws -> [Day] {
    try explaining {
      try connection.rows("SELECT DISTINCT day FROM stretch ORDER BY day") {
        (row) throws(SQLiteError) in try row.day(0)
      }
    }
  }

  /// The runs of `days`, oldest first; of one day, those without a start first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func runs(in days: ClosedRange<Day>) throws -> [RunSummary] {
    try explaining {
      try connection.rows(
        """
        SELECT run.day, run.distance_m, footwear.name, pain_before, pain_during, pain_after
        FROM run
        LEFT JOIN footwear ON footwear.id = run.footwear_id
        WHERE run.day BETWEEN ?1 AND ?2
        ORDER BY run.day, run.start_time, run.id
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        RunSummary(
          day: try row.day(0), distanceM: try row.optionalReal(1),
          footwear: try row.optionalText(2),
          pain: RunSummary.Pain(
            before: try row.optionalInteger(3), during: try row.optionalInteger(4),
            after: try row.optionalInteger(5)))
      }
    }
  }
}

extension Row {
  /// The day in `column`.
  ///
  /// - Throws: ``SQLiteError/Code/mismatch`` if it holds anything else.
  func day(_ column: Int) throws(SQLiteError) -> Day {
    guard let day = Day(try text(column)) else {
      throw SQLiteError(.mismatch, "column '\(name(column))' contains no day")
    }
    return day
  }

  /// The day in `column`, or `nil` for NULL.
  func optionalDay(_ column: Int) throws(SQLiteError) -> Day? {
    isNull(column) ? nil : try day(column)
  }
}
