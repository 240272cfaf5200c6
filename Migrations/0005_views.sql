-- Every check-in with the time of day of its ratings. After the start of the day's
-- first run it is later, even if declared otherwise; before that, or before noon on
-- a day without a run, it is morning. A clock time before 04:00 belongs to the
-- night after the day.
CREATE VIEW rating AS
SELECT
  check_in.id, check_in.day, check_in.time,
  CASE
    WHEN check_in.time IS NULL THEN moment
    WHEN time(check_in.time, '-4 hours') >= first_start THEN 'later'
    WHEN first_start IS NOT NULL AND runs = starts THEN 'morning'
    WHEN moment IS NOT NULL THEN moment
    WHEN runs IS NULL
      THEN iif(time(check_in.time, '-4 hours') < '08:00:00', 'morning', 'later')
  END AS moment,
  leg_pain, back_pain, reach, side, numbness, tingling, weakness, sitting_hours, sleep_hours,
  stress, mood, medication, note
FROM check_in
LEFT JOIN (
  SELECT day, count(*) AS runs, count(start_time) AS starts,
    min(time(start_time, '-4 hours')) AS first_start
  FROM run
  GROUP BY day
) AS run_day ON run_day.day = check_in.day;

-- The ratings of each day with a check-in: the first morning rating; if there is
-- none, the first at an unknown time; if there is none, the first later one.
CREATE VIEW day_rating AS
WITH keyed AS (
  -- Ascending keys put the ratings of a day in the order of preference. Their
  -- lowest four bits are free for a pain, so that min() finds rating and pain
  -- in one pass: bits 57 and up hold the moment, 40 to 56 the time, 4 to 39 the id.
  SELECT *,
    ((CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END) << 57)
      + (coalesce(unixepoch(time, '-4 hours') % 86400, 0) << 40)
      + (id << 4) AS key
  FROM rating
)
SELECT
  day,
  min(key + leg_pain) & 15 AS leg_pain,
  CASE min(key + leg_pain) >> 57 WHEN 0 THEN 'morning' WHEN 2 THEN 'later' END
    AS leg_pain_moment,
  max(iif(moment = 'later', key + leg_pain, NULL)) & 15 AS evening_leg_pain,
  max(leg_pain) AS worst_leg_pain,
  min(key + back_pain) & 15 AS back_pain,
  max(reach) AS reach,
  max(sitting_hours) AS sitting_hours,
  max(sleep_hours) AS sleep_hours
FROM keyed
GROUP BY day;

-- One row per calendar day from the first to the last entry; NULL is unknown.
-- This view alone decides between a value, a true zero and unknown.
CREATE VIEW day AS
WITH RECURSIVE
  span (first_day, last_day) AS (
    SELECT min(first_day), max(last_day)
    FROM (
      SELECT min(day) AS first_day, max(day) AS last_day FROM run
      UNION ALL SELECT min(day), max(day) FROM check_in
      UNION ALL SELECT min(day), max(day) FROM stretch
      UNION ALL SELECT min(day), max(day) FROM cross_training
      UNION ALL SELECT min(day), max(day) FROM day_mark
      UNION ALL SELECT min(onset_day), max(coalesce(end_day, onset_day)) FROM flare_up
      UNION ALL SELECT min(covers_from), max(covers_to) FROM import
    )
  ),
  calendar (day) AS (
    SELECT first_day FROM span WHERE first_day IS NOT NULL
    UNION ALL
    SELECT date(day, '+1 day') FROM calendar, span WHERE day < last_day
  ),
  -- Days on which anything but a run was written down: no run means rest.
  logged (day) AS (
    SELECT day FROM check_in
    UNION SELECT day FROM stretch
    UNION SELECT day FROM cross_training
    UNION SELECT onset_day FROM flare_up
    UNION SELECT end_day FROM flare_up WHERE end_day IS NOT NULL
    UNION SELECT day FROM day_mark WHERE kind = 'rest'
  ),
  -- A day with a run that lacks a measure is unknown in that measure.
  run_day AS (
    SELECT
      day, count(*) AS runs,
      iif(count(distance_m) = count(*), sum(distance_m) / 1000.0, NULL) AS distance_km,
      iif(count(duration_s) = count(*), sum(duration_s) / 60.0, NULL) AS minutes,
      iif(count(rpe * duration_s) = count(*), sum(rpe * duration_s) / 60.0, NULL) AS load,
      iif(count(ascent_m) = count(*), sum(ascent_m), NULL) AS ascent_m
    FROM run
    GROUP BY day
  ),
  stated AS (
    SELECT
      row_number() OVER (ORDER BY calendar.day) AS number,
      calendar.day,
      CASE
        WHEN runs IS NOT NULL THEN 'run'
        WHEN day_mark.kind = 'not_tracked' THEN NULL
        WHEN logged.day IS NOT NULL THEN 'rest'
        WHEN EXISTS (
          SELECT 1 FROM import WHERE calendar.day BETWEEN covers_from AND covers_to
        ) THEN 'rest'
      END AS state,
      runs, distance_km, minutes, load, ascent_m
    FROM calendar
    LEFT JOIN run_day ON run_day.day = calendar.day
    LEFT JOIN logged ON logged.day = calendar.day
    LEFT JOIN day_mark ON day_mark.day = calendar.day
  ),
  dose AS MATERIALIZED (
    SELECT
      number, day, state,
      iif(state = 'rest', 0, runs) AS runs,
      iif(state = 'rest', 0.0, distance_km) AS distance_km,
      iif(state = 'rest', 0.0, minutes) AS minutes,
      iif(state = 'rest', 0.0, load) AS load,
      iif(state = 'rest', 0.0, ascent_m) AS ascent_m
    FROM stated
  ),
  -- Exponentially weighted means with lambda = 2 / (N + 1), N = 7 and 28 days.
  -- An unknown day neither adds to a mean nor lets it fall.
  ewma AS (
    SELECT
      number, distance_km AS acute_km, distance_km AS chronic_km,
      load AS acute_load, load AS chronic_load
    FROM dose
    WHERE number = 1
    UNION ALL
    SELECT
      dose.number,
      coalesce(0.75 * acute_km + 0.25 * distance_km, distance_km, acute_km),
      coalesce((27 * chronic_km + 2 * distance_km) / 29, distance_km, chronic_km),
      coalesce(0.75 * acute_load + 0.25 * load, load, acute_load),
      coalesce((27 * chronic_load + 2 * load) / 29, load, chronic_load)
    FROM ewma
    JOIN dose ON dose.number = ewma.number + 1
  ),
  shoe_day AS (
    SELECT day, group_concat(name, ', ') AS footwear
    FROM (
      SELECT DISTINCT run.day, footwear.name
      FROM run
      JOIN footwear ON footwear.id = run.footwear_id
      ORDER BY run.day, footwear.name
    )
    GROUP BY day
  ),
  stretch_day AS (
    SELECT day, sum(coalesce(duration_s, sets * hold_s)) / 60.0 AS stretch_minutes
    FROM stretch
    GROUP BY day
  ),
  pain AS MATERIALIZED (SELECT * FROM day_rating)
SELECT
  dose.day, state, runs, distance_km, minutes, dose.load, ascent_m,
  iif(distance_km IS NULL, NULL, acute_km) AS acute_km,
  iif(distance_km IS NULL, NULL, chronic_km) AS chronic_km,
  iif(dose.load IS NULL, NULL, acute_load) AS acute_load,
  iif(dose.load IS NULL, NULL, chronic_load) AS chronic_load,
  footwear, stretch_minutes,
  today.leg_pain, today.leg_pain_moment, today.evening_leg_pain, today.worst_leg_pain,
  today.back_pain, today.reach,
  tomorrow.leg_pain AS next_day_leg_pain,
  EXISTS (
    SELECT 1 FROM flare_up
    WHERE onset_day <= dose.day AND coalesce(end_day, '9999-12-31') >= dose.day
  ) AS flare,
  today.sitting_hours, today.sleep_hours
FROM dose
JOIN ewma ON ewma.number = dose.number
LEFT JOIN shoe_day ON shoe_day.day = dose.day
LEFT JOIN stretch_day ON stretch_day.day = dose.day
LEFT JOIN pain AS today ON today.day = dose.day
LEFT JOIN pain AS tomorrow ON tomorrow.day = date(dose.day, '+1 day')
-- Keeps SQLite from planning an outer ORDER BY or GROUP BY into this query, which
-- would lose the joins' indexes: 1.6 s instead of 0.1 s over 20 years.
LIMIT -1 OFFSET 0;

-- Sums over the known days of each week, which starts on Monday; NULL for a
-- measure missing from all its runs.
CREATE VIEW week AS
SELECT
  date(day, 'weekday 0', '-6 days') AS monday,
  count(*) AS days, count(state) AS known_days,
  sum(runs) AS runs,
  iif(sum(runs) > 0 AND max(iif(state = 'run', distance_km, NULL)) IS NULL, NULL, sum(distance_km)) AS distance_km,
  iif(sum(runs) > 0 AND max(iif(state = 'run', minutes, NULL)) IS NULL, NULL, sum(minutes)) AS minutes,
  iif(sum(runs) > 0 AND max(iif(state = 'run', load, NULL)) IS NULL, NULL, sum(load)) AS load,
  max(distance_km) AS longest_day_km,
  count(leg_pain) AS pain_days, avg(leg_pain) AS mean_leg_pain,
  max(worst_leg_pain) AS worst_leg_pain, max(reach) AS reach,
  sum(flare) AS flare_days, sum(stretch_minutes) AS stretch_minutes
FROM day
GROUP BY monday;

-- Sums over the known days of each calendar month, as in the view week.
CREATE VIEW month AS
SELECT
  substr(day, 1, 7) AS month,
  count(*) AS days, count(state) AS known_days,
  sum(runs) AS runs,
  iif(sum(runs) > 0 AND max(iif(state = 'run', distance_km, NULL)) IS NULL, NULL, sum(distance_km)) AS distance_km,
  iif(sum(runs) > 0 AND max(iif(state = 'run', minutes, NULL)) IS NULL, NULL, sum(minutes)) AS minutes,
  iif(sum(runs) > 0 AND max(iif(state = 'run', load, NULL)) IS NULL, NULL, sum(load)) AS load,
  max(distance_km) AS longest_day_km,
  count(leg_pain) AS pain_days, avg(leg_pain) AS mean_leg_pain,
  max(worst_leg_pain) AS worst_leg_pain, max(reach) AS reach,
  sum(flare) AS flare_days, sum(stretch_minutes) AS stretch_minutes
FROM day
GROUP BY month;

-- Every shoe with its distance, which is computed, never stored.
CREATE VIEW footwear_use AS
SELECT
  footwear.id AS footwear_id, name, model, kind, first_day, retired_day,
  count(run.id) AS runs,
  count(run.id) - count(run.distance_m) AS runs_without_distance,
  (coalesce(start_distance_m, 0) + total(run.distance_m)) / 1000.0 AS distance_km,
  limit_distance_m / 1000.0 AS limit_km,
  max(run.day) AS last_day
FROM footwear
LEFT JOIN run ON run.footwear_id = footwear.id
GROUP BY footwear.id;

-- Each run with the leg pain around it. The ratings on the next morning and two days
-- later were made before that day's run, or at an unknown time.
CREATE VIEW run_response AS
WITH pain AS MATERIALIZED (SELECT * FROM day_rating)
SELECT
  run.id AS run_id, run.day, run.start_time,
  run.distance_m / 1000.0 AS distance_km, run.duration_s / 60.0 AS minutes, run.rpe,
  footwear.name AS footwear,
  iif(today.leg_pain_moment = 'later', NULL, today.leg_pain) AS morning_pain,
  pain_before, pain_during, pain_after,
  today.evening_leg_pain AS evening_pain,
  iif(next_day.leg_pain_moment = 'later', NULL, next_day.leg_pain) AS next_morning_pain,
  iif(second_day.leg_pain_moment = 'later', NULL, second_day.leg_pain) AS pain_48_h_later
FROM run
LEFT JOIN footwear ON footwear.id = run.footwear_id
LEFT JOIN pain AS today ON today.day = run.day
LEFT JOIN pain AS next_day ON next_day.day = date(run.day, '+1 day')
LEFT JOIN pain AS second_day ON second_day.day = date(run.day, '+2 days')
LIMIT -1 OFFSET 0;
