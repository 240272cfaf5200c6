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
      guard field.measure != .utcOffset, let text = text(of: field, in: entry) else { return nil }
      return (field.noun, text)
    }
  }

  /// The value of a field, or `nil` if it is unknown.
  package func text(of field: Field, in entry: StoredEntry) -> String? {
    let value = entry.value(of: field)
    switch field.kind {
    case .day:
      if let day = Day(stored: value) { return day.relativeDescription(today: today) }
    case .clockTime:
      if let time = TimeOfDay(stored: value) { return time.minuteText }
    case .reference(let table):
      guard case .integer(let id) = value else { return nil }
      return entry.name(ofReferenceTo: table) ?? "\(table.word) \(id)"
    case .choice:
      guard case .text(let word) = value else { return nil }
      return Self.choices[word] ?? String(word.map { $0 == "_" ? " " : $0 })
    case .whole(0...1), .whole(1...1):
      if let flag = Bool(stored: value) { return flag ? "yes" : "no" }
    case .whole, .number, .text: break
    }
    return text(of: value, in: field.measure)
  }

  /// A text, or a number with its unit; `nil` for what is unknown.
  private func text(of value: StoredValue, in measure: Field.Measure?) -> String? {
    if case .text(let text) = value { return text }
    guard let number = Double(stored: value) else { return nil }
    let shortest = NumberText.shortest(number)
    return switch measure {
    case .distance: exactDistance(number)
    case .duration: ClockText.duration(number)
    case .hold: "\(shortest) s"
    case .height: "\(NumberText.fixed(number, 0)) m"
    case .thickness: "\(shortest) mm"
    case .heartRate: "\(shortest) bpm"
    case .cadence: "\(NumberText.fixed(number, 0)) steps/min"
    case .hours: "\(shortest) h"
    case .place: Reach(stored: value)?.name ?? shortest
    case .rating: "\(shortest) of 10"
    case .days, .utcOffset, nil: shortest
    }
  }

  /// A distance to the metre, with one decimal at least.
  private func exactDistance(_ metres: Double) -> String {
    var number = NumberText.fixed(metres / unit.metres, 3)
    while number.hasSuffix("0"), !number.hasSuffix(".0") { number.removeLast() }
    return "\(number) \(unit.rawValue)"
  }

  /// Words that say more than the column's own.
  private static let choices = [
    "morning": "in the morning", "later": "in the evening", "not_tracked": "not tracked",
  ]
}
