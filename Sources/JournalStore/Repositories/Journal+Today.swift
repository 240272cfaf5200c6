public import CivilDay

/// What one screen about today asks: all of it is found by indexes, so that it
/// takes no longer as the journal grows.
extension Journal {
  /// Each of `days`, in order, as the view `day` tells it; a day before the first
  /// entry or after the last is unknown.
  ///
  /// The view counts through the whole journal. This reads the days alone, by the
  /// same rules, which a test compares.
  ///
  /// - Parameter days: Days; the fewer they are, the faster.
  /// - Returns: One element a day.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func days(in days: ClosedRange<Day>) throws -> [DiaryDay] {
    try explaining {
      try connection.rows(
        Self.daysAlone, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in try DiaryDay(row) }
    }
  }

  /// The last day up to `day` that has a check-in, if there is one.
  public func lastCheckInDay(upTo day: Day) throws -> Day? {
    try explaining {
      try connection.first(
        "SELECT day FROM check_in WHERE day <= ?1 ORDER BY day DESC LIMIT 1",
        .text(day.description)
      ) { (row) throws(SQLiteError) in try row.day(0) }
    }
  }

  /// The shoes in use, by name.
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

  /// The views `day`, `rating` and `day_rating` for the days from `?1` to `?2`.
  private static let daysAlone = """
    WITH RECURSIVE
      calendar (day) AS (
        SELECT ?1
        UNION ALL
        SELECT date(day, '+1 day') FROM calendar WHERE day < ?2
      ),
      run_day AS (
        SELECT
          day, count(*) AS runs, count(start_time) AS starts,
          min(time(start_time, (SELECT back FROM day_boundary))) AS first_start,
          iif(count(distance_m) = count(*), sum(distance_m) / 1000.0, NULL) AS distance_km,
          iif(count(duration_s) = count(*), sum(duration_s) / 60.0, NULL) AS minutes,
          iif(count(rpe * duration_s) = count(*), sum(rpe * duration_s) / 60.0, NULL) AS load,
          iif(count(ascent_m) = count(*), sum(ascent_m), NULL) AS ascent_m
        FROM run
        WHERE day BETWEEN ?1 AND ?2
        GROUP BY day
      ),
      stated AS MATERIALIZED (
        SELECT
          calendar.day,
          CASE
            WHEN EXISTS (SELECT 1 FROM run WHERE run.day = calendar.day) THEN 'run'
            WHEN day_mark.kind = 'not_tracked' THEN NULL
            WHEN day_mark.kind = 'rest'
              OR EXISTS (SELECT 1 FROM check_in WHERE check_in.day = calendar.day)
              OR EXISTS (SELECT 1 FROM stretch WHERE stretch.day = calendar.day)
              OR EXISTS (SELECT 1 FROM cross_training WHERE cross_training.day = calendar.day)
              OR EXISTS (
                SELECT 1 FROM flare_up
                WHERE onset_day <= calendar.day AND calendar.day IN (onset_day, end_day))
              OR EXISTS (SELECT 1 FROM import WHERE calendar.day BETWEEN covers_from AND covers_to)
              THEN 'rest'
          END AS state
        FROM calendar
        LEFT JOIN day_mark ON day_mark.day = calendar.day
      ),
      moments AS (
        SELECT
          check_in.id, check_in.day, time, leg_pain, back_pain, reach, sitting_hours, sleep_hours,
          CASE
            WHEN time IS NULL THEN moment
            WHEN time(time, (SELECT back FROM day_boundary)) >= first_start THEN 'later'
            WHEN first_start IS NOT NULL AND runs = starts THEN 'morning'
            WHEN moment IS NOT NULL THEN moment
            WHEN runs IS NULL
              THEN iif(
                time(time, (SELECT back FROM day_boundary))
                  < time('12:00', (SELECT back FROM day_boundary)),
                'morning', 'later')
          END AS moment
        FROM check_in
        LEFT JOIN run_day ON run_day.day = check_in.day
        WHERE check_in.day BETWEEN ?1 AND ?2
      ),
      keyed AS MATERIALIZED (
        SELECT
          day, leg_pain, back_pain, moment, reach, sitting_hours, sleep_hours,
          ((CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END) << 57)
            + (coalesce(unixepoch(time, (SELECT back FROM day_boundary)) % 86400, 0) << 40)
            + (id << 4) AS key
        FROM moments
      ),
      pain AS (
        SELECT
          day, max(reach) AS reach,
          min(key + leg_pain) & 15 AS leg_pain,
          CASE min(key + leg_pain) >> 57 WHEN 0 THEN 'morning' WHEN 2 THEN 'later' END
            AS leg_pain_moment,
          max(iif(moment = 'later', key + leg_pain, NULL)) & 15 AS evening_leg_pain,
          max(leg_pain) AS worst_leg_pain, min(key + back_pain) & 15 AS back_pain,
          max(sitting_hours) AS sitting_hours, max(sleep_hours) AS sleep_hours
        FROM keyed
        GROUP BY day
      )
    SELECT
      stated.day, state,
      iif(state = 'rest', 0, runs), iif(state = 'rest', 0.0, distance_km),
      iif(state = 'rest', 0.0, minutes), iif(state = 'rest', 0.0, load),
      iif(state = 'rest', 0.0, ascent_m),
      leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain, back_pain,
      reach,
      EXISTS (
        SELECT 1 FROM flare_up
        WHERE onset_day <= stated.day AND coalesce(end_day, '9999-12-31') >= stated.day),
      (
        SELECT sum(coalesce(duration_s, sets * hold_s)) / 60.0
        FROM stretch
        WHERE stretch.day = stated.day
      ),
      sitting_hours, sleep_hours
    FROM stated
    LEFT JOIN run_day ON run_day.day = stated.day
    LEFT JOIN pain ON pain.day = stated.day
    ORDER BY stated.day
    """
}
