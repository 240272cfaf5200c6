import CivilDay
import EntryInput
import JournalModel
import JournalStore
import JournalModel

extension Journal {
  /// Returns the routine that the words after `nerve stretch` name, if any.
  ///
  /// A whole name wins over the start of one, and an exercise over a routine that is
  /// called alike.
  func routine(meantBy words: StretchWords) throws -> StoredRoutine? {
    guard words.amount == nil, words.side == nil else { return nil }
    let typed = InputText.folded(words.exercise)
    let exercises = try exercises().map(\.name)
    guard !exercises.contains(where: { InputText.folded($0) == typed }) else { return nil }
    let routines = try routines()
    if let whole = routines.first(where: { InputText.folded($0.name) == typed }) { return whole }
    guard case .none = NameMatch(words.exercise, among: exercises),
      case .match(let name) = NameMatch(words.exercise, among: routines.map(\.name))
    else { return nil }
    return routines.first { $0.name == name }
  }
}

extension StoredRoutine {
  /// Logs the steps as stretches of a day, in one action.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - steps: The steps to log; `nil` for all.
  ///   - options: The time, the run, and the side of steps without one.
  ///   - note: A note on it.
  ///   - session: The session.
  /// - Throws: ``InputError``, ``Refusal``, or any error of the journal.
  func log(
    on day: Day, _ steps: [RoutineStep]? = nil, with options: StretchOptions, note: String?,
    in session: JournalSession
  ) throws {
    let side = try options.side
    let parts = (steps ?? self.steps).map { step in
      let stretch = Stretch {
        $0.exercise = step.exercise
        ($0.sets, $0.repetitions) = (step.sets, step.repetitions)
        ($0.holdS, $0.durationS) = (step.holdS, step.durationS)
      }
      var changes = Changes(stretch)
      changes.set(\.side, to: step.side ?? side)
      return (new: Exercise?.none, stretch: changes)
    }
    try session.logStretches(parts, on: day, with: options, note: note, command: "routine")
  }

  /// Returns the chosen steps.
  ///
  /// - Parameters:
  ///   - only: Names of exercises, or the starts of names; empty for all.
  ///   - without: Exercises to skip.
  /// - Returns: At least one step, in the order of the routine.
  /// - Throws: ``UsageError`` if one is not in the routine, or none is left.
  func steps(only: [String], without: [String]) throws -> [RoutineStep] {
    let wanted = try only.map(exercise)
    let unwanted = try without.map(exercise)
    let left = steps.filter { step in
      let name = step.exercise?.name ?? ""
      return (wanted.isEmpty || wanted.contains(name)) && !unwanted.contains(name)
    }
    guard !left.isEmpty else { throw UsageError("No exercise of the routine is left to log.") }
    return left
  }

  /// Returns the name of the exercise in the routine that `typed` means.
  private func exercise(_ typed: String) throws -> String {
    let names = steps.compactMap(\.exercise?.name)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    switch NameMatch(typed, among: names) {
    case .match(let name): return name
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(typed)) could be more than one exercise of the routine: "
          + "\(names.joined(separator: ", ")). Type more of the name.")
    case .none(let near):
      throw UsageError(
        "The routine has no exercise \(Quoted.text(typed)); "
          + (near.isEmpty
            ? "it has \(names.joined(separator: ", "))."
            : "did you mean \(near.joined(separator: " or "))?"))
    }
  }
}
