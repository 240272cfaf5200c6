import ArgumentParser
import CivilDay
import JournalStore

/// What may be said of a stretch beside the exercise and how much it was.
struct StretchOptions: ParsableArguments {
  @Option(help: "The side: left, right or both.", completion: .sides)
  var side: String?

  @Option(help: ArgumentHelp("When it was, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("The run that it belongs to: its id, or the last.", valueName: "run"))
  var run: String?

  /// Understands what was given.
  ///
  /// - Parameters:
  ///   - day: The day on which it was done; its run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Returns: The fields that were given, by name.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let side { values["side"] = .text(try BodySide(side).rawValue) }
    if let time { values.merge(try session.clockTime(time, in: "time", on: day)) { $1 } }
    if let reference = try run.map({ try RunReference($0) }) {
      values["run_id"] = .integer(try session.journal().run(reference, upTo: day))
    }
    return values
  }
}
