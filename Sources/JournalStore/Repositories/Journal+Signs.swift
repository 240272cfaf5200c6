public import CivilDay
internal import JournalModel

extension Journal {
  /// The nerve signs and medication in the check-ins of `days`, oldest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func signs(in days: ClosedRange<Day>) throws -> [DeclaredSigns] {
    try explaining {
      try connection.rows(
        """
        SELECT rating.day, rating.numbness, rating.tingling, rating.weakness,
          rating.saddle_numbness, rating.bladder_or_bowel, rating.side, rating.medication,
          rating.moment, weakness_unchanged
        FROM rating
        JOIN check_in USING (id)
        WHERE rating.day BETWEEN ?1 AND ?2
          AND coalesce(rating.numbness, rating.tingling, rating.weakness,
            rating.saddle_numbness, rating.bladder_or_bowel, rating.side, rating.medication)
            IS NOT NULL
        ORDER BY rating.day,
          CASE rating.moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END, rating.time, id
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        DeclaredSigns(
          day: try row.day(0), moment: try row.optionalText(8).flatMap(PainRating.Moment.init),
          numbness: try row.optionalInteger(1).map { $0 == 1 },
          tingling: try row.optionalInteger(2).map { $0 == 1 },
          weakness: try row.optionalInteger(3).map { $0 == 1 },
          weaknessIsUnchanged: try row.optionalInteger(9) == 1,
          saddleNumbness: try row.optionalInteger(4).map { $0 == 1 },
          bladderOrBowel: try row.optionalInteger(5).map { $0 == 1 },
          side: try row.optionalText(6).flatMap(BodySide.init(rawValue:)),
          medication: try row.optionalText(7))
      }
    }
  }
}
