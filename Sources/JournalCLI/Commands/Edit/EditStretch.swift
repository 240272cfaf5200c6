import ArgumentParser
import JournalStore

/// Changes a stretch or another exercise that was done.
struct EditStretch: EntryEditing {
  static let table = EntryTable.stretch
  static let configuration = CommandConfiguration(
    commandName: "stretch",
    abstract: "Change a stretch or another exercise that was done.",
    discussion: """
        $ nerve edit stretch 3x45s
        $ nerve edit stretch 12 hamstring 3x30s --side left
        $ nerve edit stretch --on yesterday

      Without an id it changes the one that was logged last. A bare whole number \
      is an id: repetitions have their sets here, as in 3x12.
      """)

  static let clearable: KeyValuePairs = [
    "amount": ["sets", "reps", "hold_s", "duration_s"], "side": ["side"], "note": ["note"],
  ]

  @Argument(
    help: ArgumentHelp(
      "Its id, the exercise, and how much: 3x30s, 3x12 or 2x1m.", valueName: "id|exercise"))
  var words: [String] = []

  @Option(help: "The side: left, right or both.")
  var side: String?

  @OptionGroup var edit: EditOptions

  func values(_ words: [String], in session: JournalSession) throws -> [String: SQLiteValue] {
    let words = try StretchWords(words, needsExercise: false)
    var fields: [String: SQLiteValue] = [:]
    if let side { fields["side"] = .text(try BodySide(side).rawValue) }
    if let amount = words.amount {
      // A new amount stands for all that was said about how much it was.
      fields["sets"] = .integer(amount.sets)
      fields["reps"] = .integer(amount.repetitions)
      fields["hold_s"] = .real(amount.holdSeconds.map(Double.init))
      fields["duration_s"] = .null
    }
    if !words.exercise.isEmpty {
      fields["exercise"] = .text(try session.journal().exercise(called: words.exercise))
    }
    return fields
  }
}
