package import JournalModel

/// An activity and its measures, typed as in `aqua jogging 45m`.
package struct CrossTrainingArguments {
  /// The activity as typed; empty if there is none.
  package let activity: String
  /// The distance and duration, if given.
  package let measures: RunMeasures?

  /// Creates the arguments from an activity and measures, which begin with a digit.
  ///
  /// - Parameters:
  ///   - words: The typed words.
  ///   - unit: The unit of a pace without one.
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
