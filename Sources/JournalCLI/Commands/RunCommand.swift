import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation

/// Logs a run.
struct RunCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Log a run.",
    discussion: """
        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
        $ nerve run 8.2 45:10 -e6 -s peg
        $ nerve run 5mi --on yesterday
        $ nerve run 1h05 5:45/km --before 2 --during 3 --after 2

      Give a distance (8.2km, 5mi), a duration (45:10, 50m) or both, or a pace \
      (5:30/km) in place of one of them. Without --shoe, the run gets your \
      default shoe, if you chose one with 'nerve shoe default'.
      """)

  @Argument(
    help: ArgumentHelp("Distance, duration or pace, in any order.", valueName: "distance|duration")
  )
  var measures: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(at: options.start, in: session)
    let run = try typed(on: day, in: session, journal: session.journal)
    let logged = try session.log(run.entry, command: "run")
    try session.echoRun(logged.id, worn: run.worn, on: day)
    try session.hintAtUndo()
    try session.remarkOnRun(logged.id, worn: run.worn, on: day)
    try session.followTrial(afterRunOn: day)
  }

  /// Returns the run as an entry, and its shoe.
  ///
  /// - Parameters:
  ///   - day: Its day.
  ///   - session: The session, for its clock and units.
  ///   - journal: Opens the journal to look up the shoe, once all words are
  ///     understood.
  /// - Returns: The entry, not logged yet, and the shoe.
  /// - Throws: ``InputError``, ``UsageError``, and any error of reading a note or
  ///   the journal.
  func typed(
    on day: Day, in session: JournalSession, journal: () throws -> Journal
  ) throws -> (entry: Entry, worn: WornShoe) {
    let shoe = try options.shoe.choice()
    let measures = try RunMeasures(self.measures, unit: session.preferences.unit)
    var run = try options.changes(on: day, in: session)
    run[\.day] = day
    run.set(\.distanceM, to: measures.metres)
    run.set(\.durationS, to: measures.seconds)
    run.set(\.note, to: try entry.note)
    let worn = try journal().wornShoe(shoe, on: day)
    run.set(\.shoe, to: worn.id.map { Reference(id: $0) })
    return (Entry(run), worn)
  }
}

extension JournalSession {
  /// Echoes a run as it was understood.
  func echoRun(_ id: Int, worn: WornShoe, on day: Day) throws {
    guard let entry = try journal().entry(id, of: .run) else { return }
    var text = entryText
    text.defaultShoe = worn.isDefault ? entry.record(Run.self)?.shoe?.name : nil
    try echo("Run: \(text.facts(of: entry))", on: day, id: id)
  }

  /// Prints the remarks on a logged run.
  func remarkOnRun(_ id: Int, worn: WornShoe, on day: Day) throws {
    let journal = try journal()
    guard let run = try journal.record(id, Run.self) else { return }
    let remarks = try RunRemarks(on: run, of: day, in: journal, preferences)
    for line in worn.remarks + remarks.lines { try say(line) }
  }
}
