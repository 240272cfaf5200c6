public import CivilDay
public import JournalModel

/// Which entries are wanted.
public struct EntryFilter: Equatable, Sendable {
  /// The kinds.
  public var tables: [EntryTable]
  /// The days; `nil` allows any, and entries that belong to no day.
  public var days: ClosedRange<Day>?
  /// The shoe that a run was in; entries of other kinds are in none.
  public var footwear: Int?
  /// The words that must stand in what was written.
  public var text: TextSearch?
  /// Whether something must be doubtful about them.
  public var isDoubtful: Bool

  /// Creates a filter that lets through what all its parts allow.
  public init(
    _ tables: [EntryTable] = EntryTable.dated, days: ClosedRange<Day>? = nil,
    footwear: Int? = nil, text: TextSearch? = nil, isDoubtful: Bool = false
  ) {
    self.tables = tables
    self.days = days
    self.footwear = footwear
    self.text = text
    self.isDoubtful = isDoubtful
  }
}
