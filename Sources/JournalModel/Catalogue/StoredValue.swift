/// The stored value of a field, in the model's own terms.
public enum StoredValue: Equatable, Sendable {
  /// Unknown.
  case null
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// Text.
  case text(String)
}

extension StoredValue {
  /// Whether this is `null`.
  public var isNull: Bool { self == .null }

  /// The text of `value`, or `null`.
  public static func text(_ value: String?) -> StoredValue {
    value.map { .text($0 as String) } ?? .null
  }

  /// The real number `value`, or `null`.
  public static func real(_ value: Double?) -> StoredValue {
    value.map { .real($0 as Double) } ?? .null
  }

  /// The whole number `value`, or `null`.
  public static func integer(_ value: Int?) -> StoredValue {
    value.map { .integer($0 as Int) } ?? .null
  }
}

extension StoredValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  /// Creates an integer.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a real number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// Creates text.
  public init(stringLiteral value: String) { self = .text(value as String) }
  /// Creates an unknown value.
  public init(nilLiteral: ()) { self = .null }
}
