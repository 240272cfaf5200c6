import ArgumentParser
import CivilDay
import JournalModel

/// Options of cross-training, in addition to activity, distance and duration.
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
