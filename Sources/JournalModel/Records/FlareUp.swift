public import CivilDay

/// A worsening that a person declares; `nil` is unknown.
public struct FlareUp: JournalRecord {
  /// Its first day.
  public var onsetDay: Day?
  /// Its last day, or `nil` while it lasts.
  public var endDay: Day?
  /// The worst pain of it.
  public var peakPain: Rating?
  /// The run that may have set it off.
  public var triggerRun: Reference<Run>?
  /// What else may have set it off.
  public var trigger: String?
  /// A note.
  public var note: String?

  public init() {}
}

extension FlareUp {
  public static let table = EntryTable.flareUp

  public static let fields: [RecordField<FlareUp>] = [
    RecordField(
      \.onsetDay, "onset_day", "first day", meaning: "its first day", isRequired: true),
    RecordField(
      \.endDay, "end_day", "last day", meaning: "its last day, NULL while in progress",
      clear: ["end"]),
    RecordField(
      \.peakPain, "peak_pain", meaning: "worst pain",
      option: FieldOption("peak", value: "pain", "The worst pain so far, 0 to 10.")),
    RecordField(
      \.triggerRun, "trigger_run_id", "set off by", meaning: "the run suspected as the trigger",
      option: .declared("run")),
    RecordField(
      \.trigger, "trigger_text", "set off by", .text(upTo: 1_000),
      meaning: "the suspected trigger",
      option: FieldOption("trigger", value: "text", "What may have set it off.")),
    .note(\.note),
  ]
}
