public import CivilDay
public import JournalModel

/// The answers about a day; `nil` without an answer.
public struct DayAnswers: Equatable, Sendable {
  /// A run of the day.
  public var run: Entry?
  /// The mark of a day without a run; it replaces an earlier mark.
  public var mark: DayMark?
  /// The check-in.
  public var checkIn: Entry?
  /// The change of a flare-up.
  public var flareUp: FlareUpChange?

  /// Creates answers.
  public init(
    run: Entry? = nil, mark: DayMark? = nil, checkIn: Entry? = nil, flareUp: FlareUpChange? = nil
  ) {
    (self.run, self.mark, self.checkIn, self.flareUp) = (run, mark, checkIn, flareUp)
  }
}

/// The result of logging answers about a day.
public struct LoggedAnswers: Equatable, Sendable {
  /// The id of the run.
  public let run: Int?
  /// The id of the check-in or, without one, of the mark or the flare-up.
  public let other: Int?
}

extension Journal {
  /// Logs the answers about a day as one action.
  ///
  /// - Parameters:
  ///   - answers: The answers, at least one.
  ///   - day: The day.
  ///   - today: Later days are refused; `nil` allows them.
  /// - Returns: The ids of the new entries.
  /// - Throws: ``JournalError/invalid(_:)``, ``JournalError/flareUpLasts(since:)``
  ///   or ``JournalError/noFlareUpLasts``.
  public func checkIn(
    _ answers: DayAnswers, on day: Day, today: Day?
  ) throws -> LoggedAnswers {
    var run: Int?
    var others: [Int] = []
    _ = try act("checkin") {
      run = try answers.run.map { try insert([$0], today: today) }
      switch answers.flareUp {
      case .begins:
        let onset = Entry(.flareUp, ["onset_day": .text(day.description)])
        others.append(try beginFlareUp(onset, today: today))
      case .ends: others.append(try closeFlareUp(on: day, peakPain: nil))
      case nil: break
      }
      if let mark = answers.mark { others.append(try setMark(of: day, to: mark, today: today)) }
      if let checkIn = answers.checkIn { others.append(try insert([checkIn], today: today)) }
      return others.last ?? run ?? 0
    }
    return LoggedAnswers(run: run, other: others.last)
  }

  /// The day of the latest check-in up to `day`, or `nil` without one.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func latestCheckInDay(upTo day: Day) throws -> Day? {
    try explaining {
      try connection.first(
        "SELECT day FROM check_in WHERE day <= ?1 ORDER BY day DESC LIMIT 1",
        .text(day.description)
      ) { (row) throws(SQLiteError) in try row.day(0) }
    }
  }

  /// The latest check-in before `day` with all of `fields`, or `nil`.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func latestCheckIn(
    telling fields: [RecordField<CheckIn>], before day: Day
  ) throws -> CheckIn? {
    let known = fields.map(\.field.name)
    guard !known.isEmpty else { return nil }
    return try explaining {
      try connection.first(
        """
        SELECT * FROM check_in
        WHERE day < ?1 AND \(known.map { "\($0) IS NOT NULL" }.joined(separator: " AND "))
        ORDER BY day DESC, time DESC, id DESC
        LIMIT 1
        """, .text(day.description)
      ) { (row) throws(SQLiteError) in try storedEntry(row, in: .checkIn) }?.record()
    }
  }
}
