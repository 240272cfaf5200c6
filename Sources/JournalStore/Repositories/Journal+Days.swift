public import CivilDay
public import JournalModel

extension Journal {
  /// Every day from the first to the last entry, consecutive and in order.
  ///
  /// - Returns: The days of the view `day`; none for an empty journal.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func days() throws -> [DiaryDay] {
    try explaining {
      try connection.rows("\(Self.daySelection) ORDER BY day", body: Self.diaryDay)
    }
  }

  /// Every day from the first to the last entry, with its ratings.
  ///
  /// - Parameter measure: The kind of rating.
  /// - Returns: The days as in ``days()`` and the ratings as in ``ratings(of:)``,
  ///   from the same moment.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func diary(
    rating measure: PainMeasure
  ) throws -> (days: [DiaryDay], ratings: [PainRating]) {
    try snapshot { (try days(), try ratings(of: measure)) }
  }

  /// Every rating of `measure` in the view `rating`.
  ///
  /// - Parameter measure: The kind of rating.
  /// - Returns: The ratings by day and, within a day, by preference: the
  ///   morning's first, then those at an unknown time, then later ones, each by
  ///   time.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func ratings(of measure: PainMeasure) throws -> [PainRating] {
    try explaining {
      try connection.rows(
        """
        SELECT day, moment, \(measure.rawValue)
        FROM rating_order
        WHERE \(measure.rawValue) IS NOT NULL
        ORDER BY day, place
        """
      ) { (row) throws(SQLiteError) in
        PainRating(
          day: try row.day(0), moment: try row.optionalText(1).flatMap(PainRating.Moment.init),
          value: try row.integer(2))
      }
    }
  }

  /// The known times of the check-ins on `day`, by their ids.
  public func moments(ofCheckInsOn day: Day) throws -> [Int: PainRating.Moment] {
    try explaining {
      let moments = try connection.rows(
        "SELECT id, moment FROM rating WHERE day = ?1 AND moment IS NOT NULL",
        .text(day.description)
      ) { (row) throws(SQLiteError) in
        (try row.integer(0), PainRating.Moment(rawValue: try row.text(1)))
      }
      return Dictionary(uniqueKeysWithValues: moments).compactMapValues(\.self)
    }
  }

  /// Each of `days`, in order, as in the view `day`; a day before the first entry
  /// or after the last is unknown.
  ///
  /// - Parameter days: Days; fewer are faster.
  /// - Returns: One element per day.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func days(in days: ClosedRange<Day>) throws -> [DiaryDay] {
    try explaining {
      let known = try connection.rows(
        "\(Self.daySelection) WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
        .text(days.lowerBound.description), .text(days.upperBound.description),
        body: Self.diaryDay)
      let byDay = Dictionary(uniqueKeysWithValues: known.map { ($0.day, $0) })
      return days.map { byDay[$0] ?? DiaryDay(unknown: $0) }
    }
  }

  /// The day of the first entry, or `nil` without one.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func firstDay() throws -> Day? {
    try explaining {
      try connection.first("SELECT first_day FROM day_span") { (row) throws(SQLiteError) in
        try row.optionalDay(0)
      } ?? nil
    }
  }

  private static let daySelection = """
    SELECT day, state, rest_is, runs, distance_km, minutes, load, ascent_m, descent_m, steps,
      leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain, back_pain, reach, flare,
      stretch_minutes, sitting_hours, sleep_hours
    FROM day
    """

  private static func diaryDay(_ row: borrowing Row) throws(SQLiteError) -> DiaryDay {
    DiaryDay(
      day: try row.day(0), state: try row.optionalText(1).flatMap(DiaryDay.State.init),
      restIs: try row.optionalText(2).flatMap(DiaryDay.RestGround.init),
      runs: try row.optionalInteger(3), distanceKm: try row.optionalReal(4),
      minutes: try row.optionalReal(5), load: try row.optionalReal(6),
      ascentM: try row.optionalReal(7), descentM: try row.optionalReal(8),
      steps: try row.optionalInteger(9), legPain: try row.optionalInteger(10),
      legPainMoment: try row.optionalText(11).flatMap(PainRating.Moment.init),
      eveningLegPain: try row.optionalInteger(12), worstLegPain: try row.optionalInteger(13),
      backPain: try row.optionalInteger(14), reach: try row.optionalInteger(15),
      isFlare: try row.integer(16) == 1, stretchMinutes: try row.optionalReal(17),
      sittingHours: try row.optionalReal(18), sleepHours: try row.optionalReal(19))
  }

  /// Whether medication was noted, on each day with a check-in.
  ///
  /// A check-in without medication counts as a day without it: nobody writes down
  /// each evening what they did not take.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func medicatedDays() throws -> [Day: Bool] {
    try explaining {
      var days: [Day: Bool] = [:]
      _ = try connection.rows(
        "SELECT day, max(medication IS NOT NULL) FROM check_in GROUP BY day"
      ) { (row) throws(SQLiteError) in
        days[try row.day(0)] = try row.integer(1) == 1
      }
      return days
    }
  }

  /// Every day with a stretch or exercise, in order.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func stretchDays() throws -> [Day] {
    try explaining {
      try connection.rows("SELECT DISTINCT day FROM stretch ORDER BY day") {
        (row) throws(SQLiteError) in try row.day(0)
      }
    }
  }

  /// The runs of `days`, oldest first; within a day, those without a start first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func runs(in days: ClosedRange<Day>) throws -> [RunSummary] {
    try explaining {
      try connection.rows(
        """
        SELECT run.day, run.distance_m, footwear.name, pain_before, pain_during, pain_after,
          run.start_time, run.duration_s
        FROM run
        LEFT JOIN footwear ON footwear.id = run.footwear_id
        WHERE run.day BETWEEN ?1 AND ?2
        ORDER BY run.day, run.start_time, run.id
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        RunSummary(
          day: try row.day(0), startTime: try row.optionalText(6),
          distanceM: try row.optionalReal(1), durationS: try row.optionalReal(7),
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
  /// - Throws: ``SQLiteError/Code/mismatch`` for any other value.
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
