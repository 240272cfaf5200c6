-- Computed columns of the views have a type, so that a number given as text, as web
-- pages and other programs do, is compared as a number. The views also tell more of
-- what runners ask.
DROP VIEW trial_unit;
DROP VIEW trial;
DROP VIEW trial_run;
DROP VIEW footwear_use;
DROP VIEW run_response;
DROP VIEW day_rating;
DROP VIEW month;
DROP VIEW week;
DROP VIEW day;
DROP VIEW day_tail;
DROP VIEW rating_order;
DROP VIEW rating;
DROP VIEW entry_text;
DROP VIEW day_boundary;
DROP TABLE day_cache;

-- Always empty. Each view with computed columns begins with a SELECT from it, which
-- declares their types: SQLite knows no other way to declare those of a view.
CREATE TABLE column_type (
  whole INTEGER,
  number REAL,
  words TEXT,
  -- Names are the same whatever their case.
  title TEXT COLLATE NOCASE,
  CONSTRAINT column_type_is_empty CHECK (false)
) STRICT;

-- What each table, view and column means, for people who open the file in other
-- programs. Position 0 is the table or view itself.
CREATE TABLE dictionary (
  relation TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT,
  unit TEXT,
  meaning TEXT NOT NULL,
  PRIMARY KEY (relation, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW day_boundary AS
SELECT
  words AS back
FROM column_type
UNION ALL
SELECT
  CAST(
    '-' || coalesce((SELECT value FROM setting WHERE name = 'day_boundary'), '04:00') AS TEXT
  ) AS back;

-- All free text, for the full-text search. The id needs one number for all tables.
CREATE VIEW entry_text AS
SELECT
  whole AS id, words AS entry, whole AS entry_id, words AS day, words AS text
FROM column_type
UNION ALL
SELECT
  CAST((id << 4) + 0 AS INTEGER) AS id, CAST('run' AS TEXT) AS entry, id AS entry_id, day AS day,
  note AS text
FROM run WHERE note IS NOT NULL
UNION ALL
SELECT
  CAST((id << 4) + 1 AS INTEGER), CAST('check_in' AS TEXT), id, day,
  CAST(coalesce(note || char(10) || medication, note, medication) AS TEXT)
FROM check_in WHERE note IS NOT NULL OR medication IS NOT NULL
UNION ALL
SELECT CAST((id << 4) + 2 AS INTEGER), CAST('stretch' AS TEXT), id, day, note
FROM stretch WHERE note IS NOT NULL
UNION ALL
SELECT
  CAST((id << 4) + 3 AS INTEGER), CAST('flare_up' AS TEXT), id, onset_day,
  CAST(coalesce(trigger_text || char(10) || note, trigger_text, note) AS TEXT)
FROM flare_up WHERE trigger_text IS NOT NULL OR note IS NOT NULL
UNION ALL
SELECT CAST((id << 4) + 4 AS INTEGER), CAST('cross_training' AS TEXT), id, day, note
FROM cross_training WHERE note IS NOT NULL
UNION ALL
SELECT CAST((id << 4) + 5 AS INTEGER), CAST('guidance' AS TEXT), id, day, advice
FROM guidance WHERE advice IS NOT NULL
UNION ALL
SELECT CAST((id << 4) + 6 AS INTEGER), CAST('footwear' AS TEXT), id, first_day, note
FROM footwear WHERE note IS NOT NULL
UNION ALL
SELECT CAST((id << 4) + 7 AS INTEGER), CAST('exercise' AS TEXT), id, CAST(NULL AS TEXT), note
FROM exercise WHERE note IS NOT NULL;

-- Every check-in with the time of day of its ratings. After the start of the day's
-- first run it is later, even if declared otherwise; before that, or before noon on
-- a day without a run, it is morning.
--
-- With it its place in the order of preference: the morning's first, then those at an
-- unknown time, then later ones, each by time. The lowest four bits of a place are free
-- for a pain, so that min() finds rating and pain in one pass: bits 57 and up hold the
-- moment, 40 to 56 the time, 4 to 39 the id.
CREATE VIEW rating_order AS
SELECT *,
  ((CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END) << 57)
    + (coalesce(strftime('%s', time, (SELECT back FROM day_boundary)) % 86400, 0) << 40)
    + (id << 4) AS place
FROM (
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
  FROM check_in
);

CREATE VIEW rating AS
SELECT
  whole AS id, words AS day, words AS time, words AS moment, whole AS leg_pain,
  whole AS back_pain, whole AS reach, words AS side, whole AS numbness, whole AS tingling,
  whole AS weakness, whole AS saddle_numbness, whole AS bladder_or_bowel,
  number AS sitting_hours, number AS sleep_hours, whole AS stress, whole AS mood,
  words AS medication, words AS note
FROM column_type
UNION ALL
SELECT
  id, day, time, CAST(moment AS TEXT) AS moment,
  leg_pain, back_pain, reach, side, numbness, tingling, weakness, saddle_numbness,
  bladder_or_bowel, sitting_hours, sleep_hours, stress, mood, medication, note
FROM rating_order;

-- The finished days, consecutive from the first, as day_tail computed them. The last
-- columns keep the means on unknown days too, from which the next days go on.
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
  sleep_hours REAL,
  weekday INTEGER,
  side TEXT,
  numbness INTEGER,
  tingling INTEGER,
  weakness INTEGER,
  stress INTEGER,
  mood INTEGER,
  medication TEXT,
  pain_before INTEGER,
  pain_during INTEGER,
  pain_after INTEGER,
  cross_training_minutes REAL,
  kept_acute_km REAL,
  kept_chronic_km REAL,
  kept_acute_load REAL,
  kept_chronic_load REAL
) STRICT, WITHOUT ROWID;

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
  -- Each run with its place in the order of the day, as in rating_order.
  placed_run AS (
    SELECT
      day, distance_m, duration_s, rpe, ascent_m, descent_m, steps, pain_before, pain_during,
      pain_after,
      (coalesce(strftime('%s', start_time, (SELECT back FROM day_boundary)) % 86400, 0) << 40)
        + (id << 4) AS place
    FROM run
    WHERE day >= (SELECT first_day FROM span)
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
      iif(count(steps) = count(*), sum(steps), NULL) AS steps,
      min(place + pain_before) & 15 AS pain_before, max(pain_during) AS pain_during,
      max(place + pain_after) & 15 AS pain_after
    FROM placed_run
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
      runs, distance_km, minutes, load, ascent_m, descent_m, steps,
      pain_before, pain_during, pain_after
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
      iif(rest_is IS NULL, steps, 0) AS steps,
      pain_before, pain_during, pain_after
    FROM stated
  ),
  -- Exponentially weighted means with lambda = 2 / (N + 1), N = 7 and 28 days,
  -- which go on from the last cached day. An unknown day neither adds to a mean
  -- nor lets it fall.
  ewma (number, acute_km, chronic_km, acute_load, chronic_load) AS (
    SELECT
      0, seed.kept_acute_km, seed.kept_chronic_km, seed.kept_acute_load, seed.kept_chronic_load
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
  cross_day AS (
    SELECT
      day,
      iif(count(duration_s) = count(*), sum(duration_s) / 60.0, NULL) AS cross_training_minutes
    FROM cross_training
    WHERE day >= (SELECT first_day FROM span)
    GROUP BY day
  ),
  placed AS MATERIALIZED (
    SELECT
      day, place, leg_pain, back_pain, reach, sitting_hours, sleep_hours, side, numbness,
      tingling, weakness, stress, mood, medication
    FROM rating_order
    WHERE day >= (SELECT first_day FROM span)
  ),
  medication_day AS (
    SELECT day, group_concat(medication, '; ') AS medication
    FROM (
      SELECT day, medication
      FROM placed
      WHERE medication IS NOT NULL
      GROUP BY day, medication
      ORDER BY day, min(place)
    )
    GROUP BY day
  ),
  -- The morning's rating where there is one, else one of an unknown moment, else a
  -- later one; the first of its kind. Stress and mood are the day's last.
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
      max(sleep_hours) AS sleep_hours,
      iif(min(side) = max(side), min(side), iif(min(side) IS NULL, NULL, 'both')) AS side,
      max(numbness) AS numbness, max(tingling) AS tingling, max(weakness) AS weakness,
      max(place + stress) & 15 AS stress, max(place + mood) & 15 AS mood
    FROM placed
    GROUP BY day
  )
SELECT
  dose.day, state, rest_is, runs, distance_km, minutes, load, ascent_m, descent_m, steps,
  iif(distance_km IS NULL, NULL, acute_km) AS acute_km,
  iif(distance_km IS NULL, NULL, chronic_km) AS chronic_km,
  iif(load IS NULL, NULL, acute_load) AS acute_load,
  iif(load IS NULL, NULL, chronic_load) AS chronic_load,
  footwear, stretch_minutes,
  today.leg_pain, today.leg_pain_moment, today.evening_leg_pain, today.worst_leg_pain,
  today.back_pain, today.reach,
  tomorrow.leg_pain AS next_day_leg_pain,
  EXISTS (
    SELECT 1 FROM flare_up
    WHERE onset_day <= dose.day AND coalesce(end_day, '9999-12-31') >= dose.day
  ) AS flare,
  today.sitting_hours, today.sleep_hours,
  (strftime('%w', dose.day) + 6) % 7 + 1 AS weekday,
  today.side, today.numbness, today.tingling, today.weakness, today.stress, today.mood,
  medication, pain_before, pain_during, pain_after, cross_training_minutes,
  acute_km AS kept_acute_km, chronic_km AS kept_chronic_km,
  acute_load AS kept_acute_load, chronic_load AS kept_chronic_load
FROM dose
JOIN ewma ON ewma.number = dose.number
LEFT JOIN shoe_day ON shoe_day.day = dose.day
LEFT JOIN stretch_day ON stretch_day.day = dose.day
LEFT JOIN cross_day ON cross_day.day = dose.day
LEFT JOIN medication_day ON medication_day.day = dose.day
LEFT JOIN pain AS today ON today.day = dose.day
LEFT JOIN pain AS tomorrow ON tomorrow.day = date(dose.day, '+1 day')
-- Keeps SQLite from planning an outer ORDER BY or GROUP BY into this query, which
-- would lose the joins' indexes: 1.6 s instead of 0.1 s over 20 years.
LIMIT -1 OFFSET 0;

-- One row per calendar day from the first to the last entry; NULL is unknown.
CREATE VIEW day AS
SELECT
  day, state, rest_is, runs, distance_km, minutes, load, ascent_m, descent_m, steps,
  acute_km, chronic_km, acute_load, chronic_load,
  footwear, stretch_minutes, leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain,
  back_pain, reach, next_day_leg_pain, flare, sitting_hours, sleep_hours, weekday, side,
  numbness, tingling, weakness, stress, mood, medication, pain_before, pain_during, pain_after,
  cross_training_minutes
FROM day_cache
-- Once the last entry is deleted, the journal may end before the cache does.
WHERE day <= (SELECT last_day FROM day_span)
UNION ALL
SELECT
  CAST(day AS TEXT), CAST(state AS TEXT), CAST(rest_is AS TEXT), CAST(runs AS INTEGER),
  CAST(distance_km AS REAL), CAST(minutes AS REAL), CAST(load AS REAL), CAST(ascent_m AS REAL),
  CAST(descent_m AS REAL), CAST(steps AS INTEGER),
  CAST(acute_km AS REAL), CAST(chronic_km AS REAL), CAST(acute_load AS REAL),
  CAST(chronic_load AS REAL),
  CAST(footwear AS TEXT), CAST(stretch_minutes AS REAL), CAST(leg_pain AS INTEGER),
  CAST(leg_pain_moment AS TEXT), CAST(evening_leg_pain AS INTEGER),
  CAST(worst_leg_pain AS INTEGER), CAST(back_pain AS INTEGER), CAST(reach AS INTEGER),
  CAST(next_day_leg_pain AS INTEGER), CAST(flare AS INTEGER), CAST(sitting_hours AS REAL),
  CAST(sleep_hours AS REAL), CAST(weekday AS INTEGER), CAST(side AS TEXT),
  CAST(numbness AS INTEGER), CAST(tingling AS INTEGER), CAST(weakness AS INTEGER),
  CAST(stress AS INTEGER), CAST(mood AS INTEGER), CAST(medication AS TEXT),
  CAST(pain_before AS INTEGER), CAST(pain_during AS INTEGER), CAST(pain_after AS INTEGER),
  CAST(cross_training_minutes AS REAL)
FROM day_tail;

-- The weeks, from Monday to Sunday.
CREATE VIEW week AS
SELECT
  words AS monday, whole AS days, whole AS known_days, whole AS runs, number AS distance_km,
  number AS minutes, number AS load, number AS longest_day_km, whole AS pain_days,
  number AS mean_leg_pain, whole AS worst_leg_pain, whole AS reach, whole AS flare_days,
  number AS stretch_minutes
FROM column_type
UNION ALL
SELECT
  CAST(date(day, 'weekday 0', '-6 days') AS TEXT) AS monday,
  CAST(count(*) AS INTEGER) AS days, CAST(count(state) AS INTEGER) AS known_days,
  CAST(sum(runs) AS INTEGER) AS runs,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', distance_km, NULL)) IS NULL, NULL,
    sum(distance_km)) AS REAL) AS distance_km,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', minutes, NULL)) IS NULL, NULL,
    sum(minutes)) AS REAL) AS minutes,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', load, NULL)) IS NULL, NULL,
    sum(load)) AS REAL) AS load,
  CAST(max(distance_km) AS REAL) AS longest_day_km,
  CAST(count(leg_pain) AS INTEGER) AS pain_days, CAST(avg(leg_pain) AS REAL) AS mean_leg_pain,
  CAST(max(worst_leg_pain) AS INTEGER) AS worst_leg_pain, CAST(max(reach) AS INTEGER) AS reach,
  CAST(sum(flare) AS INTEGER) AS flare_days,
  CAST(sum(stretch_minutes) AS REAL) AS stretch_minutes
FROM day
GROUP BY date(day, 'weekday 0', '-6 days');

CREATE VIEW month AS
SELECT
  words AS month, whole AS days, whole AS known_days, whole AS runs, number AS distance_km,
  number AS minutes, number AS load, number AS longest_day_km, whole AS pain_days,
  number AS mean_leg_pain, whole AS worst_leg_pain, whole AS reach, whole AS flare_days,
  number AS stretch_minutes
FROM column_type
UNION ALL
SELECT
  CAST(substr(day, 1, 7) AS TEXT) AS month,
  CAST(count(*) AS INTEGER) AS days, CAST(count(state) AS INTEGER) AS known_days,
  CAST(sum(runs) AS INTEGER) AS runs,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', distance_km, NULL)) IS NULL, NULL,
    sum(distance_km)) AS REAL) AS distance_km,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', minutes, NULL)) IS NULL, NULL,
    sum(minutes)) AS REAL) AS minutes,
  CAST(iif(sum(runs) > 0 AND max(iif(state = 'run', load, NULL)) IS NULL, NULL,
    sum(load)) AS REAL) AS load,
  CAST(max(distance_km) AS REAL) AS longest_day_km,
  CAST(count(leg_pain) AS INTEGER) AS pain_days, CAST(avg(leg_pain) AS REAL) AS mean_leg_pain,
  CAST(max(worst_leg_pain) AS INTEGER) AS worst_leg_pain, CAST(max(reach) AS INTEGER) AS reach,
  CAST(sum(flare) AS INTEGER) AS flare_days,
  CAST(sum(stretch_minutes) AS REAL) AS stretch_minutes
FROM day
GROUP BY substr(day, 1, 7);

-- The ratings of each day with a check-in.
CREATE VIEW day_rating AS
SELECT
  words AS day, whole AS leg_pain, words AS leg_pain_moment, whole AS evening_leg_pain,
  whole AS worst_leg_pain, whole AS back_pain, whole AS reach, number AS sitting_hours,
  number AS sleep_hours, words AS side, whole AS numbness, whole AS tingling,
  whole AS weakness, whole AS stress, whole AS mood, words AS medication
FROM column_type
UNION ALL
SELECT
  day, leg_pain, leg_pain_moment, evening_leg_pain, worst_leg_pain, back_pain, reach,
  sitting_hours, sleep_hours, side, numbness, tingling, weakness, stress, mood, medication
FROM day
WHERE EXISTS (SELECT 1 FROM check_in WHERE check_in.day = day.day);

-- Each run with the leg pain around it. The ratings on the next morning and two days
-- later were made before that day's run, or at an unknown time.
CREATE VIEW run_response AS
WITH
  pain AS MATERIALIZED (
    SELECT day, leg_pain, leg_pain_moment, evening_leg_pain FROM day_rating
  )
SELECT
  whole AS run_id, words AS day, words AS start_time, number AS distance_km, number AS minutes,
  number AS rpe, title AS footwear, whole AS morning_pain, whole AS pain_before,
  whole AS pain_during, whole AS pain_after, whole AS evening_pain, whole AS next_morning_pain,
  whole AS pain_48_h_later, number AS load, number AS pace, words AS surface,
  number AS ascent_m, number AS descent_m, whole AS heart_rate_avg, number AS cadence_spm,
  words AS form_change, whole AS mood_after
FROM column_type
UNION ALL
SELECT * FROM (
  SELECT
    run.id AS run_id, run.day, run.start_time,
    CAST(run.distance_m / 1000.0 AS REAL) AS distance_km,
    CAST(run.duration_s / 60.0 AS REAL) AS minutes, run.rpe, footwear.name AS footwear,
    CAST(iif(today.leg_pain_moment = 'later', NULL, today.leg_pain) AS INTEGER) AS morning_pain,
    pain_before, pain_during, pain_after,
    today.evening_leg_pain AS evening_pain,
    CAST(iif(next_day.leg_pain_moment = 'later', NULL, next_day.leg_pain) AS INTEGER)
      AS next_morning_pain,
    CAST(iif(second_day.leg_pain_moment = 'later', NULL, second_day.leg_pain) AS INTEGER)
      AS pain_48_h_later,
    CAST(run.rpe * run.duration_s / 60.0 AS REAL) AS load,
    CAST(run.duration_s / 60.0 / (run.distance_m / 1000.0) AS REAL) AS pace,
    run.surface, run.ascent_m, run.descent_m, run.heart_rate_avg, run.cadence_spm, run.form_change,
    run.mood_after
  FROM run
  LEFT JOIN footwear ON footwear.id = run.footwear_id
  LEFT JOIN pain AS today ON today.day = run.day
  LEFT JOIN pain AS next_day ON next_day.day = date(run.day, '+1 day')
  LEFT JOIN pain AS second_day ON second_day.day = date(run.day, '+2 days')
  LIMIT -1 OFFSET 0
);

-- Each flare-up with the seven days before its onset, and the four weeks before
-- those for comparison.
CREATE VIEW flare AS
WITH
  known AS MATERIALIZED (
    SELECT
      day, state, runs, distance_km, minutes, load, stretch_minutes, leg_pain, worst_leg_pain,
      sleep_hours, sitting_hours, stress
    FROM day
    WHERE day >= (SELECT date(min(onset_day), '-35 days') FROM flare_up)
  ),
  span AS MATERIALIZED (
    SELECT
      id, date(onset_day, '-7 days') AS week_start, date(onset_day, '-1 day') AS week_end,
      date(onset_day, '-35 days') AS usual_start, date(onset_day, '-8 days') AS usual_end
    FROM flare_up
  ),
  before AS MATERIALIZED (
    SELECT
      id, count(state) AS known_days, sum(runs) AS runs, sum(distance_km) AS km,
      sum(minutes) AS minutes, sum(load) AS load, max(distance_km) AS longest_km,
      sum(stretch_minutes) AS stretch_minutes, avg(leg_pain) AS leg_pain,
      max(worst_leg_pain) AS worst_leg_pain, avg(sleep_hours) AS sleep_hours,
      avg(sitting_hours) AS sitting_hours, avg(stress) AS stress
    FROM span
    JOIN known ON day BETWEEN week_start AND week_end
    GROUP BY id
  ),
  usual AS MATERIALIZED (
    SELECT id, 7 * avg(distance_km) AS week_km, avg(leg_pain) AS leg_pain
    FROM span
    JOIN known ON day BETWEEN usual_start AND usual_end
    GROUP BY id
  )
SELECT
  whole AS flare_id, words AS onset_day, words AS end_day, whole AS days, whole AS peak_pain,
  words AS trigger_text, whole AS trigger_run_id, whole AS days_since_last_flare,
  whole AS days_since_last_run, whole AS known_days_before, whole AS runs_before,
  number AS km_before, number AS usual_week_km, number AS longest_day_km_before,
  number AS minutes_before, number AS load_before, number AS stretch_minutes_before,
  number AS leg_pain_before, number AS usual_leg_pain, whole AS worst_leg_pain_before,
  number AS sleep_hours_before, number AS sitting_hours_before, number AS stress_before
FROM column_type
UNION ALL
SELECT
  flare_up.id AS flare_id, onset_day, end_day,
  CAST(julianday(end_day) - julianday(onset_day) + 1 AS INTEGER) AS days,
  peak_pain, trigger_text, trigger_run_id,
  CAST(
    julianday(onset_day) - (
      SELECT julianday(max(earlier.end_day))
      FROM flare_up AS earlier
      WHERE earlier.onset_day < flare_up.onset_day
    ) AS INTEGER
  ) AS days_since_last_flare,
  CAST(
    julianday(onset_day) - (SELECT julianday(max(day)) FROM run WHERE day < onset_day) AS INTEGER
  ) AS days_since_last_run,
  CAST(coalesce(before.known_days, 0) AS INTEGER) AS known_days_before,
  CAST(before.runs AS INTEGER) AS runs_before, CAST(before.km AS REAL) AS km_before,
  CAST(usual.week_km AS REAL) AS usual_week_km,
  CAST(before.longest_km AS REAL) AS longest_day_km_before,
  CAST(before.minutes AS REAL) AS minutes_before, CAST(before.load AS REAL) AS load_before,
  CAST(before.stretch_minutes AS REAL) AS stretch_minutes_before,
  CAST(before.leg_pain AS REAL) AS leg_pain_before, CAST(usual.leg_pain AS REAL) AS usual_leg_pain,
  CAST(before.worst_leg_pain AS INTEGER) AS worst_leg_pain_before,
  CAST(before.sleep_hours AS REAL) AS sleep_hours_before,
  CAST(before.sitting_hours AS REAL) AS sitting_hours_before,
  CAST(before.stress AS REAL) AS stress_before
FROM flare_up
LEFT JOIN before ON before.id = flare_up.id
LEFT JOIN usual ON usual.id = flare_up.id;

-- Every shoe with what it has run; distances are computed, never stored. Each shoe
-- by itself is read off the index on its runs.
CREATE VIEW footwear_use AS
SELECT
  whole AS footwear_id, title AS name, words AS model, words AS kind, words AS first_day,
  words AS retired_day, whole AS runs, whole AS runs_without_distance, number AS distance_km,
  number AS limit_km, words AS last_day, whole AS is_default
FROM column_type
UNION ALL
SELECT
  footwear.id AS footwear_id, name, model, kind, first_day, retired_day,
  CAST((SELECT count(*) FROM run WHERE run.footwear_id = footwear.id) AS INTEGER) AS runs,
  CAST(
    (SELECT count(*) - count(distance_m) FROM run WHERE run.footwear_id = footwear.id) AS INTEGER
  ) AS runs_without_distance,
  CAST((
    coalesce(start_distance_m, 0)
      + (SELECT total(distance_m) FROM run WHERE run.footwear_id = footwear.id)
  ) / 1000.0 AS REAL) AS distance_km,
  CAST(limit_distance_m / 1000.0 AS REAL) AS limit_km,
  CAST((SELECT max(day) FROM run WHERE run.footwear_id = footwear.id) AS TEXT) AS last_day,
  CAST(is_default IS NOT NULL AS INTEGER) AS is_default
FROM footwear;

-- Every exercise with how often it was done.
CREATE VIEW exercise_use AS
SELECT
  whole AS exercise_id, title AS name, words AS kind, whole AS entries, whole AS days,
  number AS minutes, words AS first_day, words AS last_day
FROM column_type
UNION ALL
SELECT
  exercise.id AS exercise_id, exercise.name, exercise.kind,
  CAST(count(stretch.id) AS INTEGER) AS entries,
  CAST(count(DISTINCT stretch.day) AS INTEGER) AS days,
  CAST(sum(coalesce(duration_s, sets * hold_s)) / 60.0 AS REAL) AS minutes,
  CAST(min(stretch.day) AS TEXT) AS first_day, CAST(max(stretch.day) AS TEXT) AS last_day
FROM exercise
LEFT JOIN stretch ON stretch.exercise_id = exercise.id
GROUP BY exercise.id;

-- The run days that count in a trial, with how the leg changed until the next
-- morning. Both ratings were made before the day's run, or at an unknown time.
CREATE VIEW trial_run AS
WITH counted (trial_id, unit, day) AS MATERIALIZED (
  SELECT trial_arm.trial_id, trial_arm.unit, trial_week.day
  FROM trial_arm
  JOIN trial_week ON trial_week.trial_id = trial_arm.trial_id AND trial_week.unit = trial_arm.unit
  WHERE trial_week.day >= drawn_day AND EXISTS (SELECT 1 FROM run WHERE run.day = trial_week.day)
  UNION ALL
  SELECT trial_arm.trial_id, trial_arm.unit, run.day
  FROM trial_arm
  JOIN run ON run.id = trial_arm.run_id
)
SELECT
  whole AS trial_id, whole AS unit, words AS day, whole AS change
FROM column_type
UNION ALL
SELECT * FROM (
  SELECT
    CAST(counted.trial_id AS INTEGER) AS trial_id, CAST(counted.unit AS INTEGER) AS unit,
    CAST(counted.day AS TEXT) AS day,
    CAST(iif(
      today.leg_pain_moment IS NOT 'later' AND next.leg_pain_moment IS NOT 'later',
      next.leg_pain - today.leg_pain, NULL
    ) AS INTEGER) AS change
  FROM counted
  LEFT JOIN day AS today ON today.day = counted.day
  LEFT JOIN day AS next ON next.day = date(counted.day, '+1 day')
  LIMIT -1 OFFSET 0
);

-- Each trial with its state.
CREATE VIEW trial AS
SELECT
  whole AS trial_id, words AS kind, words AS arm_a, words AS arm_b, words AS unit,
  whole AS pairs, words AS analysis, words AS start_day, words AS end_day, words AS state,
  words AS stop_reason, number AS detectable_points, whole AS looks, whole AS seed
FROM column_type
UNION ALL
SELECT
  trial_plan.id AS trial_id, kind, arm_a, arm_b, unit, pairs, analysis, start_day,
  trial_end.day AS end_day,
  CAST(CASE
    WHEN is_complete = 1 THEN 'complete'
    WHEN is_complete = 0 THEN 'stopped'
    WHEN EXISTS (
      SELECT 1 FROM trial_pause WHERE trial_pause.trial_id = trial_plan.id AND to_day IS NULL
    ) THEN 'paused'
    ELSE 'running'
  END AS TEXT) AS state,
  reason AS stop_reason, detectable_points,
  CAST((SELECT count(*) FROM trial_look WHERE trial_look.trial_id = trial_plan.id) AS INTEGER)
    AS looks,
  seed
FROM trial_plan
LEFT JOIN trial_end ON trial_end.trial_id = trial_plan.id;

-- One row for each unit whose arm has been drawn; the outcome once the trial has
-- ended.
CREATE VIEW trial_unit AS
WITH
  span AS MATERIALIZED (
    SELECT
      trial_id, unit, min(iif(number = 1, day, NULL)) AS first_day,
      max(iif(number = 7, day, NULL)) AS last_day
    FROM trial_week
    GROUP BY trial_id, unit
    UNION ALL
    SELECT trial_id, unit, run.day, run.day
    FROM trial_arm
    JOIN run ON run.id = run_id
  ),
  outcome AS MATERIALIZED (
    SELECT
      trial_id, unit, count(*) AS run_days, count(change) AS rated_run_days,
      avg(change) AS pain_change
    FROM trial_run
    GROUP BY trial_id, unit
  ),
  -- The shoes of the runs tell by themselves, if all of them are known.
  worn AS MATERIALIZED (
    SELECT
      trial_run.trial_id, trial_run.unit,
      CASE
        WHEN count(*) <> count(footwear_id) THEN NULL
        WHEN min(footwear_id = footwear_a) THEN 'A'
        WHEN min(footwear_id = footwear_b) THEN 'B'
        ELSE 'mixed'
      END AS done
    FROM trial_run
    JOIN trial_plan ON trial_plan.id = trial_run.trial_id
    JOIN run ON run.day = trial_run.day
    WHERE kind = 'shoe'
    GROUP BY trial_run.trial_id, trial_run.unit
  )
SELECT
  whole AS trial_id, whole AS unit, whole AS pair, words AS arm, words AS treatment,
  words AS drawn_day, words AS first_day, words AS last_day, whole AS run_days,
  whole AS rated_run_days, words AS done, number AS pain_change
FROM column_type
UNION ALL
SELECT
  trial_arm.trial_id, trial_arm.unit, CAST((trial_arm.unit + 1) / 2 AS INTEGER) AS pair, arm,
  CAST(iif(arm = 'A', arm_a, arm_b) AS TEXT) AS treatment, drawn_day,
  CAST(first_day AS TEXT) AS first_day, CAST(last_day AS TEXT) AS last_day,
  CAST(coalesce(run_days, 0) AS INTEGER) AS run_days,
  CAST(coalesce(rated_run_days, 0) AS INTEGER) AS rated_run_days,
  CAST(coalesce(trial_answer.done, worn.done) AS TEXT) AS done,
  CAST(iif(trial_end.trial_id IS NULL, NULL, pain_change) AS REAL) AS pain_change
FROM trial_arm
JOIN trial_plan ON trial_plan.id = trial_arm.trial_id
LEFT JOIN span ON span.trial_id = trial_arm.trial_id AND span.unit = trial_arm.unit
LEFT JOIN outcome ON outcome.trial_id = trial_arm.trial_id AND outcome.unit = trial_arm.unit
LEFT JOIN worn ON worn.trial_id = trial_arm.trial_id AND worn.unit = trial_arm.unit
LEFT JOIN trial_answer
  ON trial_answer.trial_id = trial_arm.trial_id AND trial_answer.unit = trial_arm.unit
LEFT JOIN trial_end ON trial_end.trial_id = trial_arm.trial_id;
