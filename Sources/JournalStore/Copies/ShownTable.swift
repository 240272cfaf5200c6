/// What a copy for an assistant shows of one table, column by column.
///
/// Everything is withheld that is not listed here as shown: words that a person typed, what
/// a file or a service calls something, and the record of changes. Numbers, days, and words
/// from a fixed list are shown.
struct ShownTable {
  /// The table.
  let name: String
  /// The columns that are copied as they are.
  let shown: [String]
  /// SQL for columns that are shown as something else, such as a number for a name.
  var replaced: [String: String] = [:]
  /// The columns that read NULL.
  var withheld: [String] = []
  /// The condition for rows; `nil` for all.
  var condition: String?

  /// The columns of the copy that get a value, in order, and the query for them.
  var query: (columns: [String], sql: String) {
    let others = replaced.sorted { $0.key < $1.key }
    let values = shown.map { "\"\($0)\"" } + others.map(\.value)
    let filter = condition.map { " WHERE \($0)" } ?? ""
    return (
      shown + others.map(\.key),
      "SELECT \(values.joined(separator: ", ")) FROM \"\(name)\"\(filter)"
    )
  }

  /// Tables whose rows are all withheld: the record of changes, saved queries, and what
  /// names the journal.
  static let withheldTables: Set<String> = [
    "action", "change", "change_value", "change_entry", "change_after", "forgotten", "identity",
    "saved_query", "trial_seed",
  ]

  /// Tables that a copy has of its own, without a person's contents.
  static let ownTables: Set<String> = ["column_type", "dictionary"]

  /// Columns of views that read NULL, since they come from withheld ones.
  static let withheldInViews: [String: Set<String>] = [
    "day": ["medication"], "day_rating": ["medication"], "rating": ["medication", "note"],
    "flare": ["trigger_text", "trigger_run_id"], "footwear_use": ["model"],
    "trial": ["stop_reason", "seed"],
  ]

  /// Views that have nothing to show.
  static let withheldViews: Set<String> = ["entry_text"]

  /// Columns that are withheld even from a copy with everything: what a trial hides.
  static let alwaysWithheld: [String: Set<String>] = ["trial_end": ["seed"]]

  /// The settings that views and reports need; the others are words or places.
  private static let settings = [
    "units", "day_boundary", "smallest_change", "smallest_effect", "run_pain_limit", "synthetic",
  ]

  /// Kinds of cross-training that say nothing about a person; any other is `other`.
  private static let activities = [
    "walk", "walking", "hike", "hiking", "swim", "swimming", "bike", "biking", "cycle", "cycling",
    "ride", "row", "rowing", "elliptical", "aqua jogging", "yoga", "pilates", "strength",
    "weights", "gym", "ski", "skiing", "skating", "climbing", "dance", "dancing", "tennis",
    "football", "golf",
  ]

  private static func list(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// Every table that shows something; `?1` in the query of exercises is the list of those
  /// that every journal begins with, each between line feeds.
  static let all: [ShownTable] = [
    ShownTable(
      name: "import",
      shown: [
        "id", "format", "target", "imported_at", "covers_from", "covers_to", "added",
        "already_there", "refused",
      ], replaced: ["file_name": "'file ' || id"], withheld: ["mapping"]),
    ShownTable(
      name: "footwear",
      shown: [
        "id", "kind", "drop_mm", "first_day", "start_distance_m", "limit_distance_m",
        "retired_day", "import_id", "is_default",
      ], replaced: ["name": "'shoe ' || id"], withheld: ["model", "note"]),
    ShownTable(
      name: "run",
      shown: [
        "id", "day", "start_time", "utc_offset_min", "distance_m", "duration_s", "rpe",
        "footwear_id", "surface", "ascent_m", "heart_rate_avg", "heart_rate_max", "cadence_spm",
        "form_change", "pain_before", "pain_during", "pain_after", "mood_after", "import_id",
        "descent_m", "steps",
      ], withheld: ["note", "doubt"]),
    ShownTable(
      name: "cross_training",
      shown: [
        "id", "day", "start_time", "utc_offset_min", "duration_s", "distance_m", "rpe",
        "import_id",
      ],
      replaced: [
        "activity": "iif(lower(activity) IN (\(list(activities))), lower(activity), 'other')"
      ], withheld: ["note", "doubt"]),
    ShownTable(
      name: "exercise", shown: ["id", "kind", "import_id"],
      replaced: [
        "name":
          "iif(instr(?1, char(10) || name || char(10)) > 0, name, 'exercise ' || id)"
      ], withheld: ["note"]),
    ShownTable(
      name: "stretch",
      shown: [
        "id", "day", "time", "utc_offset_min", "exercise_id", "sets", "reps", "hold_s",
        "duration_s", "side", "run_id", "import_id",
      ], withheld: ["note"]),
    ShownTable(
      name: "routine", shown: ["id", "import_id"], replaced: ["name": "'routine ' || id"],
      withheld: ["note"]),
    ShownTable(
      name: "routine_step",
      shown: [
        "id", "routine_id", "position", "exercise_id", "sets", "reps", "hold_s", "duration_s",
        "side", "import_id",
      ]),
    ShownTable(
      name: "flare_up", shown: ["id", "onset_day", "end_day", "peak_pain", "import_id"],
      withheld: ["trigger_run_id", "trigger_text", "note"]),
    ShownTable(
      name: "guidance",
      shown: [
        "id", "day", "longest_run_m", "days_off", "until_day", "import_id", "time",
        "utc_offset_min",
      ], replaced: ["advice": "'withheld'"], withheld: ["given_by"]),
    ShownTable(name: "day_mark", shown: ["id", "day", "kind", "import_id"]),
    ShownTable(
      name: "setting", shown: ["id", "name", "value"],
      condition: "name IN (\(list(settings)))"),
    ShownTable(
      name: "check_in",
      shown: [
        "id", "day", "time", "utc_offset_min", "moment", "leg_pain", "back_pain", "reach",
        "side", "numbness", "tingling", "weakness", "saddle_numbness", "bladder_or_bowel",
        "sitting_hours", "sleep_hours", "stress", "mood", "import_id", "weakness_unchanged",
      ],
      // The answer allows for days with medication, so that its copy needs to know them.
      replaced: ["medication": "iif(medication IS NULL, NULL, 'withheld')"], withheld: ["note"]),
    ShownTable(
      name: "activity_source",
      shown: [
        "id", "run_id", "cross_training_id", "import_id", "day", "start_time", "utc_offset_min",
        "start_told", "start_to_minute", "distance_m", "duration_s", "elapsed_s", "rpe",
        "ascent_m", "descent_m", "steps", "heart_rate_avg", "heart_rate_max", "cadence_spm",
        "evidence",
      ], replaced: ["fingerprint": "printf('%032d', id)"],
      withheld: ["service_id", "activity", "shoe", "note", "origin", "doubt"]),
    ShownTable(
      name: "typed_activity",
      shown: [
        "id", "run_id", "cross_training_id", "day", "start_time", "utc_offset_min",
        "distance_m", "duration_s", "is_apart",
      ], replaced: ["fields": "''"], withheld: ["fingerprint", "settled"]),
    ShownTable(
      name: "trial_plan",
      shown: [
        "id", "kind", "footwear_a", "footwear_b", "week_a_m", "week_b_m", "unit", "pairs",
        "analysis", "start_day", "detectable_points",
      ], replaced: ["arm_a": "'arm A'", "arm_b": "'arm B'"]),
    ShownTable(
      name: "trial_pause", shown: ["id", "trial_id", "from_day", "to_day"],
      withheld: ["reason"]),
    ShownTable(name: "trial_answer", shown: ["id", "trial_id", "unit", "done"]),
    ShownTable(name: "trial_arm", shown: ["trial_id", "unit", "arm", "drawn_day", "run_id"]),
    ShownTable(
      name: "trial_look", shown: ["trial_id", "number", "looked_at", "pairs", "mean", "p"]),
    ShownTable(
      name: "trial_end", shown: ["trial_id", "day", "is_complete"],
      withheld: ["reason", "seed"]),
    ShownTable(
      name: "day_cache",
      shown: [
        "day", "state", "rest_is", "runs", "distance_km", "minutes", "load", "ascent_m",
        "descent_m", "steps", "acute_km", "chronic_km", "acute_load", "chronic_load",
        "stretch_minutes", "leg_pain", "leg_pain_moment", "evening_leg_pain",
        "worst_leg_pain", "back_pain", "reach", "next_day_leg_pain", "flare", "sitting_hours",
        "sleep_hours", "weekday", "side", "numbness", "tingling", "weakness", "stress", "mood",
        "pain_before", "pain_during", "pain_after", "cross_training_minutes", "kept_acute_km",
        "kept_chronic_km", "kept_acute_load", "kept_chronic_load",
      ],
      replaced: [
        "footwear": """
        (SELECT group_concat(name, ', ') FROM (
          SELECT DISTINCT 'shoe ' || footwear_id AS name FROM run
          WHERE run.day = day_cache.day AND footwear_id IS NOT NULL ORDER BY 1))
        """
      ], withheld: ["medication"]),
  ]
}
