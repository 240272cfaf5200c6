/// Returns a name for each column; no two differ only in case.
///
/// Spaces and tabs around a name are dropped. The first column with a name keeps
/// it; later ones get `_2`, `_3` and so on, skipping names that the header
/// already uses. A column without a name is named after its place, such as
/// `column_3`.
///
/// - Parameter header: The fields of the header record.
/// - Returns: One name per field, in order.
func uniqueColumnNames(_ header: [String]) -> [String] {
  let trimmed = header.map(trimmingBlanks)
  var taken = Set(trimmed.map { $0.lowercased() })
  var met: Set<String> = []
  var nextSuffix: [String: Int] = [:]

  /// Makes `name` unique with a suffix and claims the result.
  func claim(_ name: String) -> String {
    var suffix = nextSuffix[name.lowercased(), default: 2]
    while !taken.insert("\(name)_\(suffix)".lowercased()).inserted { suffix += 1 }
    nextSuffix[name.lowercased()] = suffix + 1
    return "\(name)_\(suffix)"
  }

  return trimmed.enumerated().map { index, name in
    guard name.isEmpty else {
      return met.insert(name.lowercased()).inserted ? name : claim(name)
    }
    let placeName = "column_\(index + 1)"
    return taken.insert(placeName).inserted ? placeName : claim(placeName)
  }
}

/// Returns `text` without spaces and tabs at either end.
private func trimmingBlanks(_ text: String) -> String {
  func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
  var rest = Substring(text).drop(while: isBlank)
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(rest)
}
