import ArgumentParser
import CivilDay
import JournalModel

/// What may be said of cross-training beside what it was, how far and how long.
struct CrossOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<CrossTraining>

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  /// The fields that were given.
  ///
  /// - Throws: ``InputError``.
  func changes(on day: Day, in session: JournalSession) throws -> Changes<CrossTraining> {
    var changes = try fields.changes()
    if let start {
      try session.setTime(start, on: day, in: &changes, \.startTime, \.utcOffsetMinutes)
    }
    return changes
  }
}
