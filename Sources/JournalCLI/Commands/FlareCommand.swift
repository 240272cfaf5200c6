import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// Logs flare-ups: their start, their end and what may have triggered them.
struct FlareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flare",
    abstract: "Log the start or end of a flare-up.",
    discussion: """
        $ nerve flare start --trigger "long drive"
        $ nerve flare end --on yesterday --peak 8
        $ nerve flare list

      You decide what a flare-up is: pain that gets worse, stays worse, is hard \
      to bear and gets in the way. No number decides it.
      """,
    subcommands: [Start.self, End.self, Reopen.self, List.self])

  /// Starts a flare-up.
  struct Start: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Log the start of a flare-up.",
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
        ["Flare-up: started", told].filter { !$0.isEmpty }.joined(separator: ", "), on: day, logged)
      try session.offerToStopTrial(because: "flare-up")
    }
  }

  /// Ends the flare-up in progress.
  struct End: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: "Log the end of a flare-up.",
      discussion: """
          $ nerve flare end
          $ nerve flare end --on yesterday --peak 8
        """)

    @Option(help: ArgumentHelp("Worst pain of the flare-up, 0 to 10.", valueName: "pain"))
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
      try session.confirm("Flare-up: \(count), ended", on: day, logged)
    }
  }

  /// Reopens a flare-up that had ended.
  struct Reopen: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Reopen a flare-up that was not over.",
      discussion: """
          $ nerve flare reopen
          $ nerve flare reopen 3
        """)

    @Argument(
      help: ArgumentHelp(
        "Id of the flare-up, from nerve flare list. Default: the latest.", valueName: "id"))
    var id: String?

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let id = try id.map(EntryID.parse)
      let opened = try session.journal()
      let logged = try opened.reopenFlareUp(id)
      let onset = try opened.entry(logged.id, of: .flareUp)?.day ?? session.today
      try session.confirm(
        "Flare-up: in progress again, since \(onset.relativeDescription(today: session.today))",
        logged)
    }
  }

  /// Lists the flare-ups.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List flare-ups, newest first.",
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
