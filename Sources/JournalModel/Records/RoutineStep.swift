/// An exercise of a routine; `nil` is unknown.
public struct RoutineStep: JournalRecord {
  /// The routine.
  public var routine: Reference<Routine>?
  /// Its place in the routine, from 1.
  public var position: Int?
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

  /// Creates a record without known values.
  public init() {}

  /// Sets the name of its reference to `table`.
  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {
    if table == .exercise { exercise = exercise?.named(name) }
  }
}

extension RoutineStep {
  /// The table of such records.
  public static let table = EntryTable.routineStep

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<RoutineStep>] = [
    RecordField(
      \.routine, "routine_id", meaning: "the routine it belongs to", isRequired: true),
    RecordField(
      \.position, "position", nil, .whole(1...100), meaning: "its place in the routine, from 1",
      isRequired: true),
    RecordField(
      \.exercise, "exercise_id", "exercise", meaning: "which exercise", isRequired: true),
    RecordField(\.sets, "sets", nil, .whole(1...100)),
    RecordField(
      \.repetitions, "reps", "repetitions", .whole(1...1_000), meaning: "repetitions per set"),
    RecordField(
      \.holdS, "hold_s", "hold", .positive(to: 3_600), .hold, meaning: "hold of each"),
    RecordField(
      \.durationS, "duration_s", "duration", .positive(to: 86_400), .duration,
      meaning: "total time, if given"),
    RecordField(\.side, "side", meaning: "`left`, `right`, `both`"),
  ]
}
