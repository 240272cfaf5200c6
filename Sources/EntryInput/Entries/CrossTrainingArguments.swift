package import JournalModel

/// The activity and the measures that words name, as in `aqua jogging 45m`.
package struct CrossTrainingArguments {
  /// The activity as it was typed; empty if there is none.
  package let activity: String
  /// How far and how long, if anything was said.
  package let measures: RunMeasures?

  /// Understands an activity followed by measures; a measure begins with a digit.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - unit: The unit of a pace that has none.
  /// - Throws: ``InputError`` or ``UsageError``.
  package init(_ words: [String], unit: DistanceUnit) throws {
    let end =
      words.firstIndex { $0.first.map { InputText.isDigit($0) || ".,".contains($0) } == true }
      ?? words.endIndex
    if let day = words[..<end].first(where: DayExpression.names) {
      throw InputError.dayWithoutOption.about(day)
    }
    activity = words[..<end].joined(separator: " ")
    measures =
      end == words.endIndex ? nil : try RunMeasures(Array(words[end...]), unit: unit, of: "session")
  }
}
