public import CivilDay
public import JournalModel

/// A filter for entries.
public struct EntryFilter: Equatable, Sendable {
  /// The kinds.
  public var tables: [EntryTable]
  /// The days; `nil` allows any, and entries without a day.
  public var days: ClosedRange<Day>?
  /// The shoe of a run; excludes other kinds of entries.
  public var footwear: Int?
  /// The words to find in the text.
  public var text: TextSearch?
  /// Whether only entries with doubts are wanted.
  public var isDoubtful: Bool

  /// Creates a filter; all its parts must match.
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
