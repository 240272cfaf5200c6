package import JournalModel

/// Understands the value of a field, as it is typed after its option.
package enum FieldExpression {
  /// Returns the value that `text` names.
  ///
  /// What only the field itself can judge, such as a heart rate, stays as it was
  /// typed: the journal reads and checks it.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - field: The field.
  ///   - unit: The unit of a distance that has none.
  /// - Returns: The value, which the journal may still refuse.
  /// - Throws: ``InputError``.
  package static func parse(
    _ text: String, for field: Field, unit: DistanceUnit
  ) throws(InputError) -> StoredValue {
    switch (field.measure, field.kind) {
    case (.rating, .whole): .integer(try RatingExpression.parse(text))
    case (.rating, _): .real(try ExertionExpression.parse(text))
    case (.place, _): try Reach(text).stored
    case (.distance, _): .real(try DistanceExpression.parse(text, unit: unit))
    // With a point for a decimal comma.
    case (.hours, _): .text(String(text.map { $0 == "," ? "." : $0 }))
    case (nil, BodySide.kind): try BodySide(text).stored
    case (nil, ExerciseKind.kind): try ExerciseKind(text).stored
    default: .text(text)
    }
  }
}
