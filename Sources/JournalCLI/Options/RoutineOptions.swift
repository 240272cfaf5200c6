import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// What may be said of a routine beside its name and its exercises.
struct RoutineOptions: ParsableArguments {
  @Flag(help: "Add exercises to the catalogue if they are not in it.")
  var new = false

  @Option(
    help: "The kind of new exercises: stretch, nerve_glide, strength or mobility.",
    completion: .cases(of: ExerciseKind.self))
  var kind = ExerciseKind.stretch.rawValue

  @Option(
    help: ArgumentHelp(
      "A note, up to 10,000 characters; - reads it from standard input.", valueName: "text"))
  var note: String?

  /// The steps that words name, in their order, and the exercises that are new.
  ///
  /// - Returns: The exercises, and steps without their routine.
  /// - Throws: ``InputError`` or ``UsageError``.
  func steps(
    _ words: [String], in journal: Journal
  ) throws -> (exercises: [Exercise], steps: [RoutineStep]) {
    let kind = try ExerciseKind(kind)
    let names = try journal.exercises().map(\.name)
    var added: [String] = []
    let steps = try StretchWords.list(words, needsExercise: true).enumerated()
      .map { index, part in
        var name = part.exercise
        if case .match(let known) = NameMatch(name, among: names + added) {
          name = known
        } else if new {
          added.append(name)
        } else {
          name = try journal.exercise(called: name)
        }
        return RoutineStep {
          $0.position = index + 1
          $0.exercise = Reference(name: name)
          ($0.sets, $0.repetitions) = (part.amount?.sets, part.amount?.repetitions)
          $0.holdS = part.amount?.holdSeconds.map(Double.init)
          $0.durationS = part.amount?.durationSeconds.map(Double.init)
          $0.side = part.side
        }
      }
    let exercises = added.map { name in
      Exercise { ($0.name, $0.kind) = (name, kind) }
    }
    return (exercises, steps)
  }

  /// Refuses a name that would be taken for a command.
  ///
  /// - Throws: ``UsageError``.
  static func check(name: String) throws {
    guard !CommandPath(["routine"]).subcommandNames.contains(InputText.folded(name)) else {
      throw UsageError(
        "\(Quoted.text(name)) is a nerve routine command; give the routine another name.")
    }
  }
}
