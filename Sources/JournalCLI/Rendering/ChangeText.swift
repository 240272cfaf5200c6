import CivilDay
import JournalStore

/// What happened to entries, in words.
struct ChangeText {
  /// The unit of distances and paces.
  let unit: DistanceUnit
  /// The day from which to count others.
  let today: Day

  /// The longest that a value is told, in cells of the terminal.
  private static let longestValue = 40

  /// What happened to an entry, such as "run 12 added: Mon 23 Nov 2026 (today),
  /// 5.0 km".
  func line(_ change: EntryChange) -> String {
    guard let before = change.before, let after = change.after else {
      let entry = change.after ?? change.before
      return "\(name(change)) \(change.kind.rawValue): \(entry.map(told) ?? "")"
    }
    return "\(name(change))\(occasion(after)): \(differences(change, before, after))"
  }

  /// How many entries were added, changed or deleted, such as "500 runs added".
  func tally(_ tally: [ChangeTally]) -> String {
    tally.map { "\(EntryNoun.counted($0.count, $0.table)) \($0.kind.rawValue)" }
      .joined(separator: ", ")
  }

  /// The fields that are different, such as "distance 8.2 -> 5.0 km".
  func differences(_ change: EntryChange, _ before: StoredEntry, _ after: StoredEntry) -> String {
    // Where the clock was ahead of UTC goes with the time, and is seldom typed.
    let fields = change.fields.filter { $0.name != "utc_offset_min" }
    guard !fields.isEmpty else { return "changed" }
    return fields.map { field in
      let values = "\(difference(text(field, before), text(field, after)))"
      return change.table == .setting ? values : "\(FieldText.name(of: field)) \(values)"
    }.joined(separator: ", ")
  }

  /// An entry as it was added or deleted, with its day.
  private func told(_ entry: StoredEntry) -> String {
    if entry.table == .setting { return entry.text("value") ?? "" }
    let day = EntryTable.dated.contains(entry.table) ? entry.day : nil
    return [day.map { spoken($0, today: today) }, EntryText(unit: unit).facts(of: entry)]
      .compactMap(\.self).joined(separator: ", ")
  }

  private func name(_ change: EntryChange) -> String {
    let entry = change.after ?? change.before
    if change.table == .setting { return "setting \(entry?.text("name") ?? "")" }
    return "\(change.table.noun) \(change.id)"
  }

  /// The day or the name of an entry, to know it by.
  private func occasion(_ entry: StoredEntry) -> String {
    switch entry.table {
    case .setting: ""
    case .footwear, .exercise: entry.text("name").map { " (\($0))" } ?? ""
    default: entry.day.map { " of \(spoken($0, today: today))" } ?? ""
    }
  }

  private func text(_ field: Field, _ entry: StoredEntry) -> String {
    FieldText(unit: unit, today: today).text(of: field, in: entry)
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
    guard text.first.map(InputText.isDigit) == true else { return (text[...], "") }
    let end = text.firstIndex(of: " ") ?? text.endIndex
    return (text[..<end], text[end...])
  }
}
