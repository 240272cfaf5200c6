-- Descent and steps from watches, as future loads; and the reason for a rest day.
ALTER TABLE run ADD COLUMN descent_m REAL CHECK (descent_m BETWEEN 0 AND 100000);
ALTER TABLE run ADD COLUMN steps INTEGER CHECK (steps BETWEEN 1 AND 1000000);

DROP VIEW day;

-- One row per calendar day from the first to the last entry; NULL is unknown. This
-- view alone decides between a value, a true zero and unknown. A day with a run is a
-- run day. Without one the latest mark counts, then an import of every run, then any
-- other entry; rest_is gives the reason.
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
  -- Days on which anything but a run was logged: no run means rest.
  logged (day) AS (
    SELECT day FROM check_in
    UNION SELECT day FROM stretch
    UNION SELECT day FROM cross_training
    UNION SELECT onset_day FROM flare_up
    UNION SELECT end_day FROM flare_up WHERE end_day IS NOT NULL
  ),
  -- A day with a run that lacks a measure is unknown in that measure.
  run_day AS (
    SELECT
      day, count(*) AS runs,
      iif(count(distance_m) = count(*), sum(distance_m) / 1000.0, NULL) AS distance_km,
      iif(count(duration_s) = count(*), sum(duration_s) / 60.0, NULL) AS minutes,
      iif(count(rpe * duration_s) = count(*), sum(rpe * duration_s) / 60.0, NULL) AS load,
      iif(count(ascent_m) = count(*), sum(ascent_m), NULL) AS ascent_m,
      iif(count(descent_m) = count(*), sum(descent_m), NULL) AS descent_m,
      iif(count(steps) = count(*), sum(steps), NULL) AS steps
    FROM run
    GROUP BY day
  ),
  stated AS (
    SELECT
      row_number() OVER (ORDER BY calendar.day) AS number,
      calendar.day,
      CASE
        WHEN runs IS NOT NULL OR day_mark.kind = 'not_tracked' THEN NULL
        WHEN day_mark.kind = 'rest' THEN 'said'
        WHEN EXISTS (
          SELECT 1 FROM import WHERE calendar.day BETWEEN covers_from AND covers_to
        ) THEN 'covered'
        WHEN logged.day IS NOT NULL THEN 'implied'
      END AS rest_is,
      runs, distance_km, minutes, load, ascent_m, descent_m, steps
    FROM calendar
    LEFT JOIN run_day ON run_day.day = calendar.day
    LEFT JOIN logged ON logged.day = calendar.day
    LEFT JOIN day_mark ON day_mark.day = calendar.day
  ),
  dose AS MATERIALIZED (
    SELECT
      number, day, rest_is,
      CASE WHEN rest_is IS NOT NULL THEN 'rest' WHEN runs IS NOT NULL THEN 'run' END AS state,
      iif(rest_is IS NULL, runs, 0) AS runs,
      iif(rest_is IS NULL, distance_km, 0.0) AS distance_km,
      iif(rest_is IS NULL, minutes, 0.0) AS minutes,
      iif(rest_is IS NULL, load, 0.0) AS load,
      iif(rest_is IS NULL, ascent_m, 0.0) AS ascent_m,
      iif(rest_is IS NULL, descent_m, 0.0) AS descent_m,
      iif(rest_is IS NULL, steps, 0) AS steps
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
  dose.day, state, rest_is, runs, distance_km, minutes, dose.load, ascent_m, descent_m, steps,
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
