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
  public var fields: [Field] { columns.fields }

  /// The field with the day that an entry is listed under, if the table has one.
  public var dayField: String? { columns.day }

  /// The field with the clock time of an entry, if the table has one.
  public var timeField: String? { columns.time }

  private var columns: TableColumns {
    switch self {
    case .run: .run
    case .checkIn: .checkIn
    case .stretch: .stretch
    case .flareUp: .flareUp
    case .crossTraining: .crossTraining
    case .dayMark: .dayMark
    case .guidance: .guidance
    case .footwear: .footwear
    case .exercise: .exercise
    case .routine: .routine
    case .routineStep: .routineStep
    case .setting: .setting
    }
  }

  /// What a broken constraint of the table means, by the constraint's name.
  public static let meanings = [
    "run_needs_distance_or_duration": "needs a distance or a duration",
    "check_in_says_something": "needs at least one value beside the day",
    "flare_up_ends_after_onset": "has an end_day before its onset_day",
    "guidance_ends_after_it_is_given": "has an until_day before its day",
  ]
}

extension EntryTable {
  /// The tables whose entries belong to a day and are listed together.
  public static let dated: [EntryTable] = [
    .run, .checkIn, .stretch, .flareUp, .crossTraining, .dayMark, .guidance,
  ]

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
