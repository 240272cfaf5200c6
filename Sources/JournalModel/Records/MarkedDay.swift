public import CivilDay

/// A day that was declared to be a rest day or a gap.
public struct MarkedDay: DatedRecord {
  /// The day.
  public var day: Day?
  /// What it was declared to be.
  public var mark: DayMark?

  public init() {}
}

extension MarkedDay {
  public static let table = EntryTable.dayMark

  public static let fields: [RecordField<MarkedDay>] = [
    .day(\.day, meaning: "one mark per day"),
    RecordField(
      \.mark, "kind",
      meaning: "`rest`: no run, the load is truly 0; `not_tracked`: unknown, unless there is a run",
      isRequired: true),
  ]
}
