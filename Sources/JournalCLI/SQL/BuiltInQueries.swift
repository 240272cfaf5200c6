import JournalStore

/// Questions that runners ask, which come with the program.
enum BuiltInQueries {
  /// In alphabetical order of their names.
  static let all = [
    SavedQuery(
      name: "longest-without-pain", description: "the longest runs without leg pain the day after",
      sql: """
        SELECT day, distance_km, next_morning_pain FROM run_response
        WHERE next_morning_pain = 0 ORDER BY distance_km DESC LIMIT 10
        """),
    SavedQuery(
      name: "pain-by-weekday", description: "mean leg pain of each day of the week",
      sql: """
        SELECT substr('SunMonTueWedThuFriSat', 1 + 3 * strftime('%w', day), 3) AS weekday,
          count(leg_pain) AS days, round(avg(leg_pain), 2) AS leg_pain
        FROM day GROUP BY strftime('%w', day) ORDER BY (strftime('%w', day) + 6) % 7
        """),
    SavedQuery(
      name: "shoes-next-morning", description: "leg pain on the mornings after runs, by shoe",
      sql: """
        SELECT footwear, count(next_morning_pain) AS mornings,
          round(avg(next_morning_pain), 2) AS leg_pain
        FROM run_response GROUP BY footwear ORDER BY leg_pain DESC
        """),
  ]
}
