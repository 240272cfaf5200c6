import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation

/// Manages routines, sets of exercises that one command logs.
struct RoutineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routine",
    abstract: "Log a set of exercises in one go.",
    discussion: """
        $ nerve routine add morning piriformis 3x30s hamstring 3x30s left
        $ nerve routine morning
        $ nerve routine morning --without hamstring
        $ nerve stretch morning --on yesterday
        $ nerve routine

      Create a routine once; its name then logs all its exercises, and one undo \
      undoes them. Plain 'nerve routine' lists your routines. Changing a routine \
      does not change the stretches already logged.
      """,
    subcommands: [Log.self, Add.self, List.self, Show.self, Edit.self, Delete.self],
    defaultSubcommand: Log.self)

  /// Logs a routine, or part of one.
  struct Log: EntrySubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "log",
      abstract: "Log a routine or part of it, or list routines.",
      discussion: """
          $ nerve routine morning
          $ nerve routine morning --only piriformis --on yesterday
          $ nerve routine log morning --without hamstring --without bridge
        """)

    @Argument(
      help: ArgumentHelp("Name of the routine, or the start of it.", valueName: "name"),
      completion: .routines)
    var words: [String] = []

    @Option(
      help: ArgumentHelp("Log only this exercise; can be repeated.", valueName: "exercise"),
      completion: .exercises)
    var only: [String] = []

    @Option(
      help: ArgumentHelp("Skip this exercise; can be repeated.", valueName: "exercise"),
      completion: .exercises)
    var without: [String] = []

    @OptionGroup var options: StretchOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var journal: JournalOptions

    var days: DayOptions { entry.days }

    func run(in session: JournalSession) throws {
      guard !words.isEmpty else {
        return try List.list(as: try FormatOptions.parse([]), in: session)
      }
      let day = try entry.days.day(in: session)
      let routine = try session.journal().routine(called: words.joined(separator: " "))
      try routine.log(
        on: day, try routine.steps(only: only, without: without), with: options,
        note: try entry.note, in: session)
    }
  }

  /// Creates a routine.
  struct Add: JournalSubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Create a routine.",
      discussion: """
          $ nerve routine add morning piriformis 3x30s hamstring 3x30s left
          $ nerve routine add "after a run" calf 2x1m, hip flexor 2x1m both, foam roller 10m
          $ nerve routine add desk wall sit 3x45s --new --kind strength
        """)

    @Argument(
      help: ArgumentHelp("Name of the routine, in quotes if it has several words."))
    var name: String

    @Argument(
      help: ArgumentHelp(
        "Exercises, each with its amount and optionally the side, as in piriformis 3x30s left.",
        valueName: "exercise"), completion: .exercises)
    var words: [String]

    @OptionGroup var options: RoutineOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try RoutineOptions.check(name: name)
      let opened = try session.journal()
      let (exercises, steps) = try options.steps(words, in: opened)
      let note = try options.note.flatMap(NoteText.read)
      let routine = Routine { ($0.name, $0.note) = (name, note) }
      let entries =
        exercises.map { Entry($0) } + [Entry(routine)]
        + steps.map { Entry($0.part(of: Reference(name: name))) }
      let logged = try opened.add(entries, command: "routine add", today: nil)
      let added = try opened.routine(called: name)
      try session.confirm(
        RoutineList.told(added), Logged(id: added.id, action: logged.action))
      try session.hint("Log it with", "nerve routine \(ShellText.quoted(added.name))")
    }
  }

  /// Lists the routines.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List routines and their exercises.",
      discussion: """
          $ nerve routine list
          $ nerve routine list --json
        """)

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      try Self.list(as: format, in: session)
    }

    /// Lists the routines, here and for plain `nerve routine`.
    static func list(as format: FormatOptions, in session: JournalSession) throws {
      _ = try format.chosen()
      let journal = try session.journal()
      let routines = try journal.routines()
      try journal.labelSample(session.context)
      try format.write(RoutineList(routines: routines), session.context)
      if routines.isEmpty {
        try session.context.say(
          "No routines yet. Add one with: nerve routine add morning piriformis 3x30s")
      }
    }
  }

  /// Shows one routine.
  struct Show: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the exercises of a routine.",
      discussion: """
          $ nerve routine show morning
        """)

    @Argument(help: "Name of the routine, or the start of it.", completion: .routines)
    var name: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.chosen()
      let journal = try session.journal()
      let routine = try journal.routine(called: name)
      try journal.labelSample(session.context)
      try format.write(RoutineList(routines: [routine]), session.context)
    }
  }

  /// Changes a routine.
  struct Edit: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Change a routine: its exercises, name or note.",
      discussion: """
          $ nerve routine edit morning piriformis 3x45s bridge 3x12
          $ nerve routine edit morning --name wake-up

        The exercises you give replace all the old ones.
        """)

    @Argument(help: "Name of the routine, or the start of it.", completion: .routines)
    var routine: String

    @Argument(
      help: ArgumentHelp("Exercises to replace the old ones.", valueName: "exercise"),
      completion: .exercises)
    var words: [String] = []

    @Option(help: ArgumentHelp("New name.", valueName: "text"))
    var name: String?

    @OptionGroup var options: RoutineOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let opened = try session.journal()
      let routine = try opened.routine(called: routine)
      var changes = Changes<Routine>()
      if let name {
        try RoutineOptions.check(name: name)
        changes[\.name] = name
      }
      if let note = try options.note.flatMap(NoteText.read) { changes[\.note] = note }
      guard !words.isEmpty || !changes.isEmpty else {
        throw UsageError(
          "Nothing to change; give new exercises, a name or a note, as in: "
            + CommandPath(["routine", "edit"]).examples[0])
      }
      var steps: [Entry]?
      if !words.isEmpty {
        let (exercises, parts) = try options.steps(words, in: opened)
        steps =
          exercises.map { Entry($0) }
          + parts.map { Entry($0.part(of: Reference(id: routine.id))) }
      }
      let logged = try opened.changeRoutine(routine.id, changes, steps: steps)
      let changed = try opened.routine(called: name ?? routine.name)
      try session.confirm(RoutineList.told(changed), logged)
    }
  }

  /// Deletes a routine.
  struct Delete: JournalSubcommand {
    static let access = JournalSession.Access.changing
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Delete a routine; its logged stretches stay.",
      discussion: """
          $ nerve routine delete morning
        """)

    @Argument(help: "Name of the routine, or the start of it.", completion: .routines)
    var name: String

    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let opened = try session.journal()
      let routine = try opened.routine(called: name)
      try session.confirm(
        "Deleted routine: \(routine.name)", try opened.deleteRoutine(routine.id))
    }
  }
}

extension RoutineStep {
  /// The step as one of `routine`.
  fileprivate func part(of routine: Reference<Routine>) -> RoutineStep {
    var step = self
    step.routine = routine
    return step
  }
}
