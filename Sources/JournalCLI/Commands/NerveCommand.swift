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
      Log a day in seconds, then see what your own days show:

        $ nerve run 8.2km 45:10 --rpe 6 --shoe pegasus
        $ nerve pain 4 --reach calf --side left
        $ nerve checkin
        $ nerve stretch piriformis 3x30s
        $ nerve
        $ nerve month
        $ nerve sql "SELECT * FROM day ORDER BY day DESC LIMIT 7"

      The journal is one SQLite file on this machine; nothing leaves it. Nerve is \
      not medical advice: see a professional about your pain, and run 'nerve \
      redflags' to see when pain is an emergency.
      """,
    version: "nerve 1.0.0",
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
        name: "Correct",
        subcommands: [
          EditCommand.self, DeleteCommand.self, UndoCommand.self, RedoCommand.self,
          ForgetCommand.self,
        ]),
      CommandGroup(name: "Test", subcommands: [TrialCommand.self]),
      CommandGroup(
        name: "View",
        subcommands: [
          TodayCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self,
          HistoryCommand.self,
          MonthCommand.self, MonthsCommand.self, CorrelateCommand.self, DoseCommand.self,
          CompareCommand.self, FlaresCommand.self, CheckCommand.self,
          ReportCommand.self, SQLCommand.self, QueryCommand.self, SchemaCommand.self,
          ShellCommand.self,
          RedFlagsCommand.self,
        ]),
      CommandGroup(
        name: "Keep safe",
        subcommands: [BackupCommand.self, RestoreCommand.self, DoctorCommand.self]),
      CommandGroup(
        name: "Import and export",
        subcommands: [
          ImportCommand.self, InboxCommand.self, ExportCommand.self, MergeCommand.self,
          MCPCommand.self, SampleCommand.self,
        ]),
      CommandGroup(name: "Settings", subcommands: [ConfigCommand.self, CompletionsCommand.self]),
    ])
}

extension NerveCommand: NerveSubcommand {
  /// Shows today at a glance, or the first steps if there is no journal.
  func run(in context: CommandContext) throws {
    do {
      try TodayCommand.parse([]).run(in: context)
    } catch JournalError.noJournal(let path) {
      try context.output.write(FirstSteps.text(path, context.layout))
    }
  }
}

/// A command that runs in a context.
protocol NerveSubcommand: ParsableCommand {
  /// Whether results longer than the screen go through a pager.
  static var isPaged: Bool { get }
  /// Runs the command.
  func run(in context: CommandContext) throws
}

/// A command that works on the journal.
protocol JournalSubcommand: NerveSubcommand {
  /// The kind of access that the command needs.
  static var access: JournalSession.Access { get }
  /// The path of the journal.
  var journal: JournalOptions { get }
  /// Runs the command.
  func run(in session: JournalSession) throws
}

extension JournalSubcommand {
  /// Only reading commands are paged: an echo must appear at once.
  static var isPaged: Bool { access == .reading }

  func run(in context: CommandContext) throws {
    try run(in: journal.session(for: Self.access, context), context)
  }

  /// Runs the command, and prints its answer before the session ends: that takes a moment
  /// where days are cached and a backup is made.
  fileprivate func run(in session: JournalSession, _ context: CommandContext) throws {
    try withExtendedLifetime(session) {
      try run(in: session)
      if !Self.isPaged { try context.output.flush() }
    }
  }
}

/// A command that logs something: it may ask before it does, and has --quiet.
protocol EntrySubcommand: JournalSubcommand {
  /// The day of the entry, and how much the command asks and prints.
  var days: DayOptions { get }
  /// The fields that may call for the emergency card. The card is printed before
  /// the journal is opened, as that may fail.
  var signs: Changes<CheckIn> { get }
}

extension EntrySubcommand {
  var signs: Changes<CheckIn> { Changes() }

  func run(in context: CommandContext) throws {
    try context.warn(of: signs)
    try run(in: journal.session(for: Self.access, context, days.dialogue.dialogue), context)
  }
}

extension NerveSubcommand {
  static var isPaged: Bool { true }

  func run() throws {
    preconditionFailure("commands are run by Main")
  }
}
