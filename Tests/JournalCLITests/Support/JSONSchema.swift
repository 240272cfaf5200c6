import Foundation

/// As much of JSON Schema (2020-12) as the schemas of the documentation use.
struct JSONSchema {
  let root: ReadJSON

  /// The schema of what `nerve COMMAND --json` prints.
  init(of command: String) throws {
    let documentation = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/\(command).schema.json")
    root = try ReadJSON(data: Data(contentsOf: documentation))
  }

  /// Says where `value` is not as the schema wants it; nothing if it is.
  func problems(of value: ReadJSON) -> [String] { problems(of: value, by: root, at: "$") }

  private func problems(of value: ReadJSON, by schema: ReadJSON, at path: String) -> [String] {
    if let name = schema["$ref"].string {
      let key = String(name.dropFirst("#/$defs/".count))
      return self.problems(of: value, by: root["$defs"][key], at: path)
    }
    if case .array(let choices) = schema["anyOf"] {
      let fits = choices.contains { self.problems(of: value, by: $0, at: path).isEmpty }
      return fits ? [] : ["\(path): fits no choice"]
    }
    var problems: [String] = []
    if case .array(let allowed) = schema["enum"], !allowed.contains(value) {
      problems.append("\(path): not in the enumeration")
    }
    if schema.object["const"].map({ $0 != value }) ?? false {
      problems.append("\(path): not const")
    }
    let types = schema["type"].string.map { [$0] } ?? schema["type"].array.compactMap(\.string)
    if !types.isEmpty, !types.contains(where: { Self.isOf($0, value) }) {
      problems.append("\(path): not \(types.joined(separator: " or "))")
    }
    if case .number(let number) = value {
      if let least = schema["minimum"].number, number < least {
        problems.append("\(path): too low")
      }
      if let most = schema["maximum"].number, number > most { problems.append("\(path): too high") }
    }
    if case .array(let elements) = value {
      if let count = schema["minItems"].int, elements.count < count {
        problems.append("\(path): too few")
      }
      if let count = schema["maxItems"].int, elements.count > count {
        problems.append("\(path): too many")
      }
      if let items = schema.object["items"] {
        problems += elements.enumerated().flatMap {
          self.problems(of: $1, by: items, at: "\(path)[\($0)]")
        }
      }
    }
    if case .object(let members) = value {
      let known = schema["properties"].object
      problems += schema["required"].array.compactMap(\.string).filter { members[$0] == nil }
        .map { "\(path): lacks \($0)" }
      for (name, member) in members {
        if let own = known[name] {
          problems += self.problems(of: member, by: own, at: "\(path).\(name)")
        } else if schema["additionalProperties"] == .bool(false) {
          problems.append("\(path): \(name) is not told of")
        }
      }
    }
    return problems
  }

  private static func isOf(_ type: String, _ value: ReadJSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
