public import CivilDay

/// A stretch or another exercise done; `nil` is unknown.
public struct Stretch: JournalRecord {
  /// The day.
  public var day: Day?
  /// The local time.
  public var time: TimeOfDay?
  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int?
  /// The exercise.
  public var exercise: Reference<Exercise>?
  /// Sets.
  public var sets: Int?
  /// Repetitions per set.
  public var repetitions: Int?
  /// Seconds of each hold.
  public var holdS: Double?
  /// Total seconds, if given.
  public var durationS: Double?
  /// The side.
  public var side: BodySide?
  /// The run it belongs to.
  public var run: Reference<Run>?
  /// A note.
  public var note: String?

  /// Creates a record without known values.
  public init() {}

  /// Sets the name of its reference to `table`.
  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {
    if table == .exercise { exercise = exercise?.named(name) }
  }
}

extension Stretch {
  /// The table of such records.
  public static let table = EntryTable.stretch

  /// The catalogue of its fields, in column order.
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
      option: FieldOption("side", "Side: left, right or both.")),
    RecordField(
      \.run, "run_id", "belongs to", meaning: "the run it belongs to", option: .declared("run")),
    .note(\.note),
  ]

  /// Sets, repetitions and times are given, and cleared, together.
  private static let amount = ["amount"]
}
