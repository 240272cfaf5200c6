import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
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
  static var table: EntryTable { get }
  /// The fields that `--clear` makes unknown, by the names of their options.
  static var clearable: KeyValuePairs<String, [String]> { get }
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
  /// - Returns: The new values by the names of the columns.
  /// - Throws: ``InputError``, ``UsageError`` or `JournalError`.
  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue]

  /// The changes with what follows from them.
  func completed(
    _ changes: [String: SQLiteValue], of entry: StoredEntry, in session: JournalSession
  ) -> [String: SQLiteValue]
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
    // Whatever is wrong with the words is told before that there is no such entry.
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
    // A value that cannot be is refused before anything is asked.
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

  /// Whether the first word says which entry is meant.
  private func isName(_ word: String) -> Bool {
    Self.table.hasNames || (try? EntryID.parse(word)) != nil
  }

  /// The changes with what the clock was ahead of UTC at the new day or time.
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

  /// The fields to make unknown.
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
    let words = Self.clearable.map(\.key)
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
      guard field.name != "utc_offset_min",
        before.values[field.name] != after.values[field.name]
      else { return nil }
      let name = Self.name(of: field)
      // A doubt is never typed: it goes with what was doubtful, or is settled.
      if field.name == "doubt" { return "doubt settled" }
      let (old, new) = (text(of: field, in: before), text(of: field, in: after))
      // A note is only told of: both texts in full would hide what else changed.
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
