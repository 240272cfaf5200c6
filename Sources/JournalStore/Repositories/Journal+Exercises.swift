public import CivilDay
public import JournalModel

extension Journal {
  /// The names of all exercises, with their ids.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func exercises() throws -> [(id: Int, name: String)] {
    try explaining {
      try connection.rows("SELECT id, name FROM exercise ORDER BY name") {
        (row) throws(SQLiteError) in (try row.integer(0), try row.text(1))
      }
    }
  }

  /// The exercises done in `days`, most frequent first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func exercisesDone(in days: ClosedRange<Day>) throws -> [ExerciseDays] {
    try explaining {
      try connection.rows(
        """
        SELECT exercise.name, count(DISTINCT stretch.day) AS days, max(stretch.day)
        FROM stretch
        JOIN exercise ON exercise.id = stretch.exercise_id
        WHERE stretch.day BETWEEN ?1 AND ?2
        GROUP BY exercise.id
        ORDER BY days DESC, exercise.name
        """, .text(days.lowerBound.description), .text(days.upperBound.description)
      ) { (row) throws(SQLiteError) in
        ExerciseDays(
          name: try row.text(0), days: try row.integer(1), lastDay: try row.day(2))
      }
    }
  }

  /// The exercises of one kind, or all, by kind and name.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func exerciseUse(ofKind kind: String? = nil) throws -> [ExerciseUse] {
    try explaining {
      try connection.rows(
        """
        SELECT
          id, name, kind,
          (SELECT count(*) FROM stretch WHERE exercise_id = exercise.id),
          (SELECT max(day) FROM stretch WHERE exercise_id = exercise.id),
          note
        FROM exercise
        WHERE ?1 IS NULL OR kind = ?1
        ORDER BY kind, name
        """, .text(kind)
      ) { (row) throws(SQLiteError) in
        ExerciseUse(
          id: try row.integer(0), name: try row.text(1), kind: try row.text(2),
          times: try row.integer(3), lastDay: try row.optionalDay(4),
          note: try row.optionalText(5))
      }
    }
  }
}
