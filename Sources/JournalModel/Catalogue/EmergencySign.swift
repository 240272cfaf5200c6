/// A sign of the emergency card that a check-in may declare, as the catalogue has it.
///
/// This is the one table of them: the check-in, the options and the pages for others
/// all read it.
public struct EmergencySign: Equatable, Sendable {
  /// The field of a check-in that holds it.
  public let field: RecordField<CheckIn>
  /// What the field holds if the sign is there.
  public let value: StoredValue

  /// All of them, in the order of the catalogue.
  public static let allCases = CheckIn.fields.compactMap { field in
    field.field.redFlag.map { EmergencySign(field: field, value: $0) }
  }

  /// Whether both are the same field of a check-in.
  public static func == (one: EmergencySign, other: EmergencySign) -> Bool {
    one.field.path == other.field.path
  }

  /// Its name within a sentence, such as "weakness" or "both sides".
  public var name: String {
    if case .text(let word) = value { "\(word) \(field.field.noun)s" } else { field.field.noun }
  }

  /// Returns whether `values` declare it; weakness that was known before and is
  /// unchanged is recorded, but is no emergency.
  public func isDeclared(by values: Changes<CheckIn>) -> Bool {
    guard values.value(of: field) == value else { return false }
    return field.path != \CheckIn.weakness
      || values.value(of: CheckIn.field(\.weaknessUnchanged)) != true.stored
  }

  /// Returns the signs that `values` declare, in the order of the catalogue.
  public static func declared(by values: Changes<CheckIn>) -> [EmergencySign] {
    allCases.filter { $0.isDeclared(by: values) }
  }
}
