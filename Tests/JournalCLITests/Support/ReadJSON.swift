import Foundation
import Testing

/// A JSON value as another program reads it.
enum ReadJSON: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ReadJSON])
  case object([String: ReadJSON])

  init(data: Data) throws {
    self = try JSONDecoder().decode(ReadJSON.self, from: data)
  }

  init(_ text: String) throws {
    try self.init(data: Data(text.utf8))
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
    } else if let value = try? container.decode([ReadJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: ReadJSON].self))
    }
  }

  /// The member called `key`, null if there is none.
  subscript(key: String) -> ReadJSON { object[key] ?? .null }

  /// The element at `index`, null if there is none.
  subscript(index: Int) -> ReadJSON { array.indices.contains(index) ? array[index] : .null }

  var isNull: Bool { self == .null }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var int: Int? { number.flatMap { Int(exactly: $0) } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var array: [ReadJSON] { if case .array(let elements) = self { elements } else { [] } }
  var object: [String: ReadJSON] { if case .object(let members) = self { members } else { [:] } }

  /// The names of the members, sorted.
  var keys: [String] { object.keys.sorted() }

  /// An array of numbers and nulls.
  var numbers: [Double?] { array.map(\.number) }
}

/// Expects `value` to be `expected` within `tolerance`, relative above 1; null
/// must be null.
func expectClose(
  _ value: ReadJSON, _ expected: Double?, _ name: @autoclosure () -> String,
  tolerance: Double = 1e-10, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let number = value.number, let expected else {
    if !value.isNull || expected != nil {
      Issue.record(
        "\(name()): \(value), expected \(String(describing: expected))",
        sourceLocation: sourceLocation)
    }
    return
  }
  if !(abs(number - expected) <= tolerance * max(1, abs(expected))) {
    Issue.record("\(name()): \(number), expected \(expected)", sourceLocation: sourceLocation)
  }
}
