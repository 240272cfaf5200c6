import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Logs advice from doctors and physiotherapists.
struct GuidanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidance",
    abstract: "Log advice from a doctor or physio.",
    discussion: """
        $ nerve guidance add "no hills" --by physio --until 2026-03-01
        $ nerve guidance list
        $ nerve guidance end

      When a run breaks a limit (--limit, --days-off), Nerve says so and still \
      logs the run. Runs before the advice do not count; on the same day, \
      --start and --time show which came first.
      """,
    subcommands: [Add.self, List.self, End.self])

  /// Adds a piece of guidance.
  struct Add: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Log a piece of advice.",
      discussion: """
          $ nerve guidance add "no hills" --by physio --until 2026-03-01
          $ nerve guidance add walk instead --by "Dr Weiss" --days-off 7 --on mon
          $ nerve guidance add keep it short --limit 5km --until "in 3 weeks"
        """)

    // All words, as one of them can begin with a dash.
    @Argument(
      parsing: .allUnrecognized, help: ArgumentHelp("The advice.", valueName: "advice"))
    var advice: [String] = []

    @OptionGroup var options: GuidanceOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try DashValues.checkNoOptions(in: advice, of: "guidance", "add")
      let day = try days.day(in: session)
      var guidance = try options.changes(on: day, in: session)
      let advice = advice.joined(separator: " ")
      guard !advice.allSatisfy(\.isWhitespace) else {
        throw UsageError("Give the advice, as in: nerve guidance add \"no hills\" --by physio")
      }
      guidance[\.advice] = advice
      if days.on == nil, options.time == nil, session.knowsTime {
        guidance[\.time] = session.now.timeOfDay
        guidance.set(\.utcOffsetMinutes, to: session.offsetNow)
      }
      guidance[\.day] = day
      let opened = try session.journal()
      let logged = try session.log(Entry(guidance), command: "guidance add")
      let told = try opened.entry(logged.id, of: .guidance).map(session.entryText.facts) ?? ""
      try session.confirm("Guidance: \(told); given", on: day, logged)
    }
  }

  /// Lists guidance.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the guidance in force.",
      discussion: """
          $ nerve guidance list
          $ nerve guidance list --all --json
        """)

    @Flag(help: "Include guidance that has ended.")
    var all = false

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.chosen()
      let journal = try session.journal()
      let guidance = GuidanceList(
        try journal.guidance(), on: session.today, withEnded: all, unit: session.preferences.unit)
      try journal.labelSample(session.context)
      try format.write(guidance, session.context)
      if guidance.isEmpty {
        try session.context.say(
          all
            ? "No guidance."
            : "No guidance in force today. To see what has ended: nerve guidance list --all")
      }
    }
  }

  /// Ends a piece of guidance.
  struct End: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: "Log the end of a piece of guidance.",
      discussion: """
          $ nerve guidance end
          $ nerve guidance end 3 --on yesterday

        Without an id, ends the guidance in force today, if there is only one.
        """)

    @Argument(help: ArgumentHelp("Id, from nerve guidance list.", valueName: "id"))
    var id: String?

    @OptionGroup var days: DayOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let day = try days.day(in: session)
      let id = try id.map(EntryID.parse)
      let opened = try session.journal()
      let logged = try opened.endGuidance(
        try id ?? onlyOne(in: opened, on: session.today), on: day)
      let advice = try opened.record(logged.id, Guidance.self)?.advice ?? ""
      try session.confirm("Guidance: \(advice); ends", on: day, logged)
    }

    /// Returns the id of the only piece of guidance in force.
    private func onlyOne(in journal: Journal, on today: Day) throws -> Int {
      let inForce = try journal.guidanceInForce(on: today)
      guard let one = inForce.first else {
        throw UsageError("No guidance is in force today; see: nerve guidance list --all")
      }
      guard inForce.count == 1 else {
        throw UsageError(
          "Today \(inForce.count) pieces of guidance are in force; choose one by its id, from: "
            + "nerve guidance list")
      }
      return one.id
    }
  }
}
