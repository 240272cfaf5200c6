import ArgumentParser
import CivilDay
import JournalStore

/// Adds and lists shoes.
struct ShoeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shoe",
    abstract: "Add and list shoes.",
    discussion: """
        $ nerve shoe add pegasus --kind cushioned --limit 700km
        $ nerve shoe list
      """,
    subcommands: [Add.self, List.self])

  /// Adds a shoe.
  struct Add: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      abstract: "Add a shoe.",
      discussion: """
          $ nerve shoe add pegasus --kind cushioned --limit 700km
          $ nerve shoe add "old faithful" --start-distance 412km --on 2026-03-01
        """)

    @Argument(help: "A name of your own; runs may use the start of it.")
    var name: String

    @Option(help: ArgumentHelp("Maker and model.", valueName: "text"))
    var model: String?

    @Option(help: "cushioned, stability, minimal, trail, racing, spikes or other.")
    var kind: String?

    @Option(
      parsing: .unconditional, help: ArgumentHelp("Heel-to-toe drop.", valueName: "mm"))
    var drop: String?

    @Option(help: ArgumentHelp("What it has run already, such as 120km.", valueName: "distance"))
    var startDistance: String?

    @Option(help: ArgumentHelp("When to look at it, such as 700km.", valueName: "distance"))
    var limit: String?

    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    var days: DayOptions { entry.days }

    func run(in session: JournalSession) throws {
      let day = try entry.days.day(in: session)
      var values: [String: SQLiteValue] = [
        "name": .text(name), "model": .text(model), "kind": .text(kind), "drop_mm": .text(drop),
        "first_day": .text(day.description),
        "limit_distance_m": .real(
          try limit.map { try DistanceExpression.parse($0, unit: session.preferences.unit) }),
        "note": .text(entry.note),
      ]
      if let startDistance {
        values["start_distance_m"] = .real(
          try DistanceExpression.parse(startDistance, unit: session.preferences.unit))
      }
      let logged = try session.log(Entry(.footwear, values), command: "shoe add")
      try session.confirm("Shoe: \(name), first used", on: day, logged)
    }
  }

  /// Lists the shoes with what they have run.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      abstract: "List the shoes with what they have run.",
      discussion: """
          $ nerve shoe list
          $ nerve shoe list --format csv
        """)

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let journal = try session.journal()
      let shoes = try journal.footwear()
      try journal.labelSample(session.surroundings)
      try format.write(ShoeTable(shoes, unit: session.preferences.unit), session.surroundings)
      if shoes.isEmpty {
        try session.surroundings.say("No shoes yet. Add one with: nerve shoe add NAME")
      }
    }
  }
}
