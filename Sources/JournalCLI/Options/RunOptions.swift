import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Options of a run, in addition to its measures.
struct RunOptions: ParsableArguments {
  @Option(
    name: [.customShort("e", allowingJoined: true), .long],
    help: ArgumentHelp("Effort of the whole run, CR-10: 0 rest to 10 all you have."))
  var rpe: String?

  @OptionGroup var shoe: ShoeOptions

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  @Option(
    help: "The ground: road, path, trail, grass, track, treadmill, sand or mixed.",
    completion: .surfaces)
  var surface: String?

  @Option(help: ArgumentHelp("Metres climbed.", valueName: "metres"))
  var ascent: String?

  @Option(help: ArgumentHelp("Mean heart rate.", valueName: "bpm"))
  var heartRate: String?

  @Option(help: ArgumentHelp("Mean cadence, both feet.", valueName: "steps/min"))
  var cadence: String?

  @Option(
    help: "A change of form that you tried: cadence, stride, posture or other.",
    completion: .choices(of: "form_change", in: .run))
  var form: String?

  @Option(help: ArgumentHelp("Leg pain before, 0 to 10.", valueName: "pain"))
  var before: String?

  @Option(help: ArgumentHelp("Worst leg pain during, 0 to 10.", valueName: "pain"))
  var during: String?

  @Option(help: ArgumentHelp("Leg pain after, 0 to 10.", valueName: "pain"))
  var after: String?

  @Option(help: ArgumentHelp("Mood after, 0 to 10.", valueName: "mood"))
  var mood: String?

  /// Returns the given fields, except the shoe.
  ///
  /// - Parameters:
  ///   - day: The day of the run.
  ///   - session: The session, for the clock of today.
  /// - Returns: Their values by the names of the columns.
  /// - Throws: ``InputError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    let values: [String: SQLiteValue] = [
      "rpe": .real(try rpe.map(ExertionExpression.parse)),
      "pain_before": .integer(try before.map(RatingExpression.parse)),
      "pain_during": .integer(try during.map(RatingExpression.parse)),
      "pain_after": .integer(try after.map(RatingExpression.parse)),
      "mood_after": .integer(try mood.map(RatingExpression.parse)),
      "surface": .text(surface), "form_change": .text(form), "ascent_m": .text(ascent),
      "heart_rate_avg": .text(heartRate), "cadence_spm": .text(cadence),
    ]
    let time = try start.map { try session.clockTime($0, in: "start_time", on: day) } ?? [:]
    return values.merging(time) { $1 }.given
  }
}

extension [String: SQLiteValue] {
  /// The fields that have a value.
  var given: Self { filter { !$0.value.isNull } }
}
