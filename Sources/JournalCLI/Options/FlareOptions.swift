import ArgumentParser
import CivilDay
import EntryInput
import JournalStore

/// Options of a flare-up, in addition to its days.
struct FlareOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What may have set it off.", valueName: "text"))
  var trigger: String?

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("The run that may have set it off: its id, or the last.", valueName: "run"))
  var run: String?

  @Option(help: ArgumentHelp("The worst pain so far, 0 to 10.", valueName: "pain"))
  var peak: String?

  /// Understands what was given.
  ///
  /// - Parameters:
  ///   - day: The day on which it began; the run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Returns: The fields that were given, by name.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let trigger { values["trigger_text"] = .text(trigger) }
    if let peak { values["peak_pain"] = .integer(try RatingExpression.parse(peak)) }
    if let reference = try run.map({ try RunReference($0) }) {
      values["trigger_run_id"] = .integer(try session.journal().run(reference, upTo: day))
    }
    return values
  }
}
