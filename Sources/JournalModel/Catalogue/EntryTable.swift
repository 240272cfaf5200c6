/// A table of entries, with the fields of an entry.
///
/// Typed entries and imported files pass the same fields; the table's constraints
/// check rules across fields.
public enum EntryTable: String, CaseIterable, Sendable {
  /// Runs.
  case run
  /// Check-ins: pain, signs and circumstances.
  case checkIn = "check_in"
  /// Exercises done.
  case stretch
  /// Flare-ups.
  case flareUp = "flare_up"
  /// Sessions of other sports.
  case crossTraining = "cross_training"
  /// Days marked as rest or gap.
  case dayMark = "day_mark"
  /// Advice from a doctor or physiotherapist.
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

  /// The field with the day of an entry, if the table has one.
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

  /// The meaning of a violated constraint, by its name.
  public static let meanings = [
    "run_needs_distance_or_duration": "needs a distance or a duration",
    "check_in_says_something": "needs at least one value besides the day",
    "flare_up_ends_after_onset": "cannot have an end_day before its onset_day",
    "guidance_ends_after_it_is_given": "cannot have an until_day before its day",
  ]
}

extension EntryTable {
  /// The tables whose entries have a day and are listed together.
  public static let dated: [EntryTable] = [
    .run, .checkIn, .stretch, .flareUp, .crossTraining, .dayMark, .guidance,
  ]

  /// Whether its rows have unique names, to which others may refer.
  public var isNamed: Bool { self == .footwear || self == .exercise || self == .routine }

  /// The noun for a row of the table.
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
