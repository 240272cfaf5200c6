public import JournalModel

/// What a merge does, or would do, to the entries of a journal.
public struct MergeReport: Sendable {
  /// The number of the other copy's actions that the journal did not know.
  public let newActions: Int
  /// The changes of the first few entries.
  public let changes: [EntryChange]
  /// The changes of all entries, counted.
  public let tally: [ChangeTally]
  /// How many entries of each kind are one with another now.
  public let united: [(table: EntryTable, count: Int)]
  /// What both copies changed in different ways.
  public let conflicts: [MergeConflict]

  /// The maximum number of ``changes``.
  public static let listedChanges = 20

  /// Whether the other copy knows anything that the journal does not.
  public var changesSomething: Bool { newActions > 0 || entryCount > 0 }

  /// The number of changed entries.
  public var entryCount: Int { tally.reduce(0) { $0 + $1.count } }
}

/// A change in one copy that does not count, because another counts instead.
///
/// It stays in the record of changes.
public struct MergeConflict: Equatable, Sendable {
  /// What does not count.
  public enum Kind: Equatable, Sendable {
    /// A value of this field.
    case field(Field)
    /// A deletion: the other copy changed the entry later.
    case deletion
    /// A change: the other copy deleted the entry later.
    case changeOfDeleted
    /// A deletion: the other copy uses the entry.
    case deletionOfUsed
    /// A change that does not go together with the other copy's.
    case brokenRule
  }

  /// What does not count.
  public let kind: Kind
  /// The table of the entry.
  public let table: EntryTable
  /// Its id.
  public let id: Int
  /// The entry as it is now; `nil` if it is deleted.
  public let kept: StoredEntry?
  /// The entry with the value that does not count; `nil` if it is not about a field.
  public let lost: StoredEntry?
  /// Whether the change of the journal itself counts.
  public let isOwnKept: Bool
}
