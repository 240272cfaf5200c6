import ArgumentParser
import CivilDay
import EntryInput
import JournalStore

/// Options of cross-training, in addition to activity, distance and duration.
struct CrossOptions: ParsableArguments {
  @Option(
    name: [.customShort("e", allowingJoined: true), .long],
    help: ArgumentHelp("Effort of the whole session, CR-10: 0 rest to 10 all you have."))
  var rpe: String?

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  /// The fields that were given.
  ///
  /// - Throws: ``InputError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let rpe { values["rpe"] = .real(try ExertionExpression.parse(rpe)) }
    if let start {
      values.merge(try session.clockTime(start, in: "start_time", on: day)) { $1 }
    }
    return values
  }
}
