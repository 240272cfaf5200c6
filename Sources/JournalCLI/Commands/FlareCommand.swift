import ArgumentParser
import CivilDay
import JournalStore

/// Declares the start or the end of a flare-up.
struct FlareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flare",
    abstract: "Log the start or the end of a flare-up.",
    discussion: """
        $ nerve flare start --trigger "long drive"
        $ nerve flare end --on yesterday --peak 8

      A flare-up is what you say it is: a worsening that lasts, is hard to \
      tolerate and gets in the way. It is not a number.
      """,
    subcommands: [Start.self, End.self])

  /// Starts a flare-up.
  struct Start: JournalSubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      abstract: "A flare-up begins.",
      discussion: """
          $ nerve flare start
          $ nerve flare start --trigger "long drive" --peak 7 --on yesterday
        """)

    @OptionGroup var options: FlareOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let day = try entry.days.day(in: session)
      var values = try options.values()
      values["onset_day"] = .text(day.description)
      values["note"] = .text(entry.note)
      let logged = try session.journal().startFlareUp(
        Entry(.flareUp, values), today: entry.days.latestDay(in: session))
      try session.confirm("Flare-up: begins", on: day, logged)
    }
  }

  /// Ends the flare-up that lasts.
  struct End: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      abstract: "The flare-up is over.",
      discussion: """
          $ nerve flare end
          $ nerve flare end --on yesterday --peak 8
        """)

    @Option(help: ArgumentHelp("The worst pain of it, 0 to 10.", valueName: "pain"))
    var peak: String?

    @OptionGroup var days: DayOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let day = try days.day(in: session)
      let peak = try peak.map(RatingExpression.parse)
      let logged = try session.journal().endFlareUp(on: day, peakPain: peak)
      try session.confirm("Flare-up: over, its last day", on: day, logged)
    }
  }
}
