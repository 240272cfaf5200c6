import ArgumentParser
import CivilDay
import EntryInput
import JournalStore

/// Options of guidance, in addition to the advice and its day.
struct GuidanceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who said it.", valueName: "text"))
  var by: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Its last day, which may be to come: 2026-03-01, fri, '1 mar', 2w.", valueName: "day"),
    completion: .days)
  var until: String?

  @Option(help: ArgumentHelp("No run longer than this, such as 5km.", valueName: "distance"))
  var limit: String?

  @Option(
    help: ArgumentHelp(
      "When it was given, such as 9:30 or 4pm; it does not apply to earlier runs.",
      valueName: "time"))
  var time: String?

  @Option(help: ArgumentHelp("Days without running, its day included.", valueName: "days"))
  var daysOff: String?

  /// Understands what was given.
  ///
  /// - Parameters:
  ///   - day: The day it was given.
  ///   - session: The session, for the day that it is and the unit.
  /// - Returns: The fields that were given, by name.
  /// - Throws: ``InputError`` or ``UsageError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let by { values["given_by"] = .text(by) }
    if let until {
      let last = try DayExpression.parseUpcoming(until, today: session.today, after: day)
      guard last >= day else {
        throw UsageError(
          "--until \(Quoted.text(until)) is before the day of the advice; use a later day."
        )
      }
      values["until_day"] = .text(last.description)
    }
    if let limit {
      values["longest_run_m"] = .real(
        try DistanceExpression.parse(limit, unit: session.preferences.unit))
    }
    if let time { values.merge(try session.clockTime(time, in: "time", on: day)) { $1 } }
    if let daysOff { values["days_off"] = .text(daysOff) }
    return values
  }
}
