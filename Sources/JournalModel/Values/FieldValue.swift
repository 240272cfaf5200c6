public import CivilDay

/// A value that a field of a record can have.
public protocol FieldValue: Equatable, Sendable {
  /// Creates the value that is stored so; `nil` if it is of another kind.
  init?(stored: StoredValue)
  /// The value as it is stored.
  var stored: StoredValue { get }
}

/// A value whose type says all that a field of it takes.
public protocol FieldKindValue: FieldValue {
  /// What a field of these values takes.
  static var kind: Field.Kind { get }
  /// What such a number measures, if it does.
  static var measure: Field.Measure? { get }
}

extension FieldKindValue {
  /// Nothing, unless a type says so.
  public static var measure: Field.Measure? { nil }
}

extension FieldValue where Self: RawRepresentable<String> {
  public init?(stored: StoredValue) {
    guard case .text(let word) = stored else { return nil }
    self.init(rawValue: word)
  }

  public var stored: StoredValue { .text(rawValue) }
}

extension FieldKindValue where Self: RawRepresentable<String> & CaseIterable {
  /// One of the words.
  public static var kind: Field.Kind { .choice(allCases.map(\.rawValue)) }
}

extension Int: FieldValue {
  public init?(stored: StoredValue) {
    guard case .integer(let number) = stored else { return nil }
    self = number
  }

  public var stored: StoredValue { .integer(self) }
}

extension Double: FieldValue {
  public init?(stored: StoredValue) {
    switch stored {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    case .null, .text: return nil
    }
  }

  public var stored: StoredValue { .real(self) }
}

extension String: FieldValue {
  public init?(stored: StoredValue) {
    guard case .text(let text) = stored else { return nil }
    self = text
  }

  public var stored: StoredValue { .text(self) }
}

extension Bool: FieldKindValue {
  /// 0 for no and 1 for yes.
  public static var kind: Field.Kind { .whole(0...1) }

  public init?(stored: StoredValue) {
    guard case .integer(let number) = stored, (0...1).contains(number) else { return nil }
    self = number == 1
  }

  public var stored: StoredValue { .integer(self ? 1 : 0) }
}

extension Day: FieldKindValue {
  /// A calendar day.
  public static var kind: Field.Kind { .day }

  public init?(stored: StoredValue) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }

  public var stored: StoredValue { .text(description) }
}
