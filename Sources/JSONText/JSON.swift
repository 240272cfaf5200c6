/// A JSON value; objects keep the order of their members.
///
/// Literals make objects look like their JSON:
///
/// ```swift
/// let value: JSON = ["lag": 1, "r": JSON(coefficient), "ci95": [0.1, 0.4]]
/// ```
package enum JSON: Sendable {
  /// Members in order; names should be unique.
  case object([(String, JSON)])
  /// Values in order.
  case array([JSON])
  /// Text.
  case string(String)
  /// A number with a fraction; written as `null` unless finite.
  case number(Double)
  /// A whole number, written exactly.
  case integer(Int64)
  /// True or false.
  case bool(Bool)
  /// An unknown or undefined value.
  case null
}

extension JSON {
  /// Creates a number, or `null` from `nil`.
  package init(_ value: Double?) { self = value.map(JSON.number) ?? .null }

  /// Creates a whole number, or `null` from `nil`.
  package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }

  /// Creates a string, or `null` from `nil`.
  package init(_ value: String?) { self = value.map(JSON.string) ?? .null }

  /// Creates a truth value, or `null` from `nil`.
  package init(_ value: Bool?) { self = value.map(JSON.bool) ?? .null }

  /// Creates an array of numbers, with `null` for unknown ones.
  package init(_ values: [Double?]) { self = .array(values.map { JSON($0) }) }

  /// Creates an array of whole numbers, with `null` for unknown ones.
  package init(_ values: [Int?]) { self = .array(values.map { JSON($0) }) }

  /// Creates an array of strings, with `null` for unknown ones.
  package init(_ values: [String?]) { self = .array(values.map { JSON($0) }) }

  /// Creates an array of the two ends of an interval, or `null` from `nil`.
  package init(_ interval: ClosedRange<Double>?) {
    self = interval.map { [JSON($0.lowerBound), JSON($0.upperBound)] } ?? .null
  }

  /// Creates the value of an optional part of a report, or `null` from `nil`.
  package init<Part>(_ part: Part?, _ body: (Part) -> JSON) { self = part.map(body) ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
}
