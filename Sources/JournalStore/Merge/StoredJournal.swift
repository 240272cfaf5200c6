/// The contents of a journal's tables, as far as a merge reads and writes them.
struct StoredJournal: Sendable {
  /// A row of a table: its known values by column, without the id.
  typealias Values = [String: SQLiteValue]

  /// An action.
  struct Action: Equatable, Sendable {
    var id: Int
    var uid: String
    var stamp: Int
    var device: String
    var doneAt: String
    var command: String
    var importID: Int?
    var undoes: Int?
    var undoneBy: Int?
  }

  /// A recorded change of a row.
  struct Change: Sendable {
    var id: Int
    /// Its action; `nil` if another program made it.
    var action: Int?
    var table: String
    /// The row; negative if the change came to nothing.
    var row: Int
    var kind: MergeChange.Kind
    /// The previous values that were recorded, including NULL and the id.
    var before: Values = [:]
    /// What a merge noted about it, if anything.
    var note: Note?
    /// The values that it gave, where nothing else tells them; references as keys.
    var after: Values = [:]
  }

  /// What a merge noted about a change.
  struct Note: Equatable, Sendable {
    /// The entry that it was made to; `nil` if nobody made it: it follows from a rule.
    var entry: String?
    /// What was done to the entry, where that is not what became of the row.
    var kind: MergeChange.Kind?
  }

  /// The identity that copies share.
  var identity = ""
  /// The keys of what was forgotten, each with the time.
  var forgotten: [String: String] = [:]
  /// The actions, by id.
  var actions: [Action] = []
  /// The changes, by id.
  var changes: [Change] = []
  /// The rows of each table of entries, by id.
  var rows: [String: [Int: Values]] = [:]
  /// The rows of the tables of trials that are not recorded, including their keys.
  var trials: [String: [Values]] = [:]
}

/// One recorded change of one entry.
struct MergeChange: Equatable, Sendable {
  /// What was done.
  enum Kind: String, Sendable {
    case insert, update, delete
  }

  let table: String
  /// The key of the entry.
  let entry: String
  let kind: Kind
  /// The values that it gave: all known ones of an insertion, the changed ones of an
  /// update, none of a deletion.
  var values: [String: MergeValue]

  /// The entry of changes whose content was forgotten on purpose.
  static let forgottenEntry = "forgotten"

  /// What is left of a change that was forgotten: its place in its action.
  static func forgotten(in table: String) -> MergeChange {
    MergeChange(table: table, entry: forgottenEntry, kind: .update, values: [:])
  }
}

/// A table of entries, as a merge sees it.
struct MergeTable: Sendable {
  /// What becomes of a reference whose entry was deleted in another copy.
  enum Loss: Sendable {
    /// It becomes unknown.
    case clears
    /// The entry stays.
    case keeps
    /// What refers to it is deleted too.
    case cascades
    /// Nothing: it is only a number.
    case ignored
  }

  /// A field that refers to another entry.
  struct Reference: Sendable {
    let table: String
    let loss: Loss
  }

  let name: String
  /// The columns without the id, in order.
  let columns: [String]
  /// The references, by field.
  let references: [String: Reference]

  /// Whether entries are known by their names.
  var hasNames: Bool {
    ["footwear", "exercise", "routine", "saved_query", "setting"].contains(name)
  }
}

/// The tables of entries, by name.
struct MergeTables: Sendable {
  private let tables: [String: MergeTable]

  init(_ tables: [MergeTable]) {
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// The names of all tables, sorted.
  var names: [String] { tables.keys.sorted() }

  /// Whether there is a table with this name: old records tell of tables that are gone.
  func contains(_ name: String) -> Bool { tables[name] != nil }

  /// The table with this name, or one without columns.
  subscript(name: String) -> MergeTable {
    tables[name] ?? MergeTable(name: name, columns: [], references: [:])
  }
}
