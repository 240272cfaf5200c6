/// A table whose rows people log, with the fields that an entry may fill.
///
/// Typed entries and imported files pass the same fields; what spans several
/// fields is checked by the table's constraints.
public enum EntryTable: String, CaseIterable, Sendable {
  /// Runs.
  case run
  /// Check-ins: pain, signs and what goes with them.
  case checkIn = "check_in"
  /// Exercises that were done.
  case stretch
  /// Flare-ups.
  case flareUp = "flare_up"
  /// Sessions of other sports.
  case crossTraining = "cross_training"
  /// Days declared to be rest days or gaps.
  case dayMark = "day_mark"
  /// What a doctor or physiotherapist said.
  case guidance
  /// Shoes.
  case footwear
  /// The catalogue of exercises.
  case exercise
  /// Routines.
  case routine
  /// The exercises of a routine.
  case routineStep = "routine_step"
  /// Settings.
  case setting

  /// The fields, in the order of the table's columns.
  public var fields: [Field] {
    switch self {
    case .run: Self.runFields
    case .checkIn: Self.checkInFields
    case .stretch: Self.stretchFields
    case .flareUp: Self.flareUpFields
    case .crossTraining: Self.crossTrainingFields
    case .dayMark: [.day, Field("kind", .choice(["rest", "not_tracked"]), isRequired: true)]
    case .guidance: Self.guidanceFields
    case .footwear: Self.footwearFields
    case .exercise:
      [
        Field("name", .text(upTo: 100), isRequired: true),
        Field(
          "kind", .choice(["stretch", "nerve_glide", "strength", "mobility"]), isRequired: true),
        .note,
      ]
    case .routine: [Field("name", .text(upTo: 100), isRequired: true), .note]
    case .routineStep: Self.routineStepFields
    case .setting:
      [
        Field("name", .text(upTo: 100), isRequired: true),
        Field("value", .text(upTo: 1_000), isRequired: true),
      ]
    }
  }

  /// What a broken constraint of the table means, by the constraint's name.
  public static let meanings = [
    "run_needs_distance_or_duration": "needs a distance or a duration",
    "check_in_says_something": "needs at least one value besides the day",
    "flare_up_ends_after_onset": "cannot have an end_day before its onset_day",
    "guidance_ends_after_it_is_given": "cannot have an until_day before its day",
  ]

  private static let runFields: [Field] = [
    .day, Field("start_time", .clockTime), .utcOffset,
    .positive("distance_m", to: 1_000_000), .positive("duration_s", to: 604_800), .rpe,
    Field("footwear_id", .reference(.footwear)),
    Field(
      "surface",
      .choice(["road", "path", "trail", "grass", "track", "treadmill", "sand", "mixed"])),
    .number("ascent_m", to: 100_000),
    Field("heart_rate_avg", .whole(20...260)), Field("heart_rate_max", .whole(20...260)),
    .number("cadence_spm", from: 20, to: 400),
    Field("form_change", .choice(["cadence", "stride", "posture", "other"])),
    .rating("pain_before"), .rating("pain_during"), .rating("pain_after"), .rating("mood_after"),
    .note, .number("descent_m", to: 100_000), Field("steps", .whole(1...1_000_000)), .doubt,
  ]

  private static let checkInFields: [Field] = [
    .day, Field("time", .clockTime), .utcOffset, Field("moment", .choice(["morning", "later"])),
    .rating("leg_pain"), .rating("back_pain"), Field("reach", .whole(0...6)), .side,
    .flag("numbness"), .flag("tingling"), .flag("weakness"),
    .flag("saddle_numbness"), .flag("bladder_or_bowel"),
    .number("sitting_hours", to: 24), .number("sleep_hours", to: 24),
    .rating("stress"), .rating("mood"), Field("medication", .text(upTo: 1_000)), .note,
  ]

  private static let stretchFields: [Field] = [
    .day, Field("time", .clockTime), .utcOffset,
    Field("exercise_id", .reference(.exercise), isRequired: true),
    Field("sets", .whole(1...100)), Field("reps", .whole(1...1_000)),
    .positive("hold_s", to: 3_600), .positive("duration_s", to: 86_400), .side,
    Field("run_id", .reference(.run)), .note,
  ]

  private static let routineStepFields: [Field] = [
    Field("routine_id", .reference(.routine), isRequired: true),
    Field("position", .whole(1...100), isRequired: true),
    Field("exercise_id", .reference(.exercise), isRequired: true),
    Field("sets", .whole(1...100)), Field("reps", .whole(1...1_000)),
    .positive("hold_s", to: 3_600), .positive("duration_s", to: 86_400), .side,
  ]

  private static let flareUpFields: [Field] = [
    Field("onset_day", .day, isRequired: true), Field("end_day", .day), .rating("peak_pain"),
    Field("trigger_run_id", .reference(.run)), Field("trigger_text", .text(upTo: 1_000)), .note,
  ]

  private static let crossTrainingFields: [Field] = [
    .day, Field("start_time", .clockTime), .utcOffset,
    Field("activity", .text(upTo: 100), isRequired: true),
    .positive("duration_s", to: 604_800), .positive("distance_m", to: 2_000_000), .rpe, .note,
    .doubt,
  ]

  private static let guidanceFields: [Field] = [
    .day, Field("given_by", .text(upTo: 200)),
    Field("advice", .text(upTo: 10_000), isRequired: true),
    .positive("longest_run_m", to: 1_000_000), Field("days_off", .whole(1...3_650)),
    Field("until_day", .day), Field("time", .clockTime), .utcOffset,
  ]

  private static let footwearFields: [Field] = [
    Field("name", .text(upTo: 100), isRequired: true), Field("model", .text(upTo: 200)),
    Field(
      "kind",
      .choice(["cushioned", "stability", "minimal", "trail", "racing", "spikes", "other"])),
    .number("drop_mm", from: -10, to: 30), Field("first_day", .day),
    .number("start_distance_m", to: 10_000_000), .positive("limit_distance_m", to: 10_000_000),
    Field("retired_day", .day), .note, Field("is_default", .whole(1...1)),
  ]
}

extension EntryTable {
  /// The tables whose entries belong to a day and are listed together.
  public static let dated: [EntryTable] = [
    .run, .checkIn, .stretch, .flareUp, .crossTraining, .dayMark, .guidance,
  ]

  /// The field with the day that an entry is listed under, if the table has one.
  public var dayField: String? { fields.first { $0.kind == .day }?.name }

  /// The field with the clock time of an entry, if the table has one.
  public var timeField: String? { fields.first { $0.kind == .clockTime }?.name }

  /// Whether its rows have names of their own, by which others may refer to them.
  public var isNamed: Bool { self == .footwear || self == .exercise || self == .routine }

  /// What a person calls a row of the table.
  public var noun: String {
    switch self {
    case .run: "run"
    case .checkIn: "check-in"
    case .stretch: "stretch"
    case .flareUp: "flare-up"
    case .crossTraining: "cross-training session"
    case .dayMark: "day mark"
    case .guidance: "piece of guidance"
    case .footwear: "shoe"
    case .exercise: "exercise"
    case .routine: "routine"
    case .routineStep: "routine step"
    case .setting: "setting"
    }
  }
}
