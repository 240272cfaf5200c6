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
  /// - Returns: Entries for exercises, and steps without their routine.
  /// - Throws: ``InputError`` or ``UsageError``.
  func steps(
    _ words: [String], in journal: Journal
  ) throws -> (exercises: [Entry], steps: [Entry]) {
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
        var values = part.amountValues
        values["exercise"] = .text(name)
        values["position"] = .integer(index + 1)
        values["side"] = .text(part.side?.rawValue)
        return Entry(.routineStep, values)
      }
    let exercises = added.map {
      Entry(.exercise, ["name": .text($0), "kind": .text(kind.rawValue)])
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
