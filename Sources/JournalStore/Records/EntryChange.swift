public import JournalModel

/// What happened to one entry.
public struct EntryChange: Equatable, Sendable {
  /// What can happen to an entry.
  public enum Kind: String, Sendable {
    /// It was not there before.
    case added
    /// Some of its fields have other values.
    case changed
    /// It is not there any more.
    case deleted
  }

  /// The table of the entry.
  public let table: EntryTable
  /// The entry's id in it.
  public let id: Int
  /// The entry as it was; `nil` if it was not there.
  public let before: StoredEntry?
  /// The entry as it is afterwards; `nil` if it is gone.
  public let after: StoredEntry?

  /// What happened.
  public var kind: Kind { before == nil ? .added : after == nil ? .deleted : .changed }

  /// The fields that have another value than before, in the order of the table's
  /// columns; of an entry that was added or deleted, those that are known.
  public var fields: [Field] {
    table.fields.filter { before?.values[$0.name] != after?.values[$0.name] }
  }
}

/// How many entries of a kind were added, changed or deleted.
public struct ChangeTally: Equatable, Sendable {
  /// The table of the entries.
  public let table: EntryTable
  /// What happened to them.
  public let kind: EntryChange.Kind
  /// How many they are.
  public let count: Int
}

/// What happened to an entry, and who did it.
public struct HistoricChange: Equatable, Sendable {
  /// What happened.
  public let change: EntryChange
  /// The action; `nil` if another program changed the journal's file.
  public let action: RecordedAction?
}
