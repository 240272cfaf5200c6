public import CivilDay

extension Journal {
  /// Every day from the first to the last entry, in order and without a gap.
  public func days() throws -> [DiaryDay] {
    try explaining {
      try connection.rows("SELECT \(DiaryDay.columns) FROM day ORDER BY day") {
        (row) throws(SQLiteError) in try DiaryDay(row)
      }
    }
  }

  /// Every rating of `measure`, in the order of days and, within a day, of time.
  public func ratings(of measure: PainMeasure) throws -> [PainRating] {
    try explaining {
      try connection.rows(
        """
        SELECT day, moment, \(measure.rawValue)
        FROM rating
        WHERE \(measure.rawValue) IS NOT NULL
        ORDER BY day, coalesce(time(time, (SELECT back FROM day_boundary)), ''), id
        """
      ) { (row) throws(SQLiteError) in
        PainRating(
          day: try row.day(0), moment: try row.optionalText(1).flatMap(PainRating.Moment.init),
          value: try row.integer(2))
      }
    }
  }

  /// Every day on which something was stretched or exercised, in order.
  public func stretchDays() throws -> [Day] {
    try explaining {
      try connection.rows("SELECT DISTINCT day FROM stretch ORDER BY day") {
        (row) throws(SQLiteError) in try row.day(0)
      }
    }
  }

  /// The runs of `days`, oldest first; of one day, those without a start first.
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

extension DiaryDay {
  /// The columns of the view `day` that make one.
  static let columns = """
    day, state, runs, distance_km, minutes, load, ascent_m, leg_pain, leg_pain_moment, \
    evening_leg_pain, worst_leg_pain, back_pain, reach, flare, stretch_minutes, sitting_hours, \
    sleep_hours
    """

  /// Reads ``columns``, in their order.
  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      day: try row.day(0), state: try row.optionalText(1).flatMap(State.init),
      runs: try row.optionalInteger(2), distanceKm: try row.optionalReal(3),
      minutes: try row.optionalReal(4), load: try row.optionalReal(5),
      ascentM: try row.optionalReal(6), legPain: try row.optionalInteger(7),
      legPainMoment: try row.optionalText(8).flatMap(PainRating.Moment.init),
      eveningLegPain: try row.optionalInteger(9), worstLegPain: try row.optionalInteger(10),
      backPain: try row.optionalInteger(11), reach: try row.optionalInteger(12),
      isFlare: try row.integer(13) == 1, stretchMinutes: try row.optionalReal(14),
      sittingHours: try row.optionalReal(15), sleepHours: try row.optionalReal(16))
  }
}

extension Row {
  /// The day in `column`.
  ///
  /// - Throws: ``SQLiteError/Code/mismatch`` if it holds anything else.
  func day(_ column: Int) throws(SQLiteError) -> Day {
    guard let day = Day(try text(column)) else {
      throw SQLiteError(.mismatch, "column '\(name(column))' holds no day")
    }
    return day
  }

  /// The day in `column`, or `nil` for NULL.
  func optionalDay(_ column: Int) throws(SQLiteError) -> Day? {
    isNull(column) ? nil : try day(column)
  }
}
