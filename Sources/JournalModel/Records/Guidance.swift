public import CivilDay

/// Advice from a doctor or physiotherapist; `nil` is unknown.
public struct Guidance: JournalRecord {
  /// The day it was given.
  public var day: Day?
  /// Who gave it.
  public var givenBy: String?
  /// The advice.
  public var advice: String?
  /// The longest allowed run in metres, or `nil` without such a limit.
  public var longestRunM: Double?
  /// The days without running, including the day of the advice.
  public var daysOff: Int?
  /// Its last day, or `nil` without an end.
  public var untilDay: Day?
  /// The local time it was given.
  public var time: TimeOfDay?
  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int?

  /// Creates a record without known values.
  public init() {}
}

extension Guidance {
  /// The table of such records.
  public static let table = EntryTable.guidance

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<Guidance>] = [
    .day(\.day, meaning: "the day it was given"),
    RecordField(
      \.givenBy, "given_by", nil, .text(upTo: 200), meaning: "who gave it",
      option: FieldOption("by", value: "text", "Name of the adviser.")),
    RecordField(
      \.advice, "advice", nil, .text(upTo: 10_000), meaning: "the advice", isRequired: true),
    RecordField(
      \.longestRunM, "longest_run_m", "longest run", .positive(to: 1_000_000), .distance,
      meaning: "no run longer than this",
      option: FieldOption(
        "limit", value: "distance", "Longest run, such as 5km.")),
    RecordField(
      \.daysOff, "days_off", nil, .whole(1...3_650), .days,
      meaning: "days without running, `day` included",
      option: FieldOption("days-off", value: "days", "Days without running, including the first.")),
    RecordField(
      \.untilDay, "until_day", "until",
      meaning: "its last day, NULL without an end", option: .declared("until")),
    RecordField(
      \.time, "time",
      meaning: "the time it was given; it does not apply to earlier runs",
      option: .declared("time")),
    .utcOffset(\.utcOffsetMinutes),
  ]
}
