import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import Presentation
import WrittenValues

/// The option for fields to make unknown.
struct ClearOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Field to clear, by the name of its option.", valueName: "field"))
  var clear: [String] = []
}

/// Options of every edit of a dated entry, in addition to those of its kind.
struct EditOptions: ParsableArguments {
  @OptionGroup var entry: EntryOptions
  @OptionGroup var clearing: ClearOptions
  @OptionGroup var journal: JournalOptions
}

/// A command that edits entries of one kind, in the same words as logging.
protocol EntryEditing: JournalSubcommand {
  /// The kind.
  static var table: EntryTable { get }
  /// The fields that `--clear` makes unknown, by the names of their options.
  static var clearable: KeyValuePairs<String, [String]> { get }
  /// An optional id, then the same words as for logging an entry.
  var words: [String] { get }
  /// The day to move the entry to; `nil` for a kind that belongs to no day.
  var newDay: DayOptions? { get }
  /// The new note.
  ///
  /// - Throws: ``FileError`` if it cannot be read from standard input.
  var note: String? { get throws }
  /// Returns the fields to make unknown.
  var clearing: ClearOptions { get }

  /// Returns the fields that the words after the id and the options change.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - day: The day of the entry, or its new day.
  ///   - session: The session.
  /// - Returns: The new values by the names of the columns.
  /// - Throws: ``InputError``, ``UsageError`` or `JournalError`.
  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue]

  /// Returns the changes together with their consequences.
  func completed(
    _ changes: [String: SQLiteValue], of entry: StoredEntry, in session: JournalSession
  ) -> [String: SQLiteValue]
}

/// A command that edits dated entries.
protocol DatedEntryEditing: EntryEditing, EntrySubcommand {
  /// The day, the note and the other options of such an edit.
  var edit: EditOptions { get }
}

extension DatedEntryEditing {
  var days: DayOptions { edit.entry.days }
  var newDay: DayOptions? { days }
  var note: String? { get throws { try edit.entry.note } }
  var clearing: ClearOptions { edit.clearing }
  var journal: JournalOptions { edit.journal }
}

extension EntryEditing {
  static var access: JournalSession.Access { .changing }
  var note: String? { nil }

  func completed(
    _ changes: [String: SQLiteValue], of entry: StoredEntry, in session: JournalSession
  ) -> [String: SQLiteValue] {
    withOffset(changes, of: entry, in: session)
  }

  func run(in session: JournalSession) throws {
    let name = words.first.flatMap { isName($0) ? $0 : nil }
    let opened = try session.journal()
    let id =
      try name.map { try opened.entryID(of: Self.table, called: $0) }
      ?? opened.latestID(of: Self.table)
    // An error in the words comes before that of a missing entry.
    let found = try opened.entry(id, of: Self.table)
    let day = try newDay.flatMap { $0.on == nil ? nil : try $0.day(in: session) }
    var changes = try values(
      Array(words.dropFirst(name == nil ? 0 : 1)), on: day ?? found?.day ?? session.today,
      in: session)
    if let note = try note { changes["note"] = .text(note) }
    if let day, let field = Self.table.dayField { changes[field] = .text(day.description) }
    for field in try cleared(beside: changes) { changes[field] = .null }
    guard !changes.isEmpty else { throw UsageError(nothingToChange) }
    guard let entry = found else { throw JournalError.noEntry(table: Self.table, id: id) }
    changes = completed(changes, of: entry, in: session)
    let latest = newDay == nil ? session.now.day : session.latestDay
    // Invalid values fail before any question.
    try opened.check(changes, of: Self.table, today: latest)
    let doubts = SuspiciousEntry.unlikely(
      in: Entry(Self.table, entry.values.merging(changes) { $1 }),
      changedFrom: Entry(Self.table, entry.values))
    for doubt in doubts { try session.settle(doubt) }
    let edited = try opened.edit(
      id, of: Self.table, changes: changes, command: "edit \(Self.table.word)",
      today: latest)
    try session.confirm(edited)
  }

  /// Returns whether the first word names an entry.
  private func isName(_ word: String) -> Bool {
    Self.table.hasNames || (try? EntryID.parse(word)) != nil
  }

  /// Returns the changes with the UTC offset of the new day or time.
  func withOffset(
    _ changes: [String: SQLiteValue], of entry: StoredEntry, in session: JournalSession
  ) -> [String: SQLiteValue] {
    guard let time = Self.table.timeField, let day = Self.table.dayField,
      changes[time] != nil || changes[day] != nil
    else { return changes }
    func text(_ field: String) -> String? {
      guard case .text(let text) = changes[field] ?? entry.values[field] else { return nil }
      return text
    }
    let clock = text(time).flatMap { try? ClockTime(String($0.prefix(5))) }
    let offset = clock.flatMap { clock in
      text(day).flatMap { Day($0) }.flatMap { session.utcOffset(at: clock, on: $0) }
    }
    return changes.merging(["utc_offset_min": .integer(offset)]) { $1 }
  }

  /// Returns the fields to make unknown.
  private func cleared(beside changes: [String: SQLiteValue]) throws -> [String] {
    try clearing.clear.flatMap { typed -> [String] in
      let word = InputText.folded(typed).drop { $0 == "-" }
      let field = Self.table.fields.first { $0.name == word && !$0.isRequired }
      guard
        let fields = Self.clearable.first(where: { $0.key == word })?.value
          ?? field.map({ [$0.name] })
      else {
        throw UsageError(unknownField(String(word)))
      }
      guard fields.allSatisfy({ changes[$0] == nil }) else {
        throw UsageError(
          "Change or clear \(Quoted.text(typed)), not both.")
      }
      return fields
    }
  }

  private func unknownField(_ word: String) -> String {
    let noun = Self.table.noun
    let required =
      ["day", "exercise", "name"].contains(word)
      || Self.table.fields.contains { $0.isRequired && $0.name == word }
    guard !required else {
      return "Cannot clear \(Quoted.text(word)), as every \(noun) needs one; to delete the whole "
        + "\(noun): nerve delete \(Self.table.word) ID"
    }
    let words = Self.clearable.map(\.key)
    let near = NameMatch(word, among: words).suggestions
    guard near.isEmpty else {
      return "Unknown field \(Quoted.text(word)); did you mean "
        + "\(near.joined(separator: " or "))?"
    }
    return "Unknown field \(Quoted.text(word)); choose from: \(words.joined(separator: ", "))."
  }

  private var nothingToChange: String {
    let examples = CommandPath(["edit", Self.name]).examples
    return "Nothing to change; give the new values, as in: \(examples[0])"
  }
}

extension EntryTable {
  /// Whether its entries have names.
  var hasNames: Bool { self == .footwear || self == .exercise }
}

extension JournalSession {
  /// Echoes an edit, with a hint at undo.
  fileprivate func confirm(_ edited: Edited) throws {
    let (before, after) = (edited.before, edited.after)
    let what = "\(after.table.word) \(after.id)"
    guard edited.action != nil else {
      return try tell("Nothing changed: \(what) already has these values.\n")
    }
    let changes = FieldText(unit: preferences.unit, today: today).changes(from: before, to: after)
    // A new day is listed among the changes.
    let day =
      after.table.hasNames || before.day != after.day
      ? nil : after.day.map { " on \($0.relativeDescription(today: today))" }
    try tell(
      DisplayText.visible(
        "Edited \(what)\(day ?? ""): \(changes.joined(separator: ", "))") + "\n")
    try hintAtUndo()
  }
}

extension FieldText {
  /// Returns the differences between two states of an entry, field by field.
  fileprivate func changes(from before: StoredEntry, to after: StoredEntry) -> [String] {
    after.table.fields.compactMap { field in
      guard field.name != "utc_offset_min",
        before.values[field.name] != after.values[field.name]
      else { return nil }
      let name = Self.name(of: field)
      // A doubt is never typed: it ends with the doubtful value, or is settled.
      if field.name == "doubt" { return "doubt settled" }
      let (old, new) = (text(of: field, in: before), text(of: field, in: after))
      // Notes are not printed: two long notes would hide the other changes.
      if field.kind == .text(upTo: 10_000) {
        return "\(name) \(old == nil ? "added" : new == nil ? "cleared" : "changed")"
      }
      let scale = " of 10"
      let start =
        new == nil || old?.hasSuffix(scale) != true ? old : old?.dropLast(scale.count).description
      return "\(name) \(start ?? "unknown") -> \(new ?? "unknown")"
    }
  }
}
