import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// Options of a routine, in addition to its name and exercises.
struct RoutineOptions: ParsableArguments {
  @Flag(help: "Add unknown exercises to the catalogue.")
  var new = false

  @Option(
    help: "Kind of new exercises: stretch, nerve_glide, strength or mobility.",
    completion: .cases(of: ExerciseKind.self))
  var kind = ExerciseKind.stretch.rawValue

  @Option(
    help: ArgumentHelp(
      "Note of up to 10,000 characters; - reads it from standard input.", valueName: "text"))
  var note: String?

  /// Returns the steps in `words`, in order, and the exercises that are new.
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

  /// Refuses a name that is also a command.
  ///
  /// - Throws: ``UsageError``.
  static func check(name: String) throws {
    guard !CommandPath(["routine"]).subcommandNames.contains(InputText.folded(name)) else {
      throw UsageError(
        "\(Quoted.text(name)) is a nerve routine command; choose another name.")
    }
  }
}
