import ArgumentParser
import CivilDay
import EntryInput
import JournalModel

/// Options of a flare-up, in addition to its days.
struct FlareOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<FlareUp>

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("Run suspected as the trigger: its id, or last.", valueName: "run"))
  var run: String?

  /// Understands what was given.
  ///
  /// - Parameters:
  ///   - day: The day on which it began; the run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Returns: The fields that were given.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func changes(on day: Day, in session: JournalSession) throws -> Changes<FlareUp> {
    var changes = try fields.changes()
    if let reference = try run.map({ try RunReference($0) }) {
      changes[\.triggerRun] = Reference(id: try session.journal().run(reference, upTo: day))
    }
    return changes
  }
}
