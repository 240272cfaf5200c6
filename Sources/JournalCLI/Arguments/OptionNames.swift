import EntryInput
import JournalStore
import JournalModel

extension FieldProblem {
  /// The option or argument of the field; `nil` for a problem of the whole entry.
  ///
  /// Only for typed entries: problems of an imported file name its columns.
  var option: String? { field.flatMap { Self.options[$0] } }

  /// Returns the problem as a sentence that quotes the wrong word of `arguments`, if
  /// it follows an option.
  func sentence(after arguments: [String]) -> String {
    let option = option ?? ""
    let value = arguments.indices.lazy.compactMap { index -> String? in
      if arguments[index].hasPrefix("\(option)=") {
        return String(arguments[index].dropFirst(option.count + 1))
      }
      return arguments[index] == option && index + 1 < arguments.count ? arguments[index + 1] : nil
    }.first
    return "\(option)\(value.map { " \(Quoted.text($0))" } ?? "") \(reason)."
  }

  /// The options of the catalogue by the columns that they fill, and the words for
  /// what is typed without one.
  private static let options = EntryTable.allCases.flatMap(\.fields)
    .reduce(into: arguments) { names, field in
      if let option = field.option { names[field.name] = "--\(option.name)" }
    }

  private static let arguments = [
    "name": "The name", "kind": "--kind", "note": "--note", "day": "The day",
    "onset_day": "The day", "value": "The value", "retired_day": "The day",
    "activity": "The activity", "advice": "The advice", "duration_s": "The duration",
  ]
}
