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

  private static let options = [
    "name": "The name", "model": "--model", "kind": "--kind", "drop_mm": "--drop",
    "note": "--note", "sitting_hours": "--sitting", "sleep_hours": "--sleep",
    "medication": "--medication", "trigger_text": "--trigger", "surface": "--surface",
    "ascent_m": "--ascent", "heart_rate_avg": "--heart-rate", "cadence_spm": "--cadence",
    "form_change": "--form", "start_distance_m": "--start-distance",
    "limit_distance_m": "--limit", "day": "The day", "onset_day": "The day", "value": "The value",
    "retired_day": "The day", "activity": "The activity", "advice": "The advice",
    "given_by": "--by", "longest_run_m": "--limit", "days_off": "--days-off",
    "until_day": "--until", "duration_s": "The duration",
  ]
}
