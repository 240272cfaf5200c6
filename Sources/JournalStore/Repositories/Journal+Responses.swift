public import CivilDay

extension Journal {
  /// The leg pain around a run of `day`, as the view `run_response` has it.
  ///
  /// That view rates every day of the journal before it gives its first row;
  /// this asks for the three days that matter.
  ///
  /// - Parameter day: The day of the run.
  /// - Returns: The ratings of that day and the next two.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func response(toRunOn day: Day) throws -> RunResponse {
    try explaining {
      let ratings = try connection.rows(
        """
        SELECT day, iif(leg_pain_moment = 'later', NULL, leg_pain), evening_leg_pain
        FROM day_rating
        WHERE day IN (?1, ?2, ?3)
        """, .text(day.description), .text((day + 1).description), .text((day + 2).description)
      ) { (row) throws(SQLiteError) in
        (
          day: try row.day(0), morning: try row.optionalInteger(1),
          evening: try row.optionalInteger(2)
        )
      }
      let first = { (wanted: Day) in ratings.first { $0.day == wanted } }
      return RunResponse(
        morningPain: first(day)?.morning, eveningPain: first(day)?.evening,
        nextMorningPain: first(day + 1)?.morning, pain48HoursLater: first(day + 2)?.morning)
    }
  }
}
