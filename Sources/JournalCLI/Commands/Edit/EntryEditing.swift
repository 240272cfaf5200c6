import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
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
  associatedtype Record: JournalRecord
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
  /// - Returns: The new values.
  /// - Throws: ``InputError``, ``UsageError`` or `JournalError`.
  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Record>

  /// Returns the changes together with their consequences.
  func completed(
    _ changes: Changes<Record>, of record: Record, in session: JournalSession
  ) -> Changes<Record>
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

  /// The table of the kind.
  private static var table: EntryTable { Record.table }

  func completed(
    _ changes: Changes<Record>, of record: Record, in session: JournalSession
  ) -> Changes<Record> {
    withOffset(changes, of: record, in: session)
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
    var changes = try changes(
      Array(words.dropFirst(name == nil ? 0 : 1)), on: day ?? found?.day ?? session.today,
      in: session)
    if let note = try note, let field = Self.field({ $0.name == "note" }) {
      changes.set(field, to: note.stored)
    }
    if let day, let field = Self.field({ $0.kind == Day.kind }) {
      changes.set(field, to: day.stored)
    }
    for field in try cleared(beside: changes) { changes.set(field, to: .null) }
    guard !changes.isEmpty else { throw UsageError(nothingToChange) }
    guard let entry = found, let record = entry.record(Record.self) else {
      throw JournalError.noEntry(table: Self.table, id: id)
    }
    changes = completed(changes, of: record, in: session)
    let latest = newDay == nil ? session.now.day : session.latestDay
    // Invalid values fail before any question.
    try opened.check(changes, today: latest)
    let doubts = SuspiciousEntry.unlikely(
      in: Entry(entry, with: changes), changedFrom: Entry(entry))
    for doubt in doubts { try session.settle(doubt) }
    let edited = try opened.edit(
      id, changes: changes, command: "edit \(Self.table.word)", today: latest)
    try session.confirm(edited)
  }

  /// Returns whether the first word names an entry.
  private func isName(_ word: String) -> Bool {
    Self.table.hasNames || (try? EntryID.parse(word)) != nil
  }

  /// The first field of the catalogue that is so.
  private static func field(_ isWanted: (Field) -> Bool) -> RecordField<Record>? {
    Record.fields.first { isWanted($0.field) }
  }

  /// Returns the changes with the UTC offset of the new day or time.
  func withOffset(
    _ changes: Changes<Record>, of record: Record, in session: JournalSession
  ) -> Changes<Record> {
    guard let time = Self.field({ $0.kind == TimeOfDay.kind }),
      let day = Self.field({ $0.kind == Day.kind }),
      let offset = Self.field({ $0.measure == .utcOffset }),
      changes.mentions(time) || changes.mentions(day)
    else { return changes }
    let edited = changes.applied(to: record)
    let minutes = TimeOfDay(stored: time.get(edited)).flatMap { time in
      Day(stored: day.get(edited)).flatMap { session.utcOffset(at: time, on: $0) }
    }
    var changes = changes
    changes.set(offset, to: .integer(minutes))
    return changes
  }

  /// Returns the fields to make unknown.
  private func cleared(beside changes: Changes<Record>) throws -> [RecordField<Record>] {
    try clearing.clear.flatMap { typed -> [RecordField<Record>] in
      let word = InputText.folded(typed).drop { $0 == "-" }
      let called = Record.fields.filter { $0.field.clearWords.contains(String(word)) }
      let fields =
        called.isEmpty
        ? Record.fields.filter { $0.field.name == word && !$0.field.isRequired } : called
      guard !fields.isEmpty else { throw UsageError(unknownField(String(word))) }
      guard !fields.contains(where: changes.mentions) else {
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
    let words = Record.fields.flatMap(\.field.clearWords)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
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
      guard field.measure != .utcOffset,
        before.values[field.name] != after.values[field.name]
      else { return nil }
      // A doubt is never typed: it ends with the doubtful value, or is settled.
      if field.isDoubt { return "doubt settled" }
      let (old, new) = (text(of: field, in: before), text(of: field, in: after))
      // Notes are not printed: two long notes would hide the other changes.
      if field.isLongText {
        return "\(field.noun) \(old == nil ? "added" : new == nil ? "cleared" : "changed")"
      }
      let scale = " of 10"
      let start =
        new == nil || old?.hasSuffix(scale) != true ? old : old?.dropLast(scale.count).description
      return "\(field.noun) \(start ?? "unknown") -> \(new ?? "unknown")"
    }
  }
}
