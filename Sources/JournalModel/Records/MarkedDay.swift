public import CivilDay

/// A day marked as rest or as not tracked.
public struct MarkedDay: JournalRecord {
  /// The day.
  public var day: Day?
  /// Its mark.
  public var mark: DayMark?

  /// Creates a record without known values.
  public init() {}
}

extension MarkedDay {
  /// The table of such records.
  public static let table = EntryTable.dayMark

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<MarkedDay>] = [
    .day(\.day, meaning: "one mark per day"),
    RecordField(
      \.mark, "kind",
      meaning: "`rest`: no run, the load is truly 0; `not_tracked`: unknown, unless there is a run",
      isRequired: true),
  ]
}
