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
  /// Repetitions a set.
  public var repetitions: Int?
  /// Seconds that each is held.
  public var holdS: Double?
  /// Seconds of the whole, if that was given.
  public var durationS: Double?
  /// The side of the body.
  public var side: BodySide?

  public init() {}

  public mutating func tellName(_ name: String, ofReferenceTo table: EntryTable) {
    if table == .exercise { exercise = exercise?.named(name) }
  }
}

extension RoutineStep {
  public static let table = EntryTable.routineStep

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
