import ArgumentParser
import CivilDay
import JournalStore

/// Logs a session of something gentler than running.
struct CrossCommand: JournalSubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "cross",
    abstract: "Log cross-training: a walk, a swim, a ride.",
    discussion: """
        $ nerve cross swim 30m --rpe 3
        $ nerve cross bike 20km 1h05 --on yesterday --start 17:30
        $ nerve cross aqua jogging 45m

      Say what it was, then how far, how long or both. It is no running load, but \
      a day on which you only swam was a day without running.
      """)

  @OptionGroup var session: CrossOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(in: session)
    var values = try entry.explainingNote { try self.session.values(on: day, in: session) }
    guard values["activity"] != nil else {
      throw UsageError("Say what it was before how long, such as: nerve cross swim 30m")
    }
    values["day"] = .text(day.description)
    values["note"] = .text(entry.note)
    let opened = try session.journal()
    let logged = try opened.add(
      Entry(.crossTraining, values), command: "cross", today: entry.days.latestDay(in: session))
    let told = try opened.entry(logged.id, of: .crossTraining).map(session.entryText.facts) ?? ""
    try session.confirm("Cross-training: \(told)", on: day, logged)
  }
}

/// What can be said about a session of cross-training.
struct CrossOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What it was in your words (walk, swim, bike, row, elliptical, aqua jogging), then how far "
        + "or how long: 20km, 30m, 1h05.",
      valueName: "activity"))
  var words: [String] = []

  @Option(help: ArgumentHelp("Effort of the whole session, CR-10: 0 rest to 10 all you have."))
  var rpe: String?

  @Option(help: ArgumentHelp("When it began, such as 17:30 or 7am.", valueName: "time"))
  var start: String?

  /// The fields that something was said about.
  ///
  /// - Throws: ``InputError`` or ``UsageError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    // A name has no number in front, a measure has.
    let end = words.firstIndex { $0.first.map { InputText.isDigit($0) || ".,".contains($0) } == true }
    let activity = words[..<(end ?? words.endIndex)]
    guard !activity.contains(where: DayExpression.names) else {
      throw InputError.dayWithoutOption
    }
    if !activity.isEmpty { values["activity"] = .text(activity.joined(separator: " ")) }
    if let end {
      let measures = try RunMeasures(
        Array(words[end...]), unit: session.preferences.unit, of: "session")
      values["distance_m"] = measures.metres.map { .real($0) }
      values["duration_s"] = measures.seconds.map { .real($0) }
    }
    if let rpe { values["rpe"] = .real(try ExertionExpression.parse(rpe)) }
    if let start {
      values.merge(try session.clockTime(start, in: "start_time", on: day)) { $1 }
    }
    return values
  }
}
