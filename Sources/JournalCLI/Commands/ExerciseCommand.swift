import ArgumentParser
import EntryInput
import JournalModel
import JournalModel
import JournalStore
import Presentation

/// Manages the catalogue of exercises.
struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Add and list exercises.",
    discussion: """
        $ nerve exercise list
        $ nerve exercise add wall sit --kind strength
      """,
    subcommands: [Add.self, List.self])

  /// Adds an exercise.
  struct Add: JournalSubcommand {
    static let access = JournalSession.Access.writing
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add an exercise to the catalogue.",
      discussion: """
          $ nerve exercise add wall sit --kind strength
          $ nerve exercise add "tibial slider" --kind nerve_glide --note "foot turned out"
        """)

    @Argument(help: ArgumentHelp("Name of the exercise.", valueName: "name"))
    var words: [String]

    @OptionGroup var options: ExerciseOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      let name = words.joined(separator: " ")
      let kind = try options.kind.map { try ExerciseKind($0) } ?? .stretch
      var exercise = try options.changes().applied(to: Exercise())
      (exercise.name, exercise.kind) = (name, kind)
      let logged = try session.journal().add(exercise, command: "exercise add", today: nil)
      try session.confirm("Exercise: \(name), \(kind.words)", logged)
    }
  }

  /// Lists the exercises.
  struct List: JournalSubcommand {
    static let access = JournalSession.Access.reading
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List exercises and how often you did them.",
      discussion: """
          $ nerve exercise list
          $ nerve exercise list --kind nerve_glide --json
        """)

    @Option(
      help: "Only this kind: stretch, nerve_glide, strength or mobility.",
      completion: .cases(of: ExerciseKind.self))
    var kind: String?

    @OptionGroup var format: FormatOptions
    @OptionGroup var journal: JournalOptions

    func run(in session: JournalSession) throws {
      _ = try format.chosen()
      let kind = try kind.map { try ExerciseKind($0) }
      try Self.list(kind, as: format, in: session)
    }

    /// Lists the exercises, here and for `nerve list exercises`.
    static func list(
      _ kind: ExerciseKind? = nil, as format: FormatOptions, in session: JournalSession
    ) throws {
      let journal = try session.journal()
      let exercises = try journal.exerciseUse(ofKind: kind?.rawValue)
      try journal.labelSample(session.context)
      try format.write(ExerciseTable(exercises: exercises), session.context)
      if exercises.isEmpty {
        try session.context.say("No exercises. Add one with: nerve exercise add NAME")
      }
    }
  }
}
