public import JournalModel

/// A change of one entry.
public struct EntryChange: Equatable, Sendable {
  /// The kind of a change.
  public enum Kind: String, Sendable {
    /// The entry is new.
    case added
    /// Some of its fields changed.
    case changed
    /// The entry was deleted.
    case deleted
  }

  /// The table of the entry.
  public let table: EntryTable
  /// The entry's id in it.
  public let id: Int
  /// The entry before; `nil` if it is new.
  public let before: StoredEntry?
  /// The entry after; `nil` if it was deleted.
  public let after: StoredEntry?

  /// The kind of the change.
  public var kind: Kind { before == nil ? .added : after == nil ? .deleted : .changed }

  /// The changed fields, in column order; for a new or deleted entry, the known
  /// fields.
  public var fields: [Field] {
    table.fields.filter { before?.values[$0.name] != after?.values[$0.name] }
  }
}

/// The number of entries of a kind that were added, changed or deleted.
public struct ChangeTally: Equatable, Sendable {
  /// The table of the entries.
  public let table: EntryTable
  /// The kind of the changes.
  public let kind: EntryChange.Kind
  /// Their number.
  public let count: Int
}

/// A change of an entry, and its author.
public struct HistoricChange: Equatable, Sendable {
  /// The change.
  public let change: EntryChange
  /// The action; `nil` if another program changed the journal's file.
  public let action: RecordedAction?
}
