public import CivilDay

extension Journal {
  /// Starts a flare-up.
  ///
  /// - Throws: ``JournalError/flareUpLasts(since:)`` if one lasts already.
  public func startFlareUp(_ entry: Entry, today: Day?) throws -> Logged {
    try act("flare start") {
      if let open = try openFlareUp() {
        throw JournalError.flareUpLasts(since: open.onsetDay.description)
      }
      var inserter = try EntryInserter(
        connection, table: .flareUp, columns: Array(entry.values.keys), today: today)
      let values = try inserter.checked(Array(entry.values.values))
      let onset = zip(entry.values.keys, values).first { $0.0 == "onset_day" }?.1 ?? .null
      let isWithin = try connection.first(
        "SELECT 1 FROM flare_up WHERE ?1 BETWEEN onset_day AND end_day", onset, body: { _ in true })
      guard isWithin == nil else {
        throw JournalError.invalid(
          FieldProblem("A flare-up", "cannot begin while another one lasted"))
      }
      return try inserter.insert(checked: values)
    }
  }

  /// Ends the flare-up that lasts.
  ///
  /// - Parameters:
  ///   - day: Its last day.
  ///   - peakPain: The highest pain of it, 0 to 10, or `nil` to leave it; a higher
  ///     one that was given at its start stays.
  /// - Returns: The id of the flare-up, and the action to undo it by.
  /// - Throws: ``JournalError/noFlareUpLasts``, or ``JournalError/invalid(_:)``
  ///   if it began after `day` or `peakPain` is no rating.
  public func endFlareUp(on day: Day, peakPain: Int?) throws -> Logged {
    do {
      _ = try Field.rating("peak_pain").stored(.integer(peakPain))
    } catch {
      throw JournalError.invalid(error)
    }
    return try act("flare end") {
      guard let open = try openFlareUp() else { throw JournalError.noFlareUpLasts }
      guard open.onsetDay <= day else {
        throw JournalError.invalid(
          FieldProblem("A flare-up", "cannot end before it began, on \(open.onsetDay)"))
      }
      try connection.run(
        """
        UPDATE flare_up
        SET end_day = ?2, peak_pain = max(coalesce(?3, peak_pain), coalesce(peak_pain, ?3))
        WHERE id = ?1
        """, .integer(open.id), .text(day.description), .integer(peakPain))
      return open.id
    }
  }

  /// Refuses days of a flare-up on which another one lasted.
  func checkOverlap(ofFlareUp id: Int) throws {
    let other = try connection.first(
      """
      SELECT 1
      FROM flare_up AS mine
      JOIN flare_up AS other
        ON other.onset_day <= coalesce(mine.end_day, '9999-12-31')
        AND coalesce(other.end_day, '9999-12-31') >= mine.onset_day
      WHERE mine.id = ?1 AND other.id <> mine.id
      """, .integer(id)
    ) { _ in true }
    guard other == nil else {
      throw JournalError.invalid(FieldProblem("A flare-up", "cannot last while another one does"))
    }
  }

  /// The flare-up that lasts, if one does.
  public func openFlareUp() throws -> (id: Int, onsetDay: Day)? {
    try explaining {
      try connection.first("SELECT id, onset_day FROM flare_up WHERE end_day IS NULL") {
        (row) throws(SQLiteError) in (try row.integer(0), try row.day(1))
      }
    }
  }
}
