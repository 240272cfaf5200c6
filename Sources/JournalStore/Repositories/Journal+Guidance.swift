public import CivilDay
public import JournalModel

extension Journal {
  /// All guidance ever given, newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func guidance() throws -> [GivenGuidance] {
    try explaining {
      try connection.rows(
        "\(Self.guidanceSelection) ORDER BY day DESC, time DESC, id DESC", body: Self.guidance)
    }
  }

  /// The guidance in force on `day`, newest first.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func guidanceInForce(on day: Day) throws -> [GivenGuidance] {
    try explaining {
      try connection.rows(
        """
        \(Self.guidanceSelection)
        WHERE day <= ?1 AND (until_day IS NULL OR until_day >= ?1)
        ORDER BY day DESC, time DESC, id DESC
        """, .text(day.description), body: Self.guidance)
    }
  }

  /// Ends a piece of guidance.
  ///
  /// - Parameters:
  ///   - id: The piece of guidance.
  ///   - day: Its last day.
  /// - Returns: Its id, and the action, for undo.
  /// - Throws: ``JournalError/noEntry(table:id:)``, or
  ///   ``JournalError/invalid(_:)`` if it was given after `day` or had already
  ///   ended.
  public func endGuidance(_ id: Int, on day: Day) throws -> Logged {
    try act("guidance end") {
      let found = try connection.first(
        "\(Self.guidanceSelection) WHERE id = ?1", .integer(id), body: Self.guidance)
      guard let found else { throw JournalError.noEntry(table: .guidance, id: id) }
      guard found.day <= day else {
        throw JournalError.invalid(
          FieldProblem("A piece of guidance", "cannot end before it was given, on \(found.day)"))
      }
      if let ended = found.untilDay, ended <= day {
        throw JournalError.invalid(
          FieldProblem("The piece of guidance", "already ends on \(ended)"))
      }
      try connection.run(
        "UPDATE guidance SET until_day = ?2 WHERE id = ?1", .integer(id), .text(day.description))
      return id
    }
  }

  private static let guidanceSelection =
    "SELECT id, day, given_by, advice, longest_run_m, days_off, until_day, time FROM guidance"

  private static func guidance(_ row: borrowing Row) throws(SQLiteError) -> GivenGuidance {
    GivenGuidance(
      id: try row.integer(0), day: try row.day(1), givenBy: try row.optionalText(2),
      advice: try row.text(3), longestRunM: try row.optionalReal(4),
      daysOff: try row.optionalInteger(5), untilDay: try row.optionalDay(6),
      time: try row.optionalText(7))
  }
}
