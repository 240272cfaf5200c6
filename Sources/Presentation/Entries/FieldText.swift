package import CivilDay
package import JournalModel
package import JournalStore
import WrittenValues

/// The fields of an entry in plain words, each value with its unit.
package struct FieldText {
  /// The unit of distances and paces.
  package let unit: DistanceUnit
  /// The day from which to count others.
  package let today: Day

  package init(unit: DistanceUnit, today: Day) {
    self.unit = unit
    self.today = today
  }

  /// The known fields of an entry with their values, in the order of the table's
  /// columns; what is told with another field is left out.
  package func rows(of entry: StoredEntry) -> [(name: String, text: String)] {
    entry.table.fields.compactMap { field in
      guard field.name != "utc_offset_min", let text = text(of: field, in: entry) else {
        return nil
      }
      return (Self.name(of: field), text)
    }
  }

  /// The value of a field, or `nil` if it is unknown.
  package func text(of field: Field, in entry: StoredEntry) -> String? {
    guard let value = entry.values[field.name] else { return nil }
    switch field.kind {
    case .day:
      guard let day = entry.text(field.name).flatMap(Day.init) else { break }
      return day.relativeDescription(today: today)
    case .clockTime: return entry.text(field.name).map { String($0.prefix(5)) }
    case .reference(let table): return name(of: value, in: table, of: entry)
    case .choice:
      return entry.text(field.name).map { word in
        Self.choices[word] ?? String(word.map { $0 == "_" ? " " : $0 })
      }
    case .whole(0...1), .whole(1...1): return entry.whole(field.name) == 1 ? "yes" : "no"
    case .whole, .number, .text: break
    }
    return measure(field.name, entry) ?? entry.text(field.name)
      ?? entry.number(field.name).map { NumberText.shortest($0) }
  }

  /// A number with its unit, or `nil` if the field is none.
  private func measure(_ field: String, _ entry: StoredEntry) -> String? {
    guard let number = entry.number(field) else { return nil }
    let shortest = NumberText.shortest(number)
    switch field {
    case "distance_m", "longest_run_m", "start_distance_m", "limit_distance_m":
      return exactDistance(number)
    case "duration_s": return ClockText.duration(number)
    case "hold_s": return "\(shortest) s"
    case "ascent_m", "descent_m": return "\(NumberText.fixed(number, 0)) m"
    case "drop_mm": return "\(shortest) mm"
    case "heart_rate_avg", "heart_rate_max": return "\(shortest) bpm"
    case "cadence_spm": return "\(NumberText.fixed(number, 0)) steps/min"
    case "sitting_hours", "sleep_hours": return "\(shortest) h"
    case "reach": return Reach(rawValue: Int(number))?.name
    case "rpe", "stress", "mood", "mood_after", "leg_pain", "back_pain", "peak_pain",
      "pain_before", "pain_during", "pain_after":
      return "\(shortest) of 10"
    default: return nil
    }
  }

  /// A distance to the metre, with one decimal at least.
  private func exactDistance(_ metres: Double) -> String {
    var number = NumberText.fixed(metres / unit.metres, 3)
    while number.hasSuffix("0"), !number.hasSuffix(".0") { number.removeLast() }
    return "\(number) \(unit.rawValue)"
  }

  /// What an entry refers to: a shoe or an exercise by its name, a run by its id.
  private func name(
    of value: SQLiteValue, in table: EntryTable, of entry: StoredEntry
  ) -> String? {
    guard case .integer(let id) = value else { return nil }
    return entry.text(table.rawValue) ?? "\(table.word) \(id)"
  }

  /// Words that say more than the column's own.
  private static let choices = [
    "morning": "in the morning", "later": "later in the day", "not_tracked": "not tracked",
  ]

  /// What a person calls a field.
  package static func name(of field: Field) -> String {
    names[field.name] ?? String(field.name.map { $0 == "_" ? " " : $0 })
  }

  /// The fields whose columns are called otherwise.
  private static let names = [
    "start_time": "start", "distance_m": "distance", "duration_s": "duration", "rpe": "effort",
    "footwear_id": "shoe", "ascent_m": "ascent", "descent_m": "descent",
    "heart_rate_avg": "mean heart rate",
    "heart_rate_max": "highest heart rate", "cadence_spm": "cadence",
    "form_change": "change of form", "pain_before": "leg pain before",
    "pain_during": "leg pain during", "pain_after": "leg pain after", "moment": "rated",
    "saddle_numbness": "saddle numbness",
    "bladder_or_bowel": "bladder or bowel trouble", "sitting_hours": "sitting",
    "sleep_hours": "sleep", "exercise_id": "exercise", "reps": "repetitions", "hold_s": "hold",
    "run_id": "belongs to", "onset_day": "first day", "end_day": "last day",
    "trigger_run_id": "set off by", "trigger_text": "set off by", "given_by": "given by",
    "longest_run_m": "longest run", "until_day": "until", "drop_mm": "drop",
    "start_distance_m": "distance before", "limit_distance_m": "limit", "retired_day": "retired",
    "is_default": "default shoe",
  ]
}
