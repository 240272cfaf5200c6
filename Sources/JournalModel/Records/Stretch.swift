public import CivilDay

/// A stretch or another exercise that was done; `nil` is unknown.
public struct Stretch: DatedRecord {
  /// The day.
  public var day: Day?
  /// The local time at which it was done.
  public var time: TimeOfDay?
  /// Minutes that the clock was ahead of UTC at that time.
  public var utcOffsetMinutes: Int?
  /// The exercise.
  public var exercise: Reference<Exercise>?
  /// Sets.
  public var sets: Int?
  /// Repetitions a set.
  public var repetitions: Int?
  /// Seconds that each is held.
  public var holdS: Double?
  /// Seconds of the whole, if that was given.
  public var durationS: Double?
  /// The side of the body.
  public var side: BodySide?
  /// The run that it belongs to.
  public var run: Reference<Run>?
  /// A note.
  public var note: String?

  public init() {}

  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {
    if table == .exercise { exercise = exercise?.named(name) }
  }
}

extension Stretch {
  public static let table = EntryTable.stretch

  public static let fields: [RecordField<Stretch>] = [
    .day(\.day),
    RecordField(\.time, "time", meaning: "when", option: .declared("time")),
    .utcOffset(\.utcOffsetMinutes),
    RecordField(
      \.exercise, "exercise_id", "exercise", meaning: "which exercise", isRequired: true),
    RecordField(\.sets, "sets", nil, .whole(1...100), clear: amount),
    RecordField(
      \.repetitions, "reps", "repetitions", .whole(1...1_000), meaning: "repetitions per set",
      clear: amount),
    RecordField(
      \.holdS, "hold_s", "hold", .positive(to: 3_600), .hold, meaning: "hold of each",
      clear: amount),
    RecordField(
      \.durationS, "duration_s", "duration", .positive(to: 86_400), .duration,
      meaning: "total time, if given; otherwise it is sets x hold", clear: amount),
    RecordField(
      \.side, "side", meaning: "`left`, `right`, `both`",
      option: FieldOption("side", "The side: left, right or both.")),
    RecordField(
      \.run, "run_id", "belongs to", meaning: "the run it belongs to", option: .declared("run")),
    .note(\.note),
  ]

  /// How much it was is said, and cleared, at once.
  private static let amount = ["amount"]
}
