import ArgumentParser
import CivilDay
import JournalModel

/// Options of a run, in addition to its measures.
struct RunOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<Run>
  @OptionGroup var shoe: ShoeOptions

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  /// The given fields, except the shoe.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - session: The session, for today's clock.
  /// - Returns: The changes.
  /// - Throws: ``InputError``.
  func changes(on day: Day, in session: JournalSession) throws -> Changes<Run> {
    var changes = try fields.changes()
    if let start {
      try session.setTime(start, on: day, in: &changes, \.startTime, \.utcOffsetMinutes)
    }
    return changes
  }
}
