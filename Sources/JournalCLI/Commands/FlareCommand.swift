import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// Keeps flare-ups: their start, their end, and what may have set them off.
struct FlareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flare",
    abstract: "Log the start or the end of a flare-up.",
    discussion: """
        $ nerve flare start --trigger "long drive"
        $ nerve flare end --on yesterday --peak 8
        $ nerve flare list

      A flare-up is what you say it is: a worsening that lasts, is hard to \
      tolerate and gets in the way. It is not a number.
      """,
    subcommands: [Start.self, End.self, Reopen.self, List.self])

  /// Starts a flare-up.
  struct Start: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "A flare-up begins.",
      discussion: """
          $ nerve flare start
          $ nerve flare start --trigger "long drive" --peak 7 --on yesterday
          $ nerve flare start --run last
        """)

    @OptionGroup var options: FlareOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    var days: DayOptions { entry.days }

    func run(in session: JournalSession) throws {
      let day = try entry.days.day(in: session)
      var flareUp = try options.changes(on: day, in: session)
      flareUp[\.onsetDay] = day
      flareUp.set(\.note, to: try entry.note)
      let opened = try session.journal()
      let logged = try opened.startFlareUp(Entry(flareUp), today: session.latestDay)
      let told = try opened.record(logged.id).map(session.entryText.onset) ?? ""
      try session.confirm(
        ["Flare-up: begins", told].filter { !$0.isEmpty }.joined(separator: ", "), on: day, logged)
    }
  }

  /// Ends the flare-up that lasts.
  struct End: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "end",
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
      let opened = try session.journal()
      let logged = try opened.endFlareUp(on: day, peakPain: peak)
      let onset = try opened.entry(logged.id, of: .flareUp)?.day ?? day
      let count = NumberText.counted(day - onset + 1, "day")
      try session.confirm("Flare-up: over after \(count), the last", on: day, logged)
    }
  }

  /// Lets a flare-up that had ended last again.
  struct Reopen: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "The flare-up was not over yet.",
      discussion: """
          $ nerve flare reopen
          $ nerve flare reopen 3
        """)

    @Argument(
      help: ArgumentHelp(
        "Which one; the latest if none is named. nerve flare list shows the ids.", valueName: "id"))
    var id: String?

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let id = try id.map(EntryID.parse)
      let opened = try session.journal()
      let logged = try opened.reopenFlareUp(id)
      let onset = try opened.entry(logged.id, of: .flareUp)?.day ?? session.today
      try session.confirm(
        "Flare-up: lasts again, since \(onset.relativeDescription(today: session.today))", logged)
    }
  }

  /// Lists the flare-ups.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the flare-ups, the newest first.",
      discussion: """
          $ nerve flare list
          $ nerve flare list --format csv
        """)

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.chosen()
      let journal = try session.journal()
      let flareUps = try journal.flareUps()
      try journal.labelSample(session.context)
      try format.write(
        FlareUpList(flareUps, today: session.today, unit: session.preferences.unit),
        session.context)
      if flareUps.isEmpty { try session.context.say("No flare-ups.") }
    }
  }
}
