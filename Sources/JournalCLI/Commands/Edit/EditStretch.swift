import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a stretch or another logged exercise.
struct EditStretch: DatedEntryEditing {
  static let table = EntryTable.stretch
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

  static let clearable: KeyValuePairs = [
    "amount": ["sets", "reps", "hold_s", "duration_s"], "side": ["side"], "time": ["time"],
    "run": ["run_id"], "note": ["note"],
  ]

  @Argument(
    help: ArgumentHelp(
      "Id, exercise and amount: 3x30s, 3x12 or 2x1m.", valueName: "id|exercise"),
    completion: .exercises)
  var words: [String] = []

  @OptionGroup var options: StretchOptions
  @OptionGroup var edit: EditOptions

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    let all = try StretchWords.list(words, needsExercise: false)
    guard all.count == 1 else {
      throw UsageError(
        "Change one stretch at a time; remove \(Quoted.text(all[1].exercise)) and everything "
          + "after it."
      )
    }
    let words = all[0]
    var values = try options.values(on: day, in: session)
    let said = try words.values(beside: options)
    if let side = said["side"], !side.isNull { values["side"] = side }
    // A new amount replaces every field of the old one.
    if words.amount != nil { values.merge(words.amountValues) { $1 } }
    if !words.exercise.isEmpty {
      values["exercise"] = .text(try session.journal().exercise(called: words.exercise))
    }
    return values
  }
}
