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
        SELECT day, numbness, tingling, weakness, saddle_numbness, bladder_or_bowel,
          side, medication
        FROM check_in
        WHERE day BETWEEN ?1 AND ?2
          AND coalesce(numbness, tingling, weakness, saddle_numbness, bladder_or_bowel, side,
            medication) IS NOT NULL
        ORDER BY day, time, id
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        DeclaredSigns(
          day: try row.day(0), numbness: try row.optionalInteger(1).map { $0 == 1 },
          tingling: try row.optionalInteger(2).map { $0 == 1 },
          weakness: try row.optionalInteger(3).map { $0 == 1 },
          saddleNumbness: try row.optionalInteger(4).map { $0 == 1 },
          bladderOrBowel: try row.optionalInteger(5).map { $0 == 1 },
          side: try row.optionalText(6).flatMap(BodySide.init(rawValue:)),
          medication: try row.optionalText(7))
      }
    }
  }
}
