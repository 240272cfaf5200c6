public import CivilDay
public import JournalModel

extension Journal {
  /// Marks every day in `days`, as one action; replaces marks of the other kind.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - mark: The mark.
  ///   - today: Later days are refused; `nil` allows them.
  /// - Returns: The result.
  /// - Throws: ``JournalError/daysHaveRuns(days:)`` if there are runs on days of
  ///   rest, or ``JournalError/invalid(_:)``.
  public func mark(
    _ days: ClosedRange<Day>, as mark: DayMark, today: Day?
  ) throws -> DaysMarked {
    let span = [SQLiteValue.text(days.lowerBound.description), .text(days.upperBound.description)]
    return try explaining {
      // The lock is taken first, so that nothing comes between what is read here
      // and what is written.
      try writing {
        if mark == .rest {
          let runDays = try connection.rows(
            "SELECT DISTINCT day FROM run WHERE day BETWEEN ?1 AND ?2 ORDER BY day", span
          ) { (row) throws(SQLiteError) in try row.text(0) }
          guard runDays.isEmpty else { throw JournalError.daysHaveRuns(days: runDays) }
        }
        let marks = try connection.rows(
          "SELECT day, kind FROM day_mark WHERE day BETWEEN ?1 AND ?2 ORDER BY day", span
        ) { (row) throws(SQLiteError) in (day: try row.day(0), kind: try row.text(1)) }
        let kinds = Dictionary(uniqueKeysWithValues: marks)
        let alreadySo = kinds.values.count { $0 == mark.rawValue }
        guard alreadySo < days.count else {
          return DaysMarked(logged: nil, alreadySo: alreadySo, replaced: 0)
        }
        let logged = try act(mark == .rest ? "rest" : "gap") {
          var inserter = try EntryInserter(
            connection, table: .dayMark, columns: ["day", "kind"], today: today)
          var id = 0
          for day in days where kinds[day] != mark.rawValue {
            if kinds[day] == nil {
              id = try inserter.insert([.text(day.description), .text(mark.rawValue)])
            } else {
              id = try replaceMark(of: day, with: mark)
            }
          }
          return id
        }
        return DaysMarked(
          logged: logged, alreadySo: alreadySo, replaced: kinds.count - alreadySo)
      }
    }
  }

  /// The mark of `day`, if any.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func mark(of day: Day) throws -> DayMark? {
    try explaining {
      try connection.first("SELECT kind FROM day_mark WHERE day = ?1", .text(day.description)) {
        (row) throws(SQLiteError) in DayMark(rawValue: try row.text(0))
      } ?? nil
    }
  }

  /// Marks `day` within an action, replacing any mark; returns the mark's id.
  func setMark(of day: Day, to mark: DayMark, today: Day?) throws -> Int {
    guard try self.mark(of: day) == nil else { return try replaceMark(of: day, with: mark) }
    let values: [String: SQLiteValue] = [
      "day": .text(day.description), "kind": .text(mark.rawValue),
    ]
    return try insert([Entry(.dayMark, values)], today: today)
  }

  /// Changes the kind of the mark of `day`; returns its id.
  private func replaceMark(of day: Day, with mark: DayMark) throws(SQLiteError) -> Int {
    try connection.run(
      "UPDATE day_mark SET kind = ?2 WHERE day = ?1", .text(day.description), .text(mark.rawValue))
    return try connection.integer(
      "SELECT id FROM day_mark WHERE day = ?1", .text(day.description))
  }
}
