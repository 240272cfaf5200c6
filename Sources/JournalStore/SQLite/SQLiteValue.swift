/// A value in one of SQLite's five storage classes.
public enum SQLiteValue: Equatable, Sendable {
  /// No value: in the journal, unknown.
  case null
  /// A 64-bit signed integer.
  case integer(Int64)
  /// A 64-bit floating-point number; SQLite stores NaN as NULL.
  case real(Double)
  /// UTF-8 text, possibly with NUL characters.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

extension SQLiteValue {
  /// Whether this is `null`.
  public var isNull: Bool { self == .null }

  /// The text of `value`, or `null`.
  public static func text(_ value: String?) -> SQLiteValue {
    value.map { .text($0 as String) } ?? .null
  }

  /// The real number `value`, or `null`.
  public static func real(_ value: Double?) -> SQLiteValue {
    value.map { .real($0 as Double) } ?? .null
  }

  /// The integer `value`, or `null`.
  public static func integer(_ value: (some BinaryInteger)?) -> SQLiteValue {
    value.map { .integer(Int64($0)) } ?? .null
  }
}

extension SQLiteValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  /// Creates an integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Creates a real number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// Creates text.
  public init(stringLiteral value: String) { self = .text(value as String) }
  /// Creates NULL.
  public init(nilLiteral: ()) { self = .null }
}
