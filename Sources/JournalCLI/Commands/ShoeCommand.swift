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
  struct Add: JournalSubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      abstract: "Add a shoe.",
      discussion: """
          $ nerve shoe add pegasus --kind cushioned --limit 700km
          $ nerve shoe add "old faithful" --start-distance 412km --on 2026-03-01
        """)

    @Argument(help: "A name of your own; runs may use the start of it.")
    var name: String

    @OptionGroup var options: FootwearOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let day = try entry.days.day(in: session)
      var values = try options.values(unit: session.preferences.unit)
      values["name"] = .text(name)
      values["first_day"] = .text(day.description)
      values["note"] = .text(entry.note)
      let logged = try session.journal().add(
        Entry(.footwear, values), command: "shoe add", today: entry.days.latestDay(in: session))
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
      try Self.list(as: format, in: session)
    }

    /// Lists the shoes, also where another command is asked for them.
    static func list(as format: FormatOptions, in session: JournalSession) throws {
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
