/// A query that comes with the program.
public struct BuiltInQuery: Sendable {
  /// A short name in lower-case letters and hyphens, the same as its file's.
  public let name: String

  /// The question it answers, in one sentence.
  public let question: String

  /// How to read the result honestly: what it cannot show.
  public let reading: String

  /// One SELECT statement, without the comment at the top of the file.
  public let sql: String

  /// Parses a file: the question in the first line, an empty comment, the
  /// reading, and the statement.
  init(_ name: String, _ file: [UInt8]) {
    let lines = String(decoding: file, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let comment = lines.prefix { $0.hasPrefix("--") }
    self.name = name
    question = String(comment[0].dropFirst(3))
    reading = comment.dropFirst(2).map { $0.dropFirst(3) }.joined(separator: " ")
    sql = lines.dropFirst(comment.count).joined(separator: "\n")
  }
}

/// All queries, in gallery order.
///
/// The build embeds the files listed in `Package.swift`; a test compares this
/// list with the folder.
public let builtInQueries: [BuiltInQuery] = [
  BuiltInQuery("shoes-before-bad-mornings", PackageResources.shoes_before_bad_mornings_sql),
  BuiltInQuery("age-of-shoes", PackageResources.age_of_shoes_sql),
  BuiltInQuery("stretching-the-day-before", PackageResources.stretching_the_day_before_sql),
  BuiltInQuery("exercises-and-next-morning", PackageResources.exercises_and_next_morning_sql),
  BuiltInQuery(
    "longest-run-without-next-day-pain",
    PackageResources.longest_run_without_next_day_pain_sql),
  BuiltInQuery("distance-bands", PackageResources.distance_bands_sql),
  BuiltInQuery("effort-and-next-morning", PackageResources.effort_and_next_morning_sql),
  BuiltInQuery("surface-and-next-morning", PackageResources.surface_and_next_morning_sql),
  BuiltInQuery("time-of-day", PackageResources.time_of_day_sql),
  BuiltInQuery("days-since-last-run", PackageResources.days_since_last_run_sql),
  BuiltInQuery("runs-on-days-in-a-row", PackageResources.runs_on_days_in_a_row_sql),
  BuiltInQuery("evening-after-a-run", PackageResources.evening_after_a_run_sql),
  BuiltInQuery("gentler-days", PackageResources.gentler_days_sql),
  BuiltInQuery("lag-profile", PackageResources.lag_profile_sql),
  BuiltInQuery("correlation-by-month", PackageResources.correlation_by_month_sql),
  BuiltInQuery("pain-by-weekday", PackageResources.pain_by_weekday_sql),
  BuiltInQuery("sitting-hours", PackageResources.sitting_hours_sql),
  BuiltInQuery("sleep-and-pain", PackageResources.sleep_and_pain_sql),
  BuiltInQuery("rolling-pain", PackageResources.rolling_pain_sql),
  BuiltInQuery("worst-weeks", PackageResources.worst_weeks_sql),
  BuiltInQuery("unusual-mornings", PackageResources.unusual_mornings_sql),
  BuiltInQuery("flare-lead-up", PackageResources.flare_lead_up_sql),
  BuiltInQuery("flare-ups-and-recovery", PackageResources.flare_ups_and_recovery_sql),
  BuiltInQuery("how-far-pain-reaches", PackageResources.how_far_pain_reaches_sql),
  BuiltInQuery("pace-by-month", PackageResources.pace_by_month_sql),
  BuiltInQuery("stress-and-pain", PackageResources.stress_and_pain_sql),
  BuiltInQuery("mood-and-running", PackageResources.mood_and_running_sql),
  BuiltInQuery("pain-around-a-run", PackageResources.pain_around_a_run_sql),
  BuiltInQuery("runs-that-eased-the-leg", PackageResources.runs_that_eased_the_leg_sql),
  BuiltInQuery("hills-and-next-morning", PackageResources.hills_and_next_morning_sql),
  BuiltInQuery("pace-and-next-morning", PackageResources.pace_and_next_morning_sql),
  BuiltInQuery("numbness-and-tingling", PackageResources.numbness_and_tingling_sql),
  BuiltInQuery("left-or-right", PackageResources.left_or_right_sql),
  BuiltInQuery("medication-days", PackageResources.medication_days_sql),
  BuiltInQuery("load-and-its-rise", PackageResources.load_and_its_rise_sql),
  BuiltInQuery("weekly-distance", PackageResources.weekly_distance_sql),
  BuiltInQuery("exercises-kept-up", PackageResources.exercises_kept_up_sql),
  BuiltInQuery("cross-training-by-month", PackageResources.cross_training_by_month_sql),
  BuiltInQuery("days-without-pain", PackageResources.days_without_pain_sql),
  BuiltInQuery("gaps-in-the-diary", PackageResources.gaps_in_the_diary_sql),
]
