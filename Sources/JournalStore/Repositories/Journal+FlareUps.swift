public import CivilDay
public import JournalModel

extension Journal {
  /// Starts a flare-up.
  ///
  /// - Throws: ``JournalError/flareUpLasts(since:)`` if one is already in
  ///   progress.
  public func startFlareUp(_ entry: Entry, today: Day?) throws -> Logged {
    try act("flare start") { try beginFlareUp(entry, today: today) }
  }

  /// Starts a flare-up within an action and returns its id.
  func beginFlareUp(_ entry: Entry, today: Day?) throws -> Int {
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
        FieldProblem("A flare-up", "cannot overlap another one"))
    }
    return try inserter.insert(checked: values)
  }

  /// Ends the flare-up in progress.
  ///
  /// - Parameters:
  ///   - day: Its last day.
  ///   - peakPain: Its worst pain, 0 to 10, or `nil` to leave it; a higher
  ///     earlier value stays.
  /// - Returns: The id of the flare-up, and the action, for undo.
  /// - Throws: ``JournalError/noFlareUpLasts``, or ``JournalError/invalid(_:)``
  ///   if it began after `day` or `peakPain` is not a rating.
  public func endFlareUp(on day: Day, peakPain: Int?) throws -> Logged {
    do {
      _ = try FlareUp.field(\.peakPain).field.stored(.integer(peakPain))
    } catch {
      throw JournalError.invalid(error)
    }
    return try act("flare end") { try closeFlareUp(on: day, peakPain: peakPain) }
  }

  /// Ends the flare-up in progress within an action and returns its id.
  func closeFlareUp(on day: Day, peakPain: Int?) throws -> Int {
    guard let open = try openFlareUp() else { throw JournalError.noFlareUpLasts }
    guard open.onsetDay <= day else {
      throw JournalError.invalid(
        FieldProblem("A flare-up", "cannot end before it started, on \(open.onsetDay)"))
    }
    try connection.run(
      """
      UPDATE flare_up
      SET end_day = ?2, peak_pain = max(coalesce(?3, peak_pain), coalesce(peak_pain, ?3))
      WHERE id = ?1
      """, .integer(open.id), .text(day.description), .integer(peakPain))
    return open.id
  }

  /// Rejects days of a flare-up that overlap another.
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
      throw JournalError.invalid(FieldProblem("A flare-up", "cannot overlap another one"))
    }
  }

  /// Reopens a flare-up that had ended.
  ///
  /// - Parameter id: The flare-up; `nil` for the latest.
  /// - Returns: The id of the flare-up, and the action, for undo.
  /// - Throws: ``JournalError/flareUpLasts(since:)`` if one is in progress,
  ///   ``JournalError/noFlareUpEnded`` or ``JournalError/noEntry(table:id:)``
  ///   without one, or ``JournalError/invalid(_:)`` if another began after it.
  public func reopenFlareUp(_ id: Int?) throws -> Logged {
    try act("flare reopen") {
      if let open = try openFlareUp() {
        throw JournalError.flareUpLasts(since: open.onsetDay.description)
      }
      let latest = try connection.first(
        "SELECT id, onset_day FROM flare_up ORDER BY onset_day DESC, id DESC LIMIT 1"
      ) { (row) throws(SQLiteError) in (id: try row.integer(0), onset: try row.text(1)) }
      guard let latest else {
        throw id.map { JournalError.noEntry(table: .flareUp, id: $0) } ?? .noFlareUpEnded
      }
      if let id, id != latest.id {
        guard try entry(id, of: .flareUp) != nil else {
          throw JournalError.noEntry(table: .flareUp, id: id)
        }
        throw JournalError.invalid(
          FieldProblem(
            "A flare-up", "cannot be reopened after another one started, on \(latest.onset)"))
      }
      try connection.run("UPDATE flare_up SET end_day = NULL WHERE id = ?1", .integer(latest.id))
      return latest.id
    }
  }

  /// Every flare-up, newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func flareUps() throws -> [FlareUpSummary] {
    try explaining {
      try connection.rows(
        """
        SELECT flare_up.id, onset_day, end_day, peak_pain, run.id, run.day, run.distance_m,
          trigger_text, flare_up.note
        FROM flare_up
        LEFT JOIN run ON run.id = trigger_run_id
        ORDER BY onset_day DESC, flare_up.id DESC
        """
      ) { (row) throws(SQLiteError) in
        FlareUpSummary(
          id: try row.integer(0), onsetDay: try row.day(1), endDay: try row.optionalDay(2),
          peakPain: try row.optionalInteger(3),
          triggerRun: row.isNull(4)
            ? nil
            : FlareUpSummary.TriggerRun(
              id: try row.integer(4), day: try row.day(5), distanceM: try row.optionalReal(6)),
          triggerText: try row.optionalText(7), note: try row.optionalText(8))
      }
    }
  }

  /// The flare-up in progress, if any.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func openFlareUp() throws -> (id: Int, onsetDay: Day)? {
    try explaining {
      try connection.first("SELECT id, onset_day FROM flare_up WHERE end_day IS NULL") {
        (row) throws(SQLiteError) in (try row.integer(0), try row.day(1))
      }
    }
  }

  /// The flare-up in progress on `day`, if any.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func flareUp(lastingOn day: Day) throws -> StoredEntry? {
    try explaining {
      try connection.first(
        """
        SELECT * FROM flare_up
        WHERE onset_day <= ?1 AND (end_day >= ?1 OR end_day IS NULL)
        ORDER BY onset_day DESC LIMIT 1
        """, .text(day.description)
      ) { (row) throws(SQLiteError) in try storedEntry(row, in: .flareUp) }
    }
  }
}
