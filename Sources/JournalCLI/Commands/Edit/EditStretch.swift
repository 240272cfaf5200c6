import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a stretch or another logged exercise.
struct EditStretch: DatedEntryEditing {
  typealias Record = Stretch

  static let configuration = CommandConfiguration(
    commandName: "stretch",
    abstract: "Change a stretch or another logged exercise.",
    discussion: """
        $ nerve edit stretch 3x45s
        $ nerve edit stretch 12 hamstring 3x30s --side left
        $ nerve edit stretch --on yesterday

      Without an id, changes the latest one. A whole number on its own is an id, \
      so repetitions need their sets, as in 3x12.
      """)

  @Argument(
    help: ArgumentHelp(
      "Id, exercise and amount: 3x30s, 3x12 or 2x1m.", valueName: "id|exercise"),
    completion: .exercises)
  var words: [String] = []

  @OptionGroup var options: StretchOptions
  @OptionGroup var edit: EditOptions

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Stretch> {
    let all = try StretchWords.list(words, needsExercise: false)
    guard all.count == 1 else {
      throw UsageError(
        "Change one stretch at a time; remove \(Quoted.text(all[1].exercise)) and everything "
          + "after it."
      )
    }
    let words = all[0]
    var changes = try options.changes(on: day, in: session)
    if let side = try words.changes(beside: options)[\.side] { changes[\.side] = side }
    // A new amount replaces every field of the old one.
    if words.amount != nil { changes.merge(words.amountChanges) }
    if !words.exercise.isEmpty {
      changes[\.exercise] = Reference(
        name: try session.journal().exercise(called: words.exercise))
    }
    return changes
  }
}
