extension JSONStream {
  /// The maximum depth of nested arrays and objects.
  private static let deepest = 64

  /// Reads a whole value.
  ///
  /// - Returns: The value; a number is an integer if it is written like one and
  ///   fits 64 bits.
  /// - Throws: ``Broken``, also for a value nested too deeply, or any error of
  ///   the source.
  package mutating func readValue() throws -> JSON { try readValue(depth: 0) }

  private mutating func readValue(depth: Int) throws -> JSON {
    guard depth < Self.deepest else { throw Broken() }
    switch try peek() {
    case UInt8(ascii: "{"):
      var members: [(String, JSON)] = []
      try readObject { stream, name in
        members.append((name, try stream.readValue(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var values: [JSON] = []
      try readArray { values.append(try $0.readValue(depth: depth + 1)) }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try readText())
    default: break
    }
    let word = try readWord()
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      if let whole = Int64(word) { return .integer(whole) }
      guard let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first),
        word.utf8.allSatisfy(Set("0123456789+-.eE".utf8).contains), let number = Double(word),
        number.isFinite
      else { throw Broken() }
      return .number(number)
    }
  }
}

extension JSON {
  /// The value of the member `name`, or `nil` without one.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  /// The elements of an array; none for any other value.
  package var elements: [JSON] { if case .array(let values) = self { values } else { [] } }

  /// The text, or `nil` for any other value.
  package var text: String? { if case .string(let text) = self { text } else { nil } }
}
