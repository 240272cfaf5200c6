internal import WrittenValues

/// The simple values of a JSON object by key.
typealias JSONFields = [String: JSONReader.Value]

extension JSONFields {
  /// The first value above zero among `keys`; zero means not measured.
  func positive(_ keys: String..., times factor: Double = 1) -> Double? {
    for key in keys {
      if let number = self[key]?.number, number > 0 { return number * factor }
    }
    return nil
  }

  /// The first text, or number as text, among `keys`.
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
  /// Reads an object.
  ///
  /// Nested values get dotted keys, as in `sport.id`; arrays are passed to
  /// `list`, or skipped.
  ///
  /// - Parameters:
  ///   - prefix: Text before the keys.
  ///   - fields: Receives the values.
  ///   - wanted: Whether to keep the value at a path.
  ///   - list: Reads the array at a path; returns whether it did.
  /// - Throws: ``ActivityFileError`` if the JSON is broken, or any error of
  ///   `list`.
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
