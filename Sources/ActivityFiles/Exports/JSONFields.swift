internal import WrittenValues

/// Objects of a JSON as their simple values by the names of their keys.
typealias JSONFields = [String: JSONReader.Value]

extension JSONFields {
  /// The number at the first of `keys` that has one above zero; what is nought
  /// was not measured.
  func positive(_ keys: String..., times factor: Double = 1) -> Double? {
    for key in keys {
      if let number = self[key]?.number, number > 0 { return number * factor }
    }
    return nil
  }

  /// The text, or the number as text, at the first of `keys` that has one.
  func name(_ keys: String...) -> String? {
    for key in keys {
      switch self[key] {
      case .text(let text) where !text.trimmed.isEmpty: return text.trimmed
      case .number(let number):
        if let whole = Int(exactly: number) { return "\(whole)" }
      default: continue
      }
    }
    return nil
  }
}

extension JSONReader {
  /// Reads an object whose values in objects have the names of all keys on the
  /// way, parted by dots, as in `sport.id`; arrays are handed to `list`, or passed
  /// over.
  ///
  /// - Parameters:
  ///   - prefix: What stands before the keys.
  ///   - fields: Where the values are added.
  ///   - wanted: Whether the value at a path is kept.
  ///   - list: Reads the array at a path; whether it did.
  /// - Throws: ``ActivityFileError`` if the JSON is broken, or what `list` throws.
  mutating func readFields(
    _ prefix: String = "", into fields: inout JSONFields,
    wanted: (String) -> Bool,
    list: (inout JSONReader, String) throws(ActivityFileError) -> Bool
  ) throws(ActivityFileError) {
    var found: JSONFields = [:]
    try readObject { reader, key throws(ActivityFileError) in
      let path = prefix.isEmpty ? key : "\(prefix).\(key)"
      if reader.isAtObject() {
        try reader.readFields(path, into: &found, wanted: wanted, list: list)
        return
      }
      let isRead = reader.isAtArray() ? try list(&reader, path) : false
      guard !isRead else { return }
      let value = try reader.readValue()
      if wanted(path) { found[path] = value }
    }
    fields.merge(found) { old, _ in old }
  }
}
