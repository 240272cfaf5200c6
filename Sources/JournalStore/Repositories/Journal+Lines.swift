public import CivilDay
internal import JournalModel

/// Entries from the lines of files.
extension Journal {
  /// The command in the history of a line that needed no entry.
  static let settlingCommand = "inbox"

  /// Whether a line was logged or settled before, even if that was undone.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func knows(_ mark: LineMark) throws -> Bool {
    try explaining {
      try connection.first("SELECT 1 FROM action WHERE uid = ?1", .text(mark.uid)) { _ in true }
        ?? false
    }
  }

  /// Lets the next action have `mark` as its identity, until ``endLine()``.
  ///
  /// - Parameter mark: The mark of the line that is logged from here on.
  public func beginLine(_ mark: LineMark) {
    (lineMark, isMarkUsed) = (mark, false)
  }

  /// Ends the line that is logged.
  ///
  /// - Returns: Whether it had an action.
  public func endLine() -> Bool {
    defer { lineMark = nil }
    return lineMark != nil && isMarkUsed
  }

  /// Records that a line is settled without an entry, so that it is not read again.
  ///
  /// - Throws: ``JournalError`` if the journal cannot be written.
  public func settle(_ mark: LineMark) throws {
    guard try !knows(mark) else { return }
    beginLine(mark)
    defer { lineMark = nil }
    _ = try act(Self.settlingCommand) { 0 }
  }

  /// Runs `body`, whose actions are on the disk together at its end, or not at all.
  ///
  /// - Throws: ``JournalError``, or any error of `body`.
  public func together<T>(_ body: () throws -> T) throws -> T {
    try explaining { try writing(body) }
  }

  /// Runs `body` and leaves the journal as it was.
  ///
  /// - Throws: ``JournalError``, or any error of `body`.
  public func rehearsing<T>(_ body: () throws -> T) throws -> T {
    try explaining { try writing(isTrial: true, body) }
  }

  /// Whether there was a run on `day` before a line was written; `nil` if that is
  /// unknown, because a run has neither a start nor a time at which it was noted.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func hasRun(on day: Day, before mark: LineMark) throws -> Bool? {
    try explaining {
      let boundary = try dayBoundaryMinutes() * 60
      let runs = try connection.rows(
        """
        SELECT run.start_time, \(Self.noting)
        FROM run
        LEFT JOIN action ON action.id = (
          SELECT action_id FROM change
          WHERE table_name = 'run' AND row_id = run.id AND kind = 'insert'
          ORDER BY id DESC LIMIT 1)
        WHERE run.day = ?1
        """, .text(day.description)
      ) { (row) throws(SQLiteError) -> Bool? in
        guard let moment = mark.wallSeconds else { return nil }
        if let start = try row.optionalText(0).flatMap({ TimeOfDay($0) }) {
          // The night after a day belongs to it.
          let date = start.second < boundary ? day + 1 : day
          return date.daysSince1970 * 86_400 + start.second <= moment
        }
        guard let noted = try Self.noted(row, from: 1) else { return nil }
        // What was typed on a later day can have been at any time.
        guard noted.isLine || noted.wallSeconds / 86_400 == day.daysSince1970 else { return nil }
        return noted.wallSeconds <= moment
      }
      return runs.contains(true) ? true : runs.contains(nil) ? nil : false
    }
  }

  /// Whether `entry` was noted when the one that is being logged was: in the last five
  /// minutes, or within five minutes of the line that has it.
  ///
  /// A typed entry and a line are two ways to note one thing, at any time of its day.
  func wasNotedTogether(with entry: StoredEntry) throws(SQLiteError) -> Bool {
    let noted =
      try connection.first(
        """
        SELECT \(Self.noting)
        FROM change
        JOIN action ON action.id = change.action_id
        WHERE change.table_name = ?1 AND change.row_id = ?2 AND change.kind = 'insert'
        ORDER BY change.id DESC LIMIT 1
        """, .text(entry.table.rawValue), .integer(entry.id)
      ) { (row) throws(SQLiteError) in try Self.noted(row, from: 0) } ?? nil
    guard let mark = lineMark else {
      let now = LineMark.wallSeconds(
        compact: try connection.first("SELECT strftime('%Y%m%dT%H%M%S', 'now', 'localtime')") {
          (row) throws(SQLiteError) in try row.text(0)
        } ?? "")
      guard let noted, let now else { return false }
      return noted.isLine ? abs(now - noted.wallSeconds) <= 300 : now - noted.wallSeconds <= 300
    }
    guard let noted else { return false }
    guard noted.isLine else { return true }
    return mark.wallSeconds.map { abs($0 - noted.wallSeconds) <= 300 } ?? false
  }

  /// The columns of ``noted(_:from:)``, of `action`.
  private static let noting =
    "action.uid, strftime('%Y%m%dT%H%M%S', action.done_at, 'localtime')"

  /// When an entry was noted by the clock on the wall: the time of its line, or the time
  /// at which it was typed; `nil` if its line has no time.
  private static func noted(
    _ row: borrowing Row, from column: Int
  ) throws(SQLiteError) -> (wallSeconds: Int, isLine: Bool)? {
    if let mark = try row.optionalText(column).flatMap({ LineMark(uid: $0) }) {
      return mark.wallSeconds.map { ($0, true) }
    }
    let typed = try row.optionalText(column + 1).flatMap { LineMark.wallSeconds(compact: $0) }
    return typed.map { ($0, false) }
  }
}
