package import CivilDay
package import JournalModel
package import JournalStore
import WrittenValues

/// What happened to entries, in words.
package struct ChangeText {
  /// The unit of distances and paces.
  package let unit: DistanceUnit
  /// The day from which to count others.
  package let today: Day

  package init(unit: DistanceUnit, today: Day) {
    self.unit = unit
    self.today = today
  }

  /// What is told of an entry without facts: a note, whose words are not repeated here, or
  /// nothing, as it was forgotten on purpose.
  private static func remnant(of entry: StoredEntry?) -> String {
    entry?.note == nil ? "forgotten" : "note"
  }

  /// The longest that a value is told, in cells of the terminal.
  private static let longestValue = 40

  /// What happened to an entry as a line of its own, such as "run 12 added: Mon 23
  /// Nov 2026 (today), 5.0 km".
  package func line(_ change: EntryChange) -> String {
    guard let before = change.before, let after = change.after else {
      let entry = change.after ?? change.before
      let day = entry.flatMap(Self.day).map { $0.relativeDescription(today: today) }
      let told = [day, entry.map(facts)].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: ", ")
      let what = told.isEmpty ? Self.remnant(of: entry) : told
      return "\(name(change)) \(change.kind.rawValue): \(what)"
    }
    let occasion = Self.day(of: after).map { " of \($0.relativeDescription(today: today))" } ?? ""
    return "\(name(change))\(occasion): \(differences(change, before, after))"
  }

  /// What happened to an entry as a cell of a table, such as "run 12 added: 5.0 km
  /// (Mon 2026-11-23)"; what may be cut off stands at the end.
  package func cell(_ change: EntryChange) -> String {
    "\(name(change))\(change.kind == .changed ? ": " : " ")\(event(change))"
  }

  /// What happened to an entry that is known, such as "added: 5.0 km (Mon
  /// 2026-11-23)".
  package func event(_ change: EntryChange) -> String {
    guard let before = change.before, let after = change.after else {
      let entry = change.after ?? change.before
      let day = entry.flatMap(Self.day).map { " (\(dated($0)))" } ?? ""
      let told = entry.map(facts) ?? ""
      return "\(change.kind.rawValue): \(told.isEmpty ? Self.remnant(of: entry) : told)\(day)"
    }
    return differences(change, before, after)
  }

  /// How many entries were added, changed or deleted, such as "500 runs added".
  package func tally(_ tally: [ChangeTally]) -> String {
    tally.map { "\($0.counted) \($0.kind.rawValue)" }.joined(separator: ", ")
  }

  /// What a person calls the entry.
  private func name(_ change: EntryChange) -> String {
    let entry = change.after ?? change.before
    switch change.table {
    case .setting: return "setting \(entry?.name ?? "")"
    case .footwear, .exercise, .routine:
      // One that was added or deleted is told by its name anyway.
      let name = change.kind == .changed ? entry?.name.map { " (\($0))" } : nil
      return "\(change.table.noun) \(change.id)\(name ?? "")"
    default: return "\(change.table.noun) \(change.id)"
    }
  }

  /// What an entry says without its day.
  private func facts(of entry: StoredEntry) -> String {
    entry.table == .setting
      ? entry.settingValue ?? "" : EntryText(unit: unit).facts(of: entry)
  }

  /// The day of an entry that belongs to one; a shoe has a first day, but no day.
  private static func day(of entry: StoredEntry) -> Day? {
    EntryTable.dated.contains(entry.table) ? entry.day : nil
  }

  /// The fields that are different, such as "distance 8.2 -> 5.0 km".
  private func differences(
    _ change: EntryChange, _ before: StoredEntry, _ after: StoredEntry
  ) -> String {
    // Where the clock was ahead of UTC goes with the time, and is seldom typed.
    let fields = change.fields.filter { $0.measure != .utcOffset }
    guard !fields.isEmpty else { return "changed" }
    return fields.map { field in
      let values = difference(text(field, before), text(field, after))
      return change.table == .setting ? values : "\(field.noun) \(values)"
    }.joined(separator: ", ")
  }

  private func text(_ field: Field, _ entry: StoredEntry) -> String {
    if field.kind == .day, let day = Day(stored: entry.value(of: field)) { return dated(day) }
    return FieldText(unit: unit, today: today).text(of: field, in: entry)
      .map { DisplayText.truncated($0, to: Self.longestValue) } ?? "unknown"
  }

  /// Two values; a unit that they share is told once.
  private func difference(_ before: String, _ after: String) -> String {
    let (old, new) = (Self.split(before), Self.split(after))
    guard !old.unit.isEmpty, old.unit == new.unit else { return "\(before) -> \(after)" }
    return "\(old.number) -> \(new.number)\(new.unit)"
  }

  /// A value that begins with a number, and what follows the number.
  private static func split(_ text: String) -> (number: Substring, unit: Substring) {
    guard text.first.map({ $0.isASCII && $0.isWholeNumber }) == true else { return (text[...], "") }
    let end = text.firstIndex(of: " ") ?? text.endIndex
    return (text[..<end], text[end...])
  }
}

extension ChangeTally {
  /// The number of entries, such as `1 shoe` or `117 runs`.
  var counted: String { "\(count) \(count == 1 ? table.noun : table.nouns)" }
}

extension EntryTable {
  /// What a person calls several rows of the table.
  fileprivate var nouns: String {
    switch self {
    case .stretch: "stretches"
    case .guidance: "pieces of guidance"
    case .routineStep: "routine steps"
    default: "\(noun)s"
    }
  }
}

/// Returns `day` as tables show it, such as `Mon 2026-11-23`.
package func dated(_ day: Day) -> String {
  "\(day.shortWeekdayName) \(day)"
}
