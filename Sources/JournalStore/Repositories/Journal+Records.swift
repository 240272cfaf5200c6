public import CivilDay
public import JournalModel

extension Entry {
  /// Creates an entry of what is known of `record`.
  public init<Record: JournalRecord>(_ record: Record) {
    self.init(Record.table, Changes(record).columnValues)
  }
}

extension Entry {
  /// Creates an entry of the values that `values` mention.
  public init<Record: JournalRecord>(_ values: Changes<Record>) {
    self.init(Record.table, values.columnValues)
  }

  /// Creates an entry that is like a stored one.
  public init(_ stored: StoredEntry) { self.init(stored.table, stored.values) }

  /// Creates an entry that is like a stored one with changes.
  public init<Record: JournalRecord>(_ stored: StoredEntry, with changes: Changes<Record>) {
    self.init(stored.table, stored.values.merging(changes.columnValues) { $1 })
  }
}

extension Entry {
  /// The entry as a typed record without what the journal would refuse; `nil` if it
  /// is of another kind.
  public func record<Record: JournalRecord>(_ type: Record.Type = Record.self) -> Record? {
    guard table == Record.table else { return nil }
    var known: [String: SQLiteValue] = [:]
    for field in table.fields {
      known[field.name] = values[field.name].flatMap { try? field.stored($0) }
    }
    return JournalStore.record(known)
  }
}

extension StoredEntry {
  /// What the catalogue's `field` holds; null if it is unknown.
  public func value(of field: Field) -> StoredValue { values[field.name]?.modelled ?? .null }

  /// The name of what the entry refers to in `table`, if it refers to something there
  /// that has a name.
  public func name(ofReferenceTo table: EntryTable) -> String? { text(table.rawValue) }

  /// The local time that the entry is listed under, if it is known.
  public var time: TimeOfDay? { table.timeField.flatMap(text).flatMap { TimeOfDay($0) } }

  /// The note, if the entry has one.
  public var note: String? { text("note") }

  /// What is doubtful about the entry, if something is.
  public var doubt: String? { text("doubt") }

  /// The name of a shoe, an exercise, a routine or a setting.
  public var name: String? { text("name") }

  /// What a setting is set to.
  public var settingValue: String? { table == .setting ? text("value") : nil }

  /// The entry as a typed record; `nil` if it is of another kind.
  public func record<Record: JournalRecord>(_ type: Record.Type = Record.self) -> Record? {
    table == Record.table ? JournalStore.record(values) : nil
  }
}

extension Journal {
  /// Logs one record as an action of its own.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - command: The command's name, for the history.
  ///   - today: Days after this one are refused; `nil` allows them.
  /// - Returns: The id of the record, and the action to undo it by.
  /// - Throws: ``JournalError/invalid(_:)`` or ``JournalError/nameTaken(table:)``.
  public func add(_ record: some JournalRecord, command: String, today: Day?) throws -> Logged {
    try add(Entry(record), command: command, today: today)
  }

  /// The record with this id, or `nil`.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func record<Record: JournalRecord>(
    _ id: Int, _ type: Record.Type = Record.self
  ) throws -> Record? {
    try entry(id, of: Record.table)?.record()
  }

  /// Changes some fields of a record as one action.
  ///
  /// - Parameters:
  ///   - id: The id of the record.
  ///   - changes: The new values; what becomes unknown is among them.
  ///   - command: The command's name, for the history.
  ///   - today: New days after this one are refused; `nil` allows them.
  /// - Returns: The entry before and after; where they are equal, nothing is
  ///   recorded.
  /// - Throws: ``JournalError/noEntry(table:id:)``, ``JournalError/invalid(_:)``
  ///   or ``JournalError/nameTaken(table:)``.
  public func edit<Record: JournalRecord>(
    _ id: Int, changes: Changes<Record>, command: String, today: Day?
  ) throws -> Edited {
    try edit(
      id, of: Record.table, changes: changes.columnValues, command: command, today: today)
  }

  /// Refuses changes that ``edit(_:changes:command:today:)`` would refuse by
  /// themselves, whatever the record; nothing is written.
  ///
  /// - Parameters:
  ///   - changes: As there.
  ///   - today: As there.
  /// - Throws: ``JournalError/invalid(_:)``.
  public func check<Record: JournalRecord>(_ changes: Changes<Record>, today: Day?) throws {
    try check(changes.columnValues, of: Record.table, today: today)
  }
}

extension Changes {
  /// The new values by column, as SQLite stores them.
  var columnValues: [String: SQLiteValue] { values.mapValues { SQLiteValue($0) } }
}

/// The record that values of columns make, with the names of what it refers to.
private func record<Record: JournalRecord>(_ values: [String: SQLiteValue]) -> Record {
  var record = Record()
  for field in Record.fields {
    guard let value = values[field.field.name]?.modelled else { continue }
    _ = field.set(&record, value)
    if case .reference(let table) = field.field.kind, case .text(let name)? = values[table.rawValue]
    {
      record.tellName(name, ofReferenceTo: table)
    }
  }
  return record
}
