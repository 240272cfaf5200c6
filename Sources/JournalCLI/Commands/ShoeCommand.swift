import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Manages shoes: adds, lists and retires them, and sets the default.
struct ShoeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shoe",
    abstract: "Add, list and retire shoes.",
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

    @Argument(help: "Name of the shoe. In a run, the start of it is enough.")
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

  /// Lists the shoes and their distances.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List shoes and their distances.",
      discussion: """
          $ nerve shoe list
          $ nerve shoe list --format csv
        """)

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try Self.list(as: format, in: session)
    }

    /// Lists the shoes, here and for `nerve list shoes`.
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

  /// Sets the default shoe.
  struct Default: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "default",
      abstract: "Set the shoe for runs logged without one.",
      discussion: """
          $ nerve shoe default pegasus
          $ nerve shoe default --none

        Only 'nerve run' uses the default shoe, for runs from its first day on. \
        Use --shoe for another shoe, or --no-shoe for an unknown one.
        """)

    @Argument(help: "Name of the shoe, or the start of it.", completion: .shoes)
    var name: String?

    @Flag(help: "Have no default shoe.")
    var none = false

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      guard (name == nil) == none else {
        throw UsageError(
          "Name the default shoe or use --none, as in: nerve shoe default pegasus")
      }
      let opened = try session.journal()
      let shoe = try name.map { try opened.namedShoe($0) }
      let told = DisplayText.visible("Default shoe: \(shoe?.name ?? "none")")
      if let logged = try opened.setDefaultShoe(shoe?.id) {
        try session.confirm(told, logged)
      } else {
        try session.context.tell("\(told) (unchanged)\n")
      }
    }
  }

  /// Retires a shoe.
  struct Retire: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "retire",
      abstract: "Retire a shoe; its runs stay.",
      discussion: """
          $ nerve shoe retire pegasus
          $ nerve shoe retire pegasus --on "7 feb"
        """)

    @Argument(help: "Name of the shoe, or the start of it.", completion: .shoes)
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
        try session.context.say("It was the default shoe. There is no default shoe now.")
      }
    }
  }

  /// Puts a retired shoe back into use.
  struct Unretire: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "unretire",
      abstract: "Put a retired shoe back into use.",
      discussion: """
          $ nerve shoe unretire pegasus
        """)

    @Argument(help: "Name of the shoe, or the start of it.", completion: .retiredShoes)
    var name: String

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let opened = try session.journal()
      let shoe = try opened.namedShoe(name, retired: true)
      try session.confirm("Shoe: \(shoe.name), in use again", try opened.returnShoe(shoe.id))
    }
  }
}
