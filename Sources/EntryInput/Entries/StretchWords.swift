package import JournalModel

/// An exercise, its amount and its side, typed as in `hip flexor 3x30s left`.
package struct StretchWords: Equatable {
  /// The exercise as typed; empty if there is none.
  package private(set) var exercise = ""
  /// The amount, if given.
  package private(set) var amount: SetsAndReps?
  /// The side, if given.
  package private(set) var side: BodySide?

  /// Returns the exercises in `words`, each followed by its amount, which begins
  /// with a digit; the side comes before or after the amount.
  ///
  /// The next exercise begins after an amount, a comma or `and`. Words without an
  /// amount between them are one name.
  ///
  /// - Parameters:
  ///   - words: The typed words.
  ///   - needsExercise: Whether the first word belongs to the exercise even if it
  ///     begins with a digit.
  /// - Returns: At least one exercise.
  /// - Throws: ``InputError`` or ``UsageError``.
  package static func list(_ words: [String], needsExercise: Bool) throws -> [StretchWords] {
    var parts = [Part()]
    for word in words {
      let isFirst = needsExercise && parts.count == 1 && parts[0].isEmpty
      var plain = word
      if plain.hasSuffix(",") { plain.removeLast() }
      if joints.contains(InputText.folded(word)), !parts[parts.count - 1].isEmpty {
        parts.append(Part())
      } else if let side = sides[InputText.folded(plain)] {
        guard parts[parts.count - 1].side == nil else {
          throw UsageError(
            "Unexpected side \(Quoted.text(plain)): an exercise has only one; for both legs use "
              + "both."
          )
        }
        parts[parts.count - 1].side = side
        parts[parts.count - 1].endsWithSide = !parts[parts.count - 1].name.isEmpty
      } else if !isFirst, parts[parts.count - 1].amountGoesOn(with: plain) {
        parts[parts.count - 1].amount.append(plain)
      } else if !plain.isEmpty {
        if parts[parts.count - 1].isWhole { parts.append(Part()) }
        parts[parts.count - 1].name.append(plain)
      }
      if word.hasSuffix(","), !parts[parts.count - 1].isEmpty { parts.append(Part()) }
    }
    if parts.count > 1, parts[parts.count - 1].isEmpty { parts.removeLast() }
    return try parts.map { part in
      StretchWords(
        exercise: part.name.joined(separator: " "),
        amount: part.amount.isEmpty ? nil : try SetsAndReps(part.amount.joined(separator: " ")),
        side: part.side)
    }
  }

  /// Words that separate two exercises.
  private static let joints: Set<String> = [",", "and", "&", "+", "then"]

  /// Words for sides, in full: `bo` could also be the start of an exercise.
  private static let sides: [String: BodySide] = [
    "left": .left, "l": .left, "right": .right, "r": .right, "both": .both,
    BodySide.otherNameOfBoth: .both,
  ]

  /// The words of one exercise.
  private struct Part {
    var name: [String] = []
    var amount: [String] = []
    var side: BodySide?
    /// Whether the side comes after the name.
    var endsWithSide = false

    var isEmpty: Bool { name.isEmpty && amount.isEmpty && side == nil }

    /// Whether the next word must begin another exercise.
    var isWhole: Bool { !amount.isEmpty || endsWithSide }

    /// Returns whether `word` belongs to the amount: it begins with a digit, or is
    /// part of `3 x 30 s`.
    func amountGoesOn(with word: String) -> Bool {
      if word.first.map(InputText.isDigit) == true {
        return amount.isEmpty || amount.last.map(Self.isOpen) == true
      }
      guard let last = amount.last, last.last.map(InputText.isDigit) == true else { return false }
      let folded = InputText.folded(word)
      return Self.units.contains(folded)
        || folded.first.map { "x×*".contains($0) } == true
          && folded.dropFirst().first.map(InputText.isDigit) != false
    }

    /// Returns whether the amount must go on after `word`.
    private static func isOpen(_ word: String) -> Bool {
      word.last.map { "x×*X".contains($0) } == true
    }

    private static let units: Set<String> = [
      "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes", "rep",
      "reps",
    ]
  }
}
