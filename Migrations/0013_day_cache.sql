-- Finished days come from a cache, and the days after them from the entries.
-- Triggers, which the program generates from the schema, remove from the cache every
-- day that a change may affect, so that it never contradicts the entries.
DROP VIEW run_response;
DROP VIEW day;
DROP VIEW day_rating;
DROP VIEW rating;

-- Every check-in with the time of day of its ratings. After the start of the day's
-- first run it is later, even if declared otherwise; before that, or before noon on
-- a day without a run, it is morning.
CREATE VIEW rating AS
SELECT
  check_in.id, check_in.day, check_in.time,
  CASE
    WHEN check_in.time IS NULL THEN moment
    WHEN time(check_in.time, (SELECT back FROM day_boundary)) >= (
      SELECT min(time(start_time, (SELECT back FROM day_boundary)))
      FROM run WHERE run.day = check_in.day
    ) THEN 'later'
    WHEN EXISTS (
      SELECT 1 FROM run
      WHERE run.day = check_in.day
        AND time(start_time, (SELECT back FROM day_boundary)) IS NOT NULL
    ) AND NOT EXISTS (
      SELECT 1 FROM run WHERE run.day = check_in.day AND start_time IS NULL
    ) THEN 'morning'
    WHEN moment IS NOT NULL THEN moment
    WHEN NOT EXISTS (SELECT 1 FROM run WHERE run.day = check_in.day)
      THEN iif(
        time(check_in.time, (SELECT back FROM day_boundary))
          < time('12:00', (SELECT back FROM day_boundary)),
        'morning', 'later')
  END AS moment,
  leg_pain, back_pain, reach, side, numbness, tingling, weakness, saddle_numbness,
  bladder_or_bowel, sitting_hours, sleep_hours, stress, mood, medication, note
FROM check_in;

-- Every check-in with its place in the order of preference: the morning's first,
-- then those at an unknown time, then later ones, each by time. The lowest four
-- bits of a place are free for a pain, so that min() finds rating and pain in one
-- pass: bits 57 and up hold the moment, 40 to 56 the time, 4 to 39 the id.
CREATE VIEW rating_order AS
SELECT *,
  ((CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END) << 57)
    + (coalesce(unixepoch(time, (SELECT back FROM day_boundary)) % 86400, 0) << 40)
    + (id << 4) AS place
FROM rating;

-- The finished days, consecutive from the first, as day_tail computed them. Unlike
-- the view day, it keeps the means on unknown days too.
CREATE TABLE day_cache (
  day TEXT PRIMARY KEY,
  state TEXT,
  rest_is TEXT,
  runs INTEGER,
  distance_km REAL,
  minutes REAL,
  load REAL,
  ascent_m REAL,
  descent_m REAL,
  steps INTEGER,
  acute_km REAL,
  chronic_km REAL,
  acute_load REAL,
  chronic_load REAL,
  footwear TEXT,
  stretch_minutes REAL,
  leg_pain INTEGER,
  leg_pain_moment TEXT,
  evening_leg_pain INTEGER,
  worst_leg_pain INTEGER,
  back_pain INTEGER,
  reach INTEGER,
  next_day_leg_pain INTEGER,
  flare INTEGER,
  sitting_hours REAL,
  sleep_hours REAL
) STRICT, WITHOUT ROWID;

-- The days of the first and the last entry; NULL without one. A minimum or maximum
-- on its own comes from the end of an index.
CREATE VIEW day_span AS
SELECT min(day) AS first_day, max(day) AS last_day
FROM (
  SELECT min(day) AS day FROM run UNION ALL SELECT max(day) FROM run
  UNION ALL SELECT min(day) FROM check_in UNION ALL SELECT max(day) FROM check_in
  UNION ALL SELECT min(day) FROM stretch UNION ALL SELECT max(day) FROM stretch
  UNION ALL SELECT min(day) FROM cross_training UNION ALL SELECT max(day) FROM cross_training
  UNION ALL SELECT min(day) FROM day_mark UNION ALL SELECT max(day) FROM day_mark
  UNION ALL SELECT onset_day FROM flare_up UNION ALL SELECT end_day FROM flare_up
  UNION ALL SELECT covers_from FROM import UNION ALL SELECT covers_to FROM import
);

-- The days after the cached ones, or all days without a cache, up to the last entry;
-- NULL is unknown. This view alone decides between a value, a true zero and unknown.
-- A day with a run is a run day. Without one the latest mark counts, then an import
-- of every run, then any other entry; rest_is gives the reason.
CREATE VIEW day_tail AS
WITH RECURSIVE
  span (first_day, last_day) AS MATERIALIZED (
    SELECT coalesce((SELECT date(max(day), '+1 day') FROM day_cache), first_day), last_day
    FROM day_span
  ),
  calendar (day) AS (
    SELECT first_day FROM span WHERE first_day <= last_day
    UNION ALL
    SELECT date(day, '+1 day') FROM calendar, span WHERE day < last_day
  ),
  -- Days on which anything but a run was logged: no run means rest.
  logged (day) AS (
    SELECT day FROM check_in WHERE day >= (SELECT first_day FROM span)
    UNION SELECT day FROM stretch WHERE day >= (SELECT first_day FROM span)
    UNION SELECT day FROM cross_training WHERE day >= (SELECT first_day FROM span)
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
    WHERE day >= (SELECT first_day FROM span)
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
  -- Exponentially weighted means with lambda = 2 / (N + 1), N = 7 and 28 days,
  -- which go on from the last cached day. An unknown day neither adds to a mean
  -- nor lets it fall.
  ewma (number, acute_km, chronic_km, acute_load, chronic_load) AS (
    SELECT 0, seed.acute_km, seed.chronic_km, seed.acute_load, seed.chronic_load
    FROM (SELECT max(day) AS day FROM day_cache) AS last
    LEFT JOIN day_cache AS seed ON seed.day = last.day
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
      WHERE run.day >= (SELECT first_day FROM span)
      ORDER BY run.day, footwear.name
    )
    GROUP BY day
  ),
  stretch_day AS (
    SELECT day, sum(coalesce(duration_s, sets * hold_s)) / 60.0 AS stretch_minutes
    FROM stretch
    WHERE day >= (SELECT first_day FROM span)
    GROUP BY day
  ),
  placed AS MATERIALIZED (
    SELECT day, place, leg_pain, back_pain, reach, sitting_hours, sleep_hours
    FROM rating_order
    WHERE day >= (SELECT first_day FROM span)
  ),
  -- The morning's rating where there is one, else one of an unknown moment, else a
  -- later one; the first of its kind.
  pain AS MATERIALIZED (
    SELECT
      day,
      min(place + leg_pain) & 15 AS leg_pain,
      CASE min(place + leg_pain) >> 57 WHEN 0 THEN 'morning' WHEN 2 THEN 'later' END
        AS leg_pain_moment,
      max(iif(place >> 57 = 2, place + leg_pain, NULL)) & 15 AS evening_leg_pain,
      max(leg_pain) AS worst_leg_pain,
      min(place + back_pain) & 15 AS back_pain,
      max(reach) AS reach,
      max(sitting_hours) AS sitting_hours,
      max(sleep_hours) AS sleep_hours
    FROM placed
    GROUP BY day
  )
SELECT
  dose.day, state, rest_is, runs, distance_km, minutes, dose.load, ascent_m, descent_m, steps,
  acute_km, chronic_km, acute_load, chronic_load,
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

-- One row per calendar day from the first to the last entry; NULL is unknown.
CREATE VIEW day AS
SELECT
  day, state, rest_is, runs, distance_km, minutes, load, ascent_m, descent_m, steps,
  iif(distance_km IS NULL, NULL, acute_km) AS acute_km,
  iif(distance_km IS NULL, NULL, chronic_km) AS chronic_km,
  iif(load IS NULL, NULL, acute_load) AS acute_load,
  iif(load IS NULL, NULL, chronic_load) AS chronic_load,
  footwear, stretch_minutes, leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain,
  back_pain, reach, next_day_leg_pain, flare, sitting_hours, sleep_hours
FROM day_cache
-- Once the last entry is deleted, the journal may end before the cache does.
WHERE day <= (SELECT last_day FROM day_span)
UNION ALL
SELECT
  day, state, rest_is, runs, distance_km, minutes, load, ascent_m, descent_m, steps,
  iif(distance_km IS NULL, NULL, acute_km),
  iif(distance_km IS NULL, NULL, chronic_km),
  iif(load IS NULL, NULL, acute_load),
  iif(load IS NULL, NULL, chronic_load),
  footwear, stretch_minutes, leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain,
  back_pain, reach, next_day_leg_pain, flare, sitting_hours, sleep_hours
FROM day_tail;

-- The ratings of each day with a check-in.
CREATE VIEW day_rating AS
SELECT
  day, leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain, back_pain, reach,
  sitting_hours, sleep_hours
FROM day
WHERE EXISTS (SELECT 1 FROM check_in WHERE check_in.day = day.day);

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

DROP VIEW footwear_use;

-- Every shoe with what it has run; distances are computed, never stored. Each shoe
-- by itself is read off the index on its runs.
CREATE VIEW footwear_use AS
SELECT
  footwear.id AS footwear_id, name, model, kind, first_day, retired_day,
  (SELECT count(*) FROM run WHERE run.footwear_id = footwear.id) AS runs,
  (SELECT count(*) - count(distance_m) FROM run WHERE run.footwear_id = footwear.id)
    AS runs_without_distance,
  (
    coalesce(start_distance_m, 0)
      + (SELECT total(distance_m) FROM run WHERE run.footwear_id = footwear.id)
  ) / 1000.0 AS distance_km,
  limit_distance_m / 1000.0 AS limit_km,
  (SELECT max(day) FROM run WHERE run.footwear_id = footwear.id) AS last_day,
  is_default IS NOT NULL AS is_default
FROM footwear;
