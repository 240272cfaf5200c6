import JSONText
import JournalStore

/// The arguments of a call, checked as they are taken.
struct ToolArguments {
  private let members: [(String, JSON)]

  /// - Parameters:
  ///   - value: An object; `nil` or null for no arguments.
  ///   - names: The arguments that the tool has.
  /// - Throws: ``RPCError``.
  init(_ value: JSON?, of names: [String]) throws {
    switch value {
    case nil, .some(.null): members = []
    case .some(.object(let members)): self.members = members
    case .some: throw RPCError.invalidParameters("The arguments must be an object.")
    }
    for (name, _) in members where !names.contains(name) {
      let known = names.isEmpty ? "it has none" : "use \(names.joined(separator: ", "))"
      throw RPCError.invalidParameters("Unknown argument '\(name.prefix(60))'; \(known).")
    }
    guard Set(members.map(\.0)).count == members.count else {
      throw RPCError.invalidParameters("An argument is given twice; remove one.")
    }
  }

  private func value(_ name: String) -> JSON? {
    let value = members.first { $0.0 == name }?.1
    if case .some(.null) = value { return nil }
    return value
  }

  /// The text of an argument; `nil` without it.
  ///
  /// - Throws: ``RPCError`` for anything but text.
  func text(_ name: String) throws -> String? {
    guard let value = value(name) else { return nil }
    guard let text = value.text else {
      throw RPCError.invalidParameters("The argument '\(name)' must be text.")
    }
    return text
  }

  /// The text of an argument that must be there.
  ///
  /// - Throws: ``RPCError``.
  func required(_ name: String) throws -> String {
    guard let text = try text(name) else {
      throw RPCError.invalidParameters("The argument '\(name)' is missing.")
    }
    return text
  }

  /// The whole number of an argument; `nil` without it.
  ///
  /// - Throws: ``RPCError`` for anything else, or a number outside `range`.
  func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let value = value(name) else { return nil }
    let whole: Int? =
      switch value {
      case .integer(let number): Int(number)
      case .number(let number): Int(exactly: number)
      case .object, .array, .string, .bool, .null: nil
      }
    guard let whole, range.contains(whole) else {
      throw RPCError.invalidParameters(
        "The argument '\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound)."
      )
    }
    return whole
  }

  /// The values of a statement's parameters, by name without a sign.
  ///
  /// - Throws: ``RPCError``.
  func parameters(_ name: String) throws -> [String: SQLiteValue] {
    guard let value = value(name) else { return [:] }
    guard case .object(let members) = value else {
      throw RPCError.invalidParameters("The argument '\(name)' must be an object.")
    }
    var values: [String: SQLiteValue] = [:]
    for (key, value) in members {
      let plain = key.first.map { ":@$?".contains($0) } == true ? String(key.dropFirst()) : key
      let stored: SQLiteValue =
        switch value {
        case .null: .null
        case .bool(let bool): .integer(bool ? 1 : 0)
        case .integer(let number): .integer(number)
        case .number(let number): .real(number)
        case .string(let text): .text(text)
        case .array, .object:
          throw RPCError.invalidParameters(
            "The value of a parameter must be text, a number, true, false or null.")
        }
      guard values.updateValue(stored, forKey: plain) == nil else {
        throw RPCError.invalidParameters("A parameter is given twice; remove one.")
      }
    }
    return values
  }
}
