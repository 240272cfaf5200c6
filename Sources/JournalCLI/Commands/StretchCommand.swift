import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// Logs a stretch, nerve glide, strength or mobility exercise.
struct StretchCommand: EntrySubcommand {
  static let access = JournalSession.Access.writing
  static let configuration = CommandConfiguration(
    commandName: "stretch",
    abstract: "Log stretches and other exercises.",
    discussion: """
        $ nerve stretch piriformis 3x30s
        $ nerve stretch piriformis 3x30s left hamstring 3x30s
        $ nerve stretch bridge 3x12 --on yesterday
        $ nerve stretch foam roller 10m --run last
        $ nerve stretch wall sit 3x45s --new --kind strength

      Log several at once, each with its amount and optionally the side. For a \
      set that you often repeat, create a routine: nerve routine --help. 'nerve \
      exercise list' shows the catalogue.
      """)

  @Argument(
    help: ArgumentHelp(
      "Exercise, or the start of its name, with its amount: 3x30s, 3x12, 2x1m, or 10m in all; "
        + "optionally the side; then the next exercise. Or a routine.",
      valueName: "exercise"), completion: .exercises)
  var words: [String]

  @OptionGroup var options: StretchOptions

  @Flag(help: "Add the exercise to the catalogue.")
  var new = false

  @Option(
    help: "Kind of a new exercise: stretch, nerve_glide, strength or mobility.",
    completion: .cases(of: ExerciseKind.self))
  var kind = ExerciseKind.stretch.rawValue

  @OptionGroup var entry: EntryOptions
  @OptionGroup var journal: JournalOptions

  var days: DayOptions { entry.days }

  func run(in session: JournalSession) throws {
    let day = try entry.days.day(at: options.time, in: session)
    let exercises = try StretchWords.list(words, needsExercise: true)
    let kind = try ExerciseKind(kind)
    let opened = try session.journal()
    if !new, exercises.count == 1, let routine = try opened.routine(meantBy: exercises[0]) {
      return try routine.log(on: day, with: options, note: try entry.note, in: session)
    }
    let known = try opened.exercises().map { InputText.folded($0.name) }
    let parts = try exercises.map { exercise in
      var stretch = try exercise.changes(beside: options)
      let isNew =
        new && (exercises.count == 1 || !known.contains(InputText.folded(exercise.exercise)))
      let name = new ? exercise.exercise : try opened.exercise(called: exercise.exercise)
      stretch[\.exercise] = Reference(name: name)
      return (
        new: isNew ? Exercise { ($0.name, $0.kind) = (name, kind) } : nil, stretch: stretch
      )
    }
    try session.logStretches(
      parts, on: day, with: options, note: try entry.note, command: "stretch")
  }
}
