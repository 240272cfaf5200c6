public import CivilDay

/// What a doctor or physiotherapist said; `nil` is unknown.
public struct Guidance: DatedRecord {
  /// The day on which it was given.
  public var day: Day?
  /// Who gave it.
  public var givenBy: String?
  /// What was said.
  public var advice: String?
  /// Metres of the longest run that is allowed, or `nil` without such a limit.
  public var longestRunM: Double?
  /// How many days to do without running, the day it was given included.
  public var daysOff: Int?
  /// The last day for which it holds, or `nil` until something else is said.
  public var untilDay: Day?
  /// The local time at which it was given.
  public var time: TimeOfDay?
  /// Minutes that the clock was ahead of UTC at that time.
  public var utcOffsetMinutes: Int?

  public init() {}
}

extension Guidance {
  public static let table = EntryTable.guidance

  public static let fields: [RecordField<Guidance>] = [
    .day(\.day, meaning: "the day it was given"),
    RecordField(
      \.givenBy, "given_by", nil, .text(upTo: 200), meaning: "who gave it",
      option: FieldOption("by", value: "text", "Who said it.")),
    RecordField(
      \.advice, "advice", nil, .text(upTo: 10_000), meaning: "the advice", isRequired: true),
    RecordField(
      \.longestRunM, "longest_run_m", "longest run", .positive(to: 1_000_000), .distance,
      meaning: "no run longer than this",
      option: FieldOption(
        "limit", value: "distance", "No run longer than this, such as 5km.")),
    RecordField(
      \.daysOff, "days_off", nil, .whole(1...3_650), .days,
      meaning: "days without running, `day` included",
      option: FieldOption("days-off", value: "days", "Days without running, its day included.")),
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
