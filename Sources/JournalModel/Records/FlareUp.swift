public import CivilDay

/// A flare-up declared by the person; `nil` is unknown.
public struct FlareUp: JournalRecord {
  /// Its first day.
  public var onsetDay: Day?
  /// Its last day, or `nil` while in progress.
  public var endDay: Day?
  /// Its worst pain.
  public var peakPain: Rating?
  /// The run suspected as its trigger.
  public var triggerRun: Reference<Run>?
  /// Another suspected trigger.
  public var trigger: String?
  /// A note.
  public var note: String?

  /// Creates a record without known values.
  public init() {}
}

extension FlareUp {
  /// The table of such records.
  public static let table = EntryTable.flareUp

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<FlareUp>] = [
    RecordField(
      \.onsetDay, "onset_day", "first day", meaning: "its first day", isRequired: true),
    RecordField(
      \.endDay, "end_day", "last day", meaning: "its last day, NULL while in progress",
      clear: ["end"]),
    RecordField(
      \.peakPain, "peak_pain", meaning: "worst pain",
      option: FieldOption("peak", value: "pain", "Worst pain so far, 0 to 10.")),
    RecordField(
      \.triggerRun, "trigger_run_id", "set off by", meaning: "the run suspected as the trigger",
      option: .declared("run")),
    RecordField(
      \.trigger, "trigger_text", "set off by", .text(upTo: 1_000),
      meaning: "the suspected trigger",
      option: FieldOption("trigger", value: "text", "Suspected trigger.")),
    .note(\.note),
  ]
}
