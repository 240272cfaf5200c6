public import CivilDay

/// A run; `nil` is unknown.
public struct Run: JournalRecord {
  /// Its day.
  public var day: Day?
  /// The local start time.
  public var startTime: TimeOfDay?
  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int?
  /// Metres, above 0.
  public var distanceM: Double?
  /// Seconds, above 0.
  public var durationS: Double?
  /// Effort of the whole run, CR-10.
  public var effort: Double?
  /// The shoe.
  public var shoe: Reference<Shoe>?
  /// The surface.
  public var surface: Surface?
  /// Metres climbed.
  public var ascentM: Double?
  /// Mean heart rate.
  public var meanHeartRate: Int?
  /// Highest heart rate.
  public var highestHeartRate: Int?
  /// Mean steps per minute, both feet.
  public var cadence: Double?
  /// The form change tried.
  public var formChange: FormChange?
  /// Leg pain before it.
  public var painBefore: Rating?
  /// The worst leg pain during it.
  public var painDuring: Rating?
  /// Leg pain after it.
  public var painAfter: Rating?
  /// Mood after it.
  public var moodAfter: Rating?
  /// A note.
  public var note: String?
  /// Metres descended.
  public var descentM: Double?
  /// Steps of both feet.
  public var steps: Int?
  /// Remarks on suspicious values, one sentence per line.
  public var doubt: String?

  /// Creates a record without known values.
  public init() {}

  /// Sets the name of its reference to `table`.
  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {
    if table == .footwear { shoe = shoe?.named(name) }
  }
}

extension Run {
  /// The table of such records.
  public static let table = EntryTable.run

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<Run>] = [
    .day(\.day),
    RecordField(
      \.startTime, "start_time", "start", meaning: "start", option: .declared("start")),
    .utcOffset(\.utcOffsetMinutes),
    RecordField(
      \.distanceM, "distance_m", "distance", .positive(to: 1_000_000), .distance,
      meaning: "above 0; a run has a distance or a duration", clear: ["distance"]),
    RecordField(
      \.durationS, "duration_s", "duration", .positive(to: 604_800), .duration,
      meaning: "above 0", clear: ["duration"]),
    .effort(\.effort, of: "run", meaning: "effort of the whole run, CR-10"),
    RecordField(
      \.shoe, "footwear_id", "shoe", meaning: "the shoe", option: .declared("shoe")),
    RecordField(
      \.surface, "surface",
      meaning: "`road`, `path`, `trail`, `grass`, `track`, `treadmill`, `sand`, `mixed`",
      option: FieldOption(
        "surface", "Surface: road, path, trail, grass, track, treadmill, sand or mixed.")),
    RecordField(
      \.ascentM, "ascent_m", "ascent", .number(to: 100_000), .height, meaning: "metres climbed",
      option: FieldOption("ascent", value: "metres", "Metres climbed.")),
    RecordField(
      \.meanHeartRate, "heart_rate_avg", "mean heart rate", .whole(20...260), .heartRate,
      option: FieldOption("heart-rate", value: "bpm", "Mean heart rate.")),
    RecordField(
      \.highestHeartRate, "heart_rate_max", "highest heart rate", .whole(20...260), .heartRate),
    RecordField(
      \.cadence, "cadence_spm", "cadence", .number(from: 20, to: 400), .cadence,
      meaning: "mean cadence, steps of both feet",
      option: FieldOption("cadence", value: "steps/min", "Mean cadence, both feet.")),
    RecordField(
      \.formChange, "form_change", "change of form",
      meaning: "form change tried: `cadence`, `stride`, `posture`, `other`",
      option: FieldOption(
        "form", "Form change tried: cadence, stride, posture or other.")),
    RecordField(
      \.painBefore, "pain_before", "leg pain before",
      option: FieldOption("before", value: "pain", "Leg pain before, 0 to 10.")),
    RecordField(
      \.painDuring, "pain_during", "leg pain during", meaning: "worst leg pain during",
      option: FieldOption("during", value: "pain", "Worst leg pain during, 0 to 10.")),
    RecordField(
      \.painAfter, "pain_after", "leg pain after",
      option: FieldOption("after", value: "pain", "Leg pain after, 0 to 10.")),
    RecordField(
      \.moodAfter, "mood_after", option: FieldOption("mood", "Mood after, 0 to 10.")),
    .note(\.note),
    RecordField(
      \.descentM, "descent_m", "descent", .number(to: 100_000), .height,
      meaning: "metres descended"),
    RecordField(\.steps, "steps", nil, .whole(1...1_000_000), meaning: "steps of both feet"),
    .doubt(
      \.doubt,
      meaning:
        "remarks on suspicious values of an imported run, one sentence per line; NULL without remarks, or once they are settled"
    ),
  ]
}
