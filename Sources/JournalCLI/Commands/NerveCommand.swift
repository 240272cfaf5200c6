import ArgumentParser
import JournalStore
import Platform
import JournalModel

/// The root command.
struct NerveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nerve",
    abstract: "A health journal for runners with sciatica.",
    discussion: """
      Log a day in seconds, then read what your own days say:

        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
        $ nerve pain 4 --reach calf --side left
        $ nerve checkin
        $ nerve stretch piriformis 3x30s
        $ nerve
        $ nerve month
        $ nerve sql "SELECT * FROM day ORDER BY day DESC LIMIT 7"

      The journal is one SQLite file on this machine; nothing leaves it. It is \
      no medical advice: see a professional about your pain, and run 'nerve \
      redflags' to read when to go at once.
      """,
    version: "nerve 0.1.0",
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: "Log",
        subcommands: [
          RunCommand.self, PainCommand.self, CheckInCommand.self, StretchCommand.self,
          RoutineCommand.self, CrossCommand.self,
          RestCommand.self, GapCommand.self, FlareCommand.self, GuidanceCommand.self,
          ShoeCommand.self, ExerciseCommand.self,
        ]),
      CommandGroup(
        name: "Put right",
        subcommands: [EditCommand.self, DeleteCommand.self, UndoCommand.self, RedoCommand.self]),
      CommandGroup(
        name: "Read",
        subcommands: [
          TodayCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self,
          HistoryCommand.self,
          MonthCommand.self, MonthsCommand.self, CorrelateCommand.self, DoseCommand.self,
          ReportCommand.self, SQLCommand.self, SchemaCommand.self, ShellCommand.self,
          RedFlagsCommand.self,
        ]),
      CommandGroup(
        name: "Bring in and out",
        subcommands: [ImportCommand.self, ExportCommand.self, SampleCommand.self]),
      CommandGroup(name: "Set up", subcommands: [ConfigCommand.self, CompletionsCommand.self]),
    ])
}

extension NerveCommand: NerveSubcommand {
  /// Without a command: today at a glance, or how to begin.
  func run(in context: CommandContext) throws {
    do {
      try TodayCommand.parse([]).run(in: context)
    } catch JournalError.noJournal(let path) {
      try context.output.write(FirstSteps.text(path, context.layout))
    }
  }
}

/// A command that works with what is around it.
protocol NerveSubcommand: ParsableCommand {
  /// Whether results that are longer than the screen go through a pager.
  static var isPaged: Bool { get }
  /// Does what was asked.
  func run(in context: CommandContext) throws
}

/// A command that works on the journal.
protocol JournalSubcommand: NerveSubcommand {
  /// What it does to the journal.
  static var access: JournalSession.Access { get }
  /// Where the journal lies.
  var journal: JournalOptions { get }
  /// Does what was asked.
  func run(in session: JournalSession) throws
}

extension JournalSubcommand {
  /// Only what reads: what is logged is confirmed at once.
  static var isPaged: Bool { access == .reading }

  func run(in context: CommandContext) throws {
    try run(in: journal.session(for: Self.access, context))
  }
}

/// A command that logs something: it may ask whether that is meant, and can be
/// told to be quiet.
protocol EntrySubcommand: JournalSubcommand {
  /// The day of what is logged, and how much is asked and said.
  var days: DayOptions { get }
  /// The fields that were declared and may call for the red-flag card, which is
  /// printed before the journal is opened, since that may fail.
  var signs: Changes<CheckIn> { get }
}

extension EntrySubcommand {
  var signs: Changes<CheckIn> { Changes() }

  func run(in context: CommandContext) throws {
    try context.warn(of: signs)
    try run(in: journal.session(for: Self.access, context, days.dialogue.dialogue))
  }
}

extension NerveSubcommand {
  static var isPaged: Bool { true }

  func run() throws {
    preconditionFailure("commands are run by Main")
  }
}
