import ArgumentParser
import CivilDay
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation

/// Keeps what doctors and physiotherapists said.
struct GuidanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guidance",
    abstract: "Keep what a doctor or physio said.",
    discussion: """
        $ nerve guidance add "no hills" --by physio --until 2026-03-01
        $ nerve guidance list
        $ nerve guidance end

      A limit (--limit, --days-off) is shown when a run breaks it. The run is \
      logged all the same. A run that began before the guidance was given does not \
      break it; on the day itself, --start and --time settle which came first.
      """,
    subcommands: [Add.self, List.self, End.self])

  /// Adds a piece of guidance.
  struct Add: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Write down what was said.",
      discussion: """
          $ nerve guidance add "no hills" --by physio --until 2026-03-01
          $ nerve guidance add walk instead --by "Dr Weiss" --days-off 7 --on mon
          $ nerve guidance add keep it short --limit 5km --until "in 3 weeks"
        """)

    // All words, since one may begin with a dash.
    @Argument(
      parsing: .allUnrecognized, help: ArgumentHelp("What was said.", valueName: "advice"))
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
        throw UsageError("Say what was said, such as: nerve guidance add \"no hills\" --by physio")
      }
      guidance[\.advice] = advice
      if days.on == nil, options.time == nil {
        guidance[\.time] = session.now.timeOfDay
        guidance[\.utcOffsetMinutes] = session.now.utcOffsetMinutes
      }
      guidance[\.day] = day
      let opened = try session.journal()
      let logged = try session.log(Entry(guidance), command: "guidance add")
      let told = try opened.entry(logged.id, of: .guidance).map(session.entryText.facts) ?? ""
      try session.confirm("Guidance: \(told); given", on: day, logged)
    }
  }

  /// Lists what was said.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the guidance that holds.",
      discussion: """
          $ nerve guidance list
          $ nerve guidance list --all --json
        """)

    @Flag(help: "Also what has ended.")
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
            ? "No guidance." : "No guidance holds today; what has ended: nerve guidance list --all")
      }
    }
  }

  /// Ends a piece of guidance.
  struct End: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: "It holds no longer.",
      discussion: """
          $ nerve guidance end
          $ nerve guidance end 3 --on yesterday

        Without an id it is the one that holds today, if there is only one.
        """)

    @Argument(help: ArgumentHelp("Which one; nerve guidance list shows the ids.", valueName: "id"))
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
      try session.confirm("Guidance: \(advice); its last day", on: day, logged)
    }

    /// The id of the one piece of guidance that is in force.
    private func onlyOne(in journal: Journal, on today: Day) throws -> Int {
      let inForce = try journal.guidanceInForce(on: today)
      guard let one = inForce.first else {
        throw UsageError("No guidance holds today; see: nerve guidance list --all")
      }
      guard inForce.count == 1 else {
        throw UsageError(
          "There are \(inForce.count) pieces of guidance that hold today; say which one by its id, "
            + "as nerve guidance list shows it.")
      }
      return one.id
    }
  }
}
