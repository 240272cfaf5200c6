import Foundation
import Testing

/// A JSON value that is read by subscripts.
enum JSON: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(data: Data) throws {
    self = try JSONDecoder().decode(JSON.self, from: data)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// The member called `key`, null if there is none.
  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var isNull: Bool { if case .null = self { true } else { false } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var int: Int? { number.flatMap { Int(exactly: $0) } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var array: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

  /// The texts of an array.
  var strings: [String] { array.compactMap(\.string) }

  /// `true`, `false` or a text.
  var text: String? { if case .bool(let value) = self { String(value) } else { string } }

  /// An array of numbers and nulls.
  var numbers: [Double?] { array.map(\.number) }
}

/// Expects `value` to be `expected` within `tolerance`, relative above 1; nil
/// must be null.
func expectClose(
  _ value: Double?, _ expected: JSON, _ name: @autoclosure () -> String,
  tolerance: Double = 1e-10, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    value, expected.number, name(), tolerance: tolerance, sourceLocation: sourceLocation)
}

func expectClose(
  _ value: Double?, _ expected: Double?, _ name: @autoclosure () -> String,
  tolerance: Double = 1e-10, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let value, let expected else {
    if value != nil || expected != nil {
      Issue.record(
        "\(name()): \(String(describing: value)), expected \(String(describing: expected))",
        sourceLocation: sourceLocation)
    }
    return
  }
  if !(abs(value - expected) <= tolerance * max(1, abs(expected))) {
    Issue.record(
      "\(name()): \(value), expected \(expected)", sourceLocation: sourceLocation)
  }
}
