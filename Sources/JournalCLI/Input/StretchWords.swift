/// The exercise and the amount that words name, as in `hip flexor 3x30s`.
struct StretchWords {
  /// The exercise as it was typed; empty if there is none.
  let exercise: String
  /// How much of it, if that was said.
  let amount: Prescription?

  /// Understands an exercise followed by an amount; an amount begins with a digit.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - needsExercise: Whether the first word belongs to the exercise even if it
  ///     begins with a digit.
  /// - Throws: ``InputError``.
  init(_ words: [String], needsExercise: Bool) throws(InputError) {
    let end =
      words.dropFirst(needsExercise ? 1 : 0).firstIndex {
        $0.first.map(InputText.isDigit) == true
      } ?? words.endIndex
    exercise = words[..<end].joined(separator: " ")
    amount = end == words.endIndex ? nil : try Prescription(words[end...].joined(separator: " "))
  }
}
