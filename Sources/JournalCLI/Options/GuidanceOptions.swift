import ArgumentParser
import CivilDay
import EntryInput
import JournalModel

/// Options of guidance, in addition to the advice and its day.
struct GuidanceOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<Guidance>

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Last day, such as 2026-03-01, fri, '1 mar', 2w.", valueName: "day"),
    completion: .days)
  var until: String?

  @Option(
    help: ArgumentHelp(
      "When it was given, such as 9:30 or 4pm; it does not apply to earlier runs.",
      valueName: "time"))
  var time: String?

  /// Understands what was given.
  ///
  /// - Parameters:
  ///   - day: The day it was given.
  ///   - session: The session, for the day that it is and the unit.
  /// - Returns: The fields that were given.
  /// - Throws: ``InputError`` or ``UsageError``.
  func changes(on day: Day, in session: JournalSession) throws -> Changes<Guidance> {
    var changes = try fields.changes(unit: session.preferences.unit)
    if let until {
      let last = try DayExpression.parseUpcoming(until, today: session.today, after: day)
      guard last >= day else {
        throw UsageError(
          "--until \(Quoted.text(until)) is before the day of the advice; use a later day."
        )
      }
      changes[\.untilDay] = last
    }
    if let time { try session.setTime(time, on: day, in: &changes, \.time, \.utcOffsetMinutes) }
    return changes
  }
}
