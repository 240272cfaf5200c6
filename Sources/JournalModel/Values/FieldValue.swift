public import CivilDay

/// A possible value of a record's field.
public protocol FieldValue: Equatable, Sendable {
  /// Creates the value from its stored form; `nil` if it has another type.
  init?(stored: StoredValue)
  /// The stored form.
  var stored: StoredValue { get }
}

/// A value whose type determines a field's type and range.
public protocol FieldKindValue: FieldValue {
  /// The type and range of such a field.
  static var kind: Field.Kind { get }
  /// The quantity of such a field, if any.
  static var measure: Field.Measure? { get }
}

extension FieldKindValue {
  /// None, unless a type has one.
  public static var measure: Field.Measure? { nil }
}

extension FieldValue where Self: RawRepresentable<String> {
  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .text(let word) = stored else { return nil }
    self.init(rawValue: word)
  }

  /// The stored form.
  public var stored: StoredValue { .text(rawValue) }
}

extension FieldKindValue where Self: RawRepresentable<String> & CaseIterable {
  /// One of the words.
  public static var kind: Field.Kind { .choice(allCases.map(\.rawValue)) }
}

extension Int: FieldValue {
  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .integer(let number) = stored else { return nil }
    self = number
  }

  /// The stored form.
  public var stored: StoredValue { .integer(self) }
}

extension Double: FieldValue {
  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    switch stored {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    case .null, .text: return nil
    }
  }

  /// The stored form.
  public var stored: StoredValue { .real(self) }
}

extension String: FieldValue {
  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .text(let text) = stored else { return nil }
    self = text
  }

  /// The stored form.
  public var stored: StoredValue { .text(self) }
}

extension Bool: FieldKindValue {
  /// 0 for no and 1 for yes.
  public static var kind: Field.Kind { .whole(0...1) }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .integer(let number) = stored, (0...1).contains(number) else { return nil }
    self = number == 1
  }

  /// The stored form.
  public var stored: StoredValue { .integer(self ? 1 : 0) }
}

extension Day: FieldKindValue {
  /// A calendar day.
  public static var kind: Field.Kind { .day }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  /// The stored form.
  public var stored: StoredValue { .text(description) }
}
