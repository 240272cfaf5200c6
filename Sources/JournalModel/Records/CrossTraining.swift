public import CivilDay

/// A session of another sport; `nil` is unknown.
public struct CrossTraining: JournalRecord {
  /// Its day.
  public var day: Day?
  /// The local start time.
  public var startTime: TimeOfDay?
  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int?
  /// The activity, such as a swim.
  public var activity: String?
  /// Seconds, above 0.
  public var durationS: Double?
  /// Metres, above 0.
  public var distanceM: Double?
  /// Effort of the whole session, CR-10.
  public var effort: Double?
  /// A note.
  public var note: String?
  /// Remarks on suspicious values, one sentence per line.
  public var doubt: String?

  /// Creates a record without known values.
  public init() {}
}

extension CrossTraining {
  /// The table of such records.
  public static let table = EntryTable.crossTraining

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<CrossTraining>] = [
    .day(\.day),
    RecordField(
      \.startTime, "start_time", "start", meaning: "start", option: .declared("start")),
    .utcOffset(\.utcOffsetMinutes),
    RecordField(
      \.activity, "activity", nil, .text(upTo: 100), meaning: "walk, swim, bike and so on",
      isRequired: true),
    RecordField(
      \.durationS, "duration_s", "duration", .positive(to: 604_800), .duration,
      meaning: "how long", clear: ["duration"]),
    RecordField(
      \.distanceM, "distance_m", "distance", .positive(to: 2_000_000), .distance,
      meaning: "how far", clear: ["distance"]),
    .effort(\.effort, of: "session", meaning: "effort"),
    .note(\.note),
    .doubt(\.doubt, meaning: "as in `run`"),
  ]
}
