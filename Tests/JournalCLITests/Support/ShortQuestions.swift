/// Questions of runners, in SQL as a newcomer would write it after `nerve schema`.
///
/// None has more than three lines.
enum ShortQuestions {
  static let all: [(question: String, sql: String)] = [
    (
      "How far did I run in the last weeks?",
      "SELECT monday, runs, distance_km FROM week ORDER BY monday DESC LIMIT 4"
    ),
    (
      "On which weekday is my leg worst?",
      "SELECT weekday, avg(leg_pain) FROM day GROUP BY weekday"
    ),
    (
      "How are the mornings after each shoe?",
      "SELECT footwear, count(*), avg(next_morning_pain) FROM run_response GROUP BY footwear"
    ),
    (
      "How far have my shoes run?",
      "SELECT name, distance_km, limit_km FROM footwear_use WHERE retired_day IS NULL"
    ),
    (
      "Which were my longest runs with a good next morning?",
      """
      SELECT day, distance_km, next_morning_pain FROM run_response
      WHERE next_morning_pain <= 1 ORDER BY distance_km DESC LIMIT 5
      """
    ),
    (
      "Does my leg hurt more on stressful days?",
      "SELECT stress, count(*), avg(leg_pain) FROM day WHERE stress IS NOT NULL GROUP BY stress"
    ),
    (
      "And after short nights?",
      """
      SELECT sleep_hours < 6.5 AS short_night, count(*), avg(leg_pain) FROM day
      WHERE sleep_hours IS NOT NULL GROUP BY 1
      """
    ),
    (
      "Are trails kinder to the leg than roads?",
      "SELECT surface, count(*), avg(next_morning_pain) FROM run_response GROUP BY surface"
    ),
    (
      "Am I slower when the morning was bad?",
      """
      SELECT morning_pain, count(*), pace(1000, 60 * avg(pace)) AS pace FROM run_response
      WHERE pace IS NOT NULL AND morning_pain IS NOT NULL GROUP BY morning_pain
      """
    ),
    (
      "What did I do before my flare-ups?",
      "SELECT onset_day, km_before, usual_week_km, sleep_hours_before FROM flare"
    ),
    (
      "How long do my flare-ups last?",
      "SELECT count(*), avg(days), max(days) FROM flare"
    ),
    (
      "Which exercises do I do, and when did I last do them?",
      "SELECT name, days, last_day FROM exercise_use WHERE days > 0 ORDER BY days DESC"
    ),
    (
      "On which days did my leg tingle?",
      "SELECT day, leg_pain, distance_km FROM day WHERE tingling = 1 ORDER BY day DESC LIMIT 5"
    ),
    (
      "Is the pain on the left or on the right?",
      "SELECT side, count(*), min(day), max(day) FROM day WHERE side IS NOT NULL GROUP BY side"
    ),
    (
      "How many mornings without pain did I have each month?",
      """
      SELECT month(day) AS month, sum(leg_pain = 0) AS painless, count(leg_pain) AS rated
      FROM day GROUP BY 1 ORDER BY 1 DESC LIMIT 6
      """
    ),
    (
      "Is my mood better on days with a run?",
      "SELECT state, avg(mood), avg(stress) FROM day WHERE state IS NOT NULL GROUP BY state"
    ),
    (
      "How is the leg after a walk or a swim?",
      """
      SELECT cross_training_minutes IS NOT NULL AS other_sport, count(*), avg(leg_pain),
        avg(next_day_leg_pain) FROM day WHERE state = 'rest' GROUP BY 1
      """
    ),
    (
      "What did I write about hills?",
      "SELECT day, entry, text FROM entry_text WHERE text LIKE '%hill%' ORDER BY day DESC"
    ),
    (
      "How many days ago was my last bad morning?",
      "SELECT max(day), julianday(today()) - julianday(max(day)) AS days_ago FROM day WHERE leg_pain >= 5"
    ),
    (
      "Is distance associated with the next day's pain?",
      "SELECT corr(next_day_leg_pain, distance_km), regr_count(next_day_leg_pain, distance_km) FROM day"
    ),
  ]
}
