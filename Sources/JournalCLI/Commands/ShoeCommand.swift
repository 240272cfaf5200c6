import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Keeps shoes: those in use, the default one and those that are retired.
struct ShoeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shoe",
    abstract: "Add, list and retire shoes, and choose the default one.",
    discussion: """
        $ nerve shoe add pegasus --kind cushioned --limit 700km
        $ nerve shoe default pegasus
        $ nerve shoe list
        $ nerve shoe retire pegasus
      """,
    subcommands: [Add.self, List.self, Default.self, Retire.self, Unretire.self])

  /// Adds a shoe.
  struct Add: EntrySubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a shoe.",
      discussion: """
          $ nerve shoe add pegasus --kind cushioned --limit 700km
          $ nerve shoe add "old faithful" --start-distance 412km --on 2026-03-01
        """)

    @Argument(help: "A name of your own; runs may use the start of it.")
    var name: String

    @OptionGroup var options: FieldOptions<Shoe>
    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    var days: DayOptions { entry.days }

    func run(in session: JournalSession) throws {
      let day = try entry.days.day(in: session)
      var shoe = try options.changes(unit: session.preferences.unit)
      shoe[\.name] = name
      shoe[\.firstDay] = day
      shoe.set(\.note, to: try entry.note)
      let logged = try session.log(Entry(shoe), command: "shoe add")
      try session.confirm("Shoe: \(name), first used", on: day, logged)
    }
  }

  /// Lists the shoes with what they have run.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
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
      try journal.labelSample(session.context)
      try format.write(ShoeTable(shoes, unit: session.preferences.unit), session.context)
      if shoes.isEmpty {
        try session.context.say("No shoes yet. Add one with: nerve shoe add NAME")
      }
    }
  }

  /// Chooses the default shoe.
  struct Default: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "default",
      abstract: "Choose the shoe of runs that name none.",
      discussion: """
          $ nerve shoe default pegasus
          $ nerve shoe default --none

        It is taken by nerve run only, for runs from its first day on. Another \
        shoe goes after --shoe; --no-shoe leaves it unknown.
        """)

    @Argument(help: "The shoe, by its name or the start of it.", completion: .shoes)
    var name: String?

    @Flag(help: "No shoe.")
    var none = false

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      guard (name == nil) == none else {
        throw UsageError(
          "Name the default shoe, or say --none, such as: nerve shoe default pegasus")
      }
      let opened = try session.journal()
      let shoe = try name.map { try opened.namedShoe($0) }
      let told = DisplayText.visible("Shoe: \(shoe?.name ?? "none") is the default")
      if let logged = try opened.setDefaultShoe(shoe?.id) {
        try session.confirm("\(told) now", logged)
      } else {
        try session.context.tell("\(told) already\n")
      }
    }
  }

  /// Takes a shoe out of use.
  struct Retire: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "retire",
      abstract: "Take a shoe out of use; its runs stay.",
      discussion: """
          $ nerve shoe retire pegasus
          $ nerve shoe retire pegasus --on "7 feb"
        """)

    @Argument(help: "The shoe, by its name or the start of it.", completion: .shoes)
    var name: String

    @OptionGroup var days: DayOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let day = try days.day(in: session)
      let opened = try session.journal()
      let shoe = try opened.namedShoe(name)
      let logged = try opened.retireShoe(shoe.id, on: day)
      try session.confirm("Shoe: \(shoe.name), retired", on: day, logged)
      if shoe.isDefault {
        try session.context.say("It was the default shoe; runs that name none have none now.")
      }
    }
  }

  /// Takes a shoe out of retirement.
  struct Unretire: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "unretire",
      abstract: "Take a shoe back into use.",
      discussion: """
          $ nerve shoe unretire pegasus
        """)

    @Argument(help: "The shoe, by its name or the start of it.", completion: .retiredShoes)
    var name: String

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let opened = try session.journal()
      let shoe = try opened.namedShoe(name, retired: true)
      try session.confirm("Shoe: \(shoe.name), in use again", try opened.returnShoe(shoe.id))
    }
  }
}
