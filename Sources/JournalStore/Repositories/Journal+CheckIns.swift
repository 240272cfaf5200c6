public import CivilDay

/// What a check-in says about a flare-up.
public enum FlareUpChange: Equatable, Sendable {
  /// The day is the first of one.
  case begins
  /// The day is the last of the one that lasts.
  case ends
}

extension Journal {
  /// Logs what was answered about a day as one action.
  ///
  /// - Parameters:
  ///   - entries: The rows, in order.
  ///   - flareUp: What becomes of a flare-up, if anything does.
  ///   - day: The day that was asked about.
  ///   - today: Days after this one are refused; `nil` allows them.
  /// - Returns: The id of the last of the entries, or of the flare-up if there are
  ///   none, and the action to undo all of it by.
  /// - Throws: ``JournalError/invalid(_:)``, ``JournalError/flareUpLasts(since:)``
  ///   or ``JournalError/noFlareUpLasts``.
  public func checkIn(
    _ entries: [Entry], flareUp: FlareUpChange?, on day: Day, today: Day?
  ) throws -> Logged {
    try act("checkin") {
      let flareUpID: Int? =
        switch flareUp {
        case .begins:
          try beginFlareUp(
            Entry(.flareUp, ["onset_day": .text(day.description)]), today: today)
        case .ends: try closeFlareUp(on: day, peakPain: nil)
        case nil: nil
        }
      let id = try insert(entries, today: today)
      return entries.isEmpty ? flareUpID ?? id : id
    }
  }

  /// The day of the latest check-in up to `day`, or `nil` if there is none.
  public func latestCheckInDay(upTo day: Day) throws -> Day? {
    try explaining {
      try connection.first(
        "SELECT day FROM check_in WHERE day <= ?1 ORDER BY day DESC LIMIT 1",
        .text(day.description)
      ) { (row) throws(SQLiteError) in try row.day(0) }
    }
  }

  /// The latest check-in before `day` in which `field` is known, or `nil`.
  public func latestCheckIn(telling field: String, before day: Day) throws -> StoredEntry? {
    guard EntryTable.checkIn.fields.contains(where: { $0.name == field }) else { return nil }
    return try explaining {
      try connection.first(
        """
        SELECT * FROM check_in
        WHERE day < ?1 AND \(field) IS NOT NULL
        ORDER BY day DESC, time DESC, id DESC
        LIMIT 1
        """, .text(day.description)
      ) { (row) throws(SQLiteError) in try storedEntry(row, in: .checkIn) }
    }
  }
}
