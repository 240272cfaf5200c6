import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Which fields an edit makes unknown.
struct ClearOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Make a field unknown, by the name of its option.", valueName: "field"))
  var clear: [String] = []
}

/// What the edit of an entry of a day takes beside the words and options of its
/// kind.
struct EditOptions: ParsableArguments {
  @OptionGroup var entry: EntryOptions
  @OptionGroup var clearing: ClearOptions
  @OptionGroup var journal: JournalOptions
}

/// A command that edits entries of one kind with the words that log one.
protocol EntryEditing: JournalSubcommand {
  /// The kind.
  associatedtype Record: JournalRecord
  /// An id, which may be left out, and what logs an entry of the kind.
  var words: [String] { get }
  /// The day to move the entry to; `nil` for a kind that belongs to no day.
  var newDay: DayOptions? { get }
  /// The new note.
  ///
  /// - Throws: ``FileError`` if it cannot be read from standard input.
  var note: String? { get throws }
  /// What becomes unknown.
  var clearing: ClearOptions { get }

  /// The fields that the words behind the id and the options of the kind change.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - day: The day of the entry, or the one that it is moved to.
  ///   - session: The session.
  /// - Returns: The new values.
  /// - Throws: ``InputError``, ``UsageError`` or `JournalError`.
  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Record>

  /// The changes with what follows from them.
  func completed(
    _ changes: Changes<Record>, of record: Record, in session: JournalSession
  ) -> Changes<Record>
}

/// A command that edits entries of a day.
protocol DatedEntryEditing: EntryEditing, EntrySubcommand {
  /// The day, the note and what else such an edit takes.
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
    // Whatever is wrong with the words is told before that there is no such entry.
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
    // A value that cannot be is refused before anything is asked.
    try opened.check(changes, today: latest)
    let doubts = SuspiciousEntry.unlikely(
      in: Entry(entry, with: changes), changedFrom: Entry(entry))
    for doubt in doubts { try session.settle(doubt) }
    let edited = try opened.edit(
      id, changes: changes, command: "edit \(Self.table.word)", today: latest)
    try session.confirm(edited)
  }

  /// Whether the first word says which entry is meant.
  private func isName(_ word: String) -> Bool {
    Self.table.hasNames || (try? EntryID.parse(word)) != nil
  }

  /// The first field of the catalogue that is so.
  private static func field(_ isWanted: (Field) -> Bool) -> RecordField<Record>? {
    Record.fields.first { isWanted($0.field) }
  }

  /// The changes with what the clock was ahead of UTC at the new day or time.
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

  /// The fields to make unknown.
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
          "\(Quoted.text(typed)) can be changed or cleared, but not both; leave one out.")
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
      return "What every \(noun) must have can be changed, but not cleared; to take the whole "
        + "\(noun) back: nerve delete \(Self.table.word) ID"
    }
    let words = Record.fields.flatMap(\.field.clearWords)
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let near = NameMatch(word, among: words).suggestions
    guard near.isEmpty else {
      return "There is no field \(Quoted.text(word)) to clear; did you mean "
        + "\(near.joined(separator: " or "))?"
    }
    return "The fields of a \(noun) to clear are \(words.joined(separator: ", ")), not "
      + "\(Quoted.text(word))."
  }

  private var nothingToChange: String {
    let examples = CommandPath(["edit", Self.name]).examples
    return "Nothing to change is given; say what is different, for example: \(examples[0])"
  }
}

extension EntryTable {
  /// Whether a person calls its entries by names.
  var hasNames: Bool { self == .footwear || self == .exercise }
}

extension JournalSession {
  /// Says what an edit changed, and how to take it back.
  fileprivate func confirm(_ edited: Edited) throws {
    let (before, after) = (edited.before, edited.after)
    let what = "\(after.table.word) \(after.id)"
    guard edited.action != nil else {
      return try tell("Nothing changed: \(what) is like that already.\n")
    }
    let changes = FieldText(unit: preferences.unit, today: today).changes(from: before, to: after)
    // A day that changed is told as a change.
    let day =
      after.table.hasNames || before.day != after.day
      ? nil : after.day.map { " of \($0.relativeDescription(today: today))" }
    try tell(
      DisplayText.visible(
        "Edited \(what)\(day ?? ""): \(changes.joined(separator: ", "))") + "\n")
    try hintAtUndo()
  }
}

extension FieldText {
  /// What differs between two states of an entry, field by field.
  fileprivate func changes(from before: StoredEntry, to after: StoredEntry) -> [String] {
    after.table.fields.compactMap { field in
      guard field.measure != .utcOffset,
        before.values[field.name] != after.values[field.name]
      else { return nil }
      // A doubt is never typed: it goes with what was doubtful, or is settled.
      if field.isDoubt { return "doubt settled" }
      let (old, new) = (text(of: field, in: before), text(of: field, in: after))
      // A note is only told of: both texts in full would hide what else changed.
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
