-- A journal of schema 9, as it was then: a few entries of every kind.
PRAGMA application_id = 1314018885;
PRAGMA user_version = 9;
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  done_at TEXT NOT NULL CHECK (done_at IS strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
  command TEXT NOT NULL,
  import_id INTEGER,
  -- The action that this one took back, if it is an undo.
  undoes INTEGER REFERENCES action (id),
  -- Open while its command runs; triggers record changes under the open one.
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
, undone_by INTEGER REFERENCES action (id)) STRICT;
INSERT INTO "action" VALUES(1,'2025-03-01T07:00:00Z','shoe add',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(2,'2025-03-01T09:00:00Z','run',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(3,'2025-03-01T09:30:00Z','stretch',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(4,'2025-03-02T06:50:00Z','pain',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(5,'2025-03-03T18:00:00Z','run',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(6,'2025-03-05T06:00:00Z','flare start',NULL,NULL,0,NULL);
INSERT INTO "action" VALUES(7,'2025-03-06T20:00:00Z','edit run',NULL,NULL,0,NULL);
CREATE TABLE activity_source (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  cross_training_id INTEGER REFERENCES cross_training (id) ON DELETE SET NULL,
  -- A hash of the content in 32 hexadecimal digits.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 32),
  -- The service and its number, such as strava:123.
  service_id TEXT CHECK (length(service_id) BETWEEN 1 AND 200),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT activity_source_is_of_one_entry CHECK (run_id IS NULL OR cross_training_id IS NULL)
) STRICT;
INSERT INTO "activity_source" VALUES(1,1,NULL,'0123456789abcdef0123456789abcdef','strava:1',NULL);
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  action_id INTEGER REFERENCES action (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete'))
) STRICT;
INSERT INTO "change" VALUES(1,1,'footwear',1,'insert');
INSERT INTO "change" VALUES(2,2,'run',1,'insert');
INSERT INTO "change" VALUES(3,3,'stretch',1,'insert');
INSERT INTO "change" VALUES(4,4,'check_in',1,'insert');
INSERT INTO "change" VALUES(5,5,'run',2,'insert');
INSERT INTO "change" VALUES(6,6,'flare_up',1,'insert');
INSERT INTO "change" VALUES(7,7,'run',1,'update');
CREATE TABLE change_value (
  change_id INTEGER NOT NULL REFERENCES change (id),
  field TEXT NOT NULL,
  before ANY,
  PRIMARY KEY (change_id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO "change_value" VALUES(7,'distance_m',8000.0);
CREATE TABLE "check_in" (
  -- The view day_rating has room for 36 bits.
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 68719476735),
  day TEXT NOT NULL CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  time TEXT CHECK (time IS time(time, '+0 seconds')),
  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -900 AND 900),
  -- 'morning': before that day's first run, or before noon if there was none.
  moment TEXT CHECK (moment IN ('morning', 'later')),
  leg_pain INTEGER CHECK (leg_pain BETWEEN 0 AND 10),
  back_pain INTEGER CHECK (back_pain BETWEEN 0 AND 10),
  -- How far down the leg it goes: 0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes.
  reach INTEGER CHECK (reach BETWEEN 0 AND 6),
  side TEXT CHECK (side IN ('left', 'right', 'both')),
  numbness INTEGER CHECK (numbness IN (0, 1)),
  tingling INTEGER CHECK (tingling IN (0, 1)),
  weakness INTEGER CHECK (weakness IN (0, 1)),
  saddle_numbness INTEGER CHECK (saddle_numbness IN (0, 1)),
  bladder_or_bowel INTEGER CHECK (bladder_or_bowel IN (0, 1)),
  sitting_hours REAL CHECK (sitting_hours BETWEEN 0 AND 24),
  sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
  stress INTEGER CHECK (stress BETWEEN 0 AND 10),
  mood INTEGER CHECK (mood BETWEEN 0 AND 10),
  medication TEXT CHECK (length(medication) <= 1000),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT check_in_says_something CHECK (coalesce(leg_pain, back_pain, reach, side, numbness,
    tingling, weakness, saddle_numbness, bladder_or_bowel, sitting_hours, sleep_hours, stress,
    mood, medication, note) IS NOT NULL)
) STRICT;
INSERT INTO "check_in" VALUES(1,'2025-03-02','06:50:00',60,'morning',4,2,4,'left',NULL,1,NULL,NULL,NULL,NULL,7.5,NULL,NULL,NULL,'after the run',NULL);
CREATE TABLE cross_training (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  start_time TEXT CHECK (start_time IS time(start_time, '+0 seconds')),
  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -900 AND 900),
  activity TEXT NOT NULL CHECK (length(activity) BETWEEN 1 AND 100),
  duration_s REAL CHECK (duration_s > 0 AND duration_s <= 604800),
  distance_m REAL CHECK (distance_m > 0 AND distance_m <= 2000000),
  rpe REAL CHECK (rpe BETWEEN 0 AND 10),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "cross_training" VALUES(1,'2025-03-04',NULL,NULL,'swim',1800.0,NULL,3.0,NULL,NULL);
CREATE TABLE day_mark (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  kind TEXT NOT NULL CHECK (kind IN ('rest', 'not_tracked')),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "day_mark" VALUES(1,'2025-03-07','rest',NULL);
CREATE TABLE exercise (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind IN ('stretch', 'nerve_glide', 'strength', 'mobility')),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "exercise" VALUES(1,'piriformis','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(2,'hamstring','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(3,'hip flexor','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(4,'glute','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(5,'calf','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(6,'quadriceps','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(7,'adductor','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(8,'knee to chest','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(9,'child''s pose','stretch',NULL,NULL);
INSERT INTO "exercise" VALUES(10,'sciatic slider','nerve_glide',NULL,NULL);
INSERT INTO "exercise" VALUES(11,'sciatic tensioner','nerve_glide',NULL,NULL);
INSERT INTO "exercise" VALUES(12,'slump slider','nerve_glide',NULL,NULL);
INSERT INTO "exercise" VALUES(13,'femoral slider','nerve_glide',NULL,NULL);
INSERT INTO "exercise" VALUES(14,'prone press-up','mobility',NULL,NULL);
INSERT INTO "exercise" VALUES(15,'cat-cow','mobility',NULL,NULL);
INSERT INTO "exercise" VALUES(16,'pelvic tilt','mobility',NULL,NULL);
INSERT INTO "exercise" VALUES(17,'lumbar rotation','mobility',NULL,NULL);
INSERT INTO "exercise" VALUES(18,'foam roller','mobility',NULL,NULL);
INSERT INTO "exercise" VALUES(19,'bridge','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(20,'clamshell','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(21,'bird dog','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(22,'dead bug','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(23,'side plank','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(24,'plank','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(25,'calf raise','strength',NULL,NULL);
INSERT INTO "exercise" VALUES(26,'single-leg squat','strength',NULL,NULL);
CREATE TABLE flare_up (
  id INTEGER PRIMARY KEY,
  onset_day TEXT NOT NULL CHECK
    (onset_day IS date(onset_day, '+0 days') AND onset_day BETWEEN '1900-01-01' AND '2199-12-31'),
  end_day TEXT CHECK
    (end_day IS date(end_day, '+0 days') AND end_day BETWEEN '1900-01-01' AND '2199-12-31'),
  peak_pain INTEGER CHECK (peak_pain BETWEEN 0 AND 10),
  trigger_run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  trigger_text TEXT CHECK (length(trigger_text) <= 1000),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT flare_up_ends_after_onset CHECK (end_day >= onset_day)
) STRICT;
INSERT INTO "flare_up" VALUES(1,'2025-03-05',NULL,7,2,'hills',NULL,NULL);
CREATE TABLE footwear (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  model TEXT CHECK (length(model) <= 200),
  kind TEXT CHECK (kind IN
    ('cushioned', 'stability', 'minimal', 'trail', 'racing', 'spikes', 'other')),
  drop_mm REAL CHECK (drop_mm BETWEEN -10 AND 30),
  first_day TEXT CHECK
    (first_day IS date(first_day, '+0 days') AND first_day BETWEEN '1900-01-01' AND '2199-12-31'),
  start_distance_m REAL CHECK (start_distance_m BETWEEN 0 AND 10000000),
  limit_distance_m REAL CHECK (limit_distance_m > 0 AND limit_distance_m <= 10000000),
  retired_day TEXT CHECK
    (retired_day IS date(retired_day, '+0 days') AND retired_day BETWEEN '1900-01-01' AND '2199-12-31'),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
, is_default INTEGER CHECK (is_default = 1)) STRICT;
INSERT INTO "footwear" VALUES(1,'Pegasus',NULL,'cushioned',NULL,'2025-03-01',NULL,800000.0,NULL,NULL,NULL,1);
CREATE TABLE guidance (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  given_by TEXT CHECK (length(given_by) <= 200),
  advice TEXT NOT NULL CHECK (length(advice) BETWEEN 1 AND 10000),
  longest_run_m REAL CHECK (longest_run_m > 0 AND longest_run_m <= 1000000),
  days_off INTEGER CHECK (days_off BETWEEN 1 AND 3650),
  until_day TEXT CHECK
    (until_day IS date(until_day, '+0 days') AND until_day BETWEEN '1900-01-01' AND '2199-12-31'),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT guidance_ends_after_it_is_given CHECK (until_day >= day)
) STRICT;
INSERT INTO "guidance" VALUES(1,'2025-03-06','physio','no hills',NULL,NULL,'2025-04-01',NULL);
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  target TEXT NOT NULL,
  mapping TEXT,
  imported_at TEXT NOT NULL CHECK (imported_at IS strftime('%Y-%m-%dT%H:%M:%SZ', imported_at)),
  -- The days for which the file tells of every run: a day without one is a rest.
  covers_from TEXT CHECK
    (covers_from IS date(covers_from, '+0 days') AND covers_from BETWEEN '1900-01-01' AND '2199-12-31'),
  covers_to TEXT CHECK
    (covers_to IS date(covers_to, '+0 days') AND covers_to BETWEEN '1900-01-01' AND '2199-12-31'),
  added INTEGER NOT NULL CHECK (added >= 0),
  already_there INTEGER NOT NULL CHECK (already_there >= 0),
  refused INTEGER NOT NULL CHECK (refused >= 0),
  CHECK ((covers_from IS NULL) = (covers_to IS NULL)),
  CHECK (covers_from <= covers_to)
) STRICT;
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  start_time TEXT CHECK (start_time IS time(start_time, '+0 seconds')),
  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -900 AND 900),
  distance_m REAL CHECK (distance_m > 0 AND distance_m <= 1000000),
  duration_s REAL CHECK (duration_s > 0 AND duration_s <= 604800),
  rpe REAL CHECK (rpe BETWEEN 0 AND 10),
  footwear_id INTEGER REFERENCES footwear (id) ON DELETE SET NULL,
  surface TEXT CHECK (surface IN
    ('road', 'path', 'trail', 'grass', 'track', 'treadmill', 'sand', 'mixed')),
  ascent_m REAL CHECK (ascent_m BETWEEN 0 AND 100000),
  heart_rate_avg INTEGER CHECK (heart_rate_avg BETWEEN 20 AND 260),
  heart_rate_max INTEGER CHECK (heart_rate_max BETWEEN 20 AND 260),
  cadence_spm REAL CHECK (cadence_spm BETWEEN 20 AND 400),
  form_change TEXT CHECK (form_change IN ('cadence', 'stride', 'posture', 'other')),
  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
  pain_during INTEGER CHECK (pain_during BETWEEN 0 AND 10),
  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
  mood_after INTEGER CHECK (mood_after BETWEEN 0 AND 10),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT run_needs_distance_or_duration
    CHECK (distance_m IS NOT NULL OR duration_s IS NOT NULL)
) STRICT;
INSERT INTO "run" VALUES(1,'2025-03-01','08:10:00',60,8200.0,2710.0,5.0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'with ''quotes'' and ünïcode
in two lines',NULL);
INSERT INTO "run" VALUES(2,'2025-03-03',NULL,NULL,NULL,1800.0,3.0,NULL,'trail',NULL,NULL,NULL,NULL,NULL,2,1,3,NULL,NULL,NULL);
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 100),
  description TEXT CHECK (length(description) <= 1000),
  sql TEXT NOT NULL CHECK (length(sql) BETWEEN 1 AND 100000)
) STRICT;
INSERT INTO "saved_query" VALUES(1,'mine',NULL,'SELECT count(*) FROM run');
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 1000)
) STRICT;
INSERT INTO "setting" VALUES(1,'unit','km');
CREATE TABLE stretch (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  time TEXT CHECK (time IS time(time, '+0 seconds')),
  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -900 AND 900),
  exercise_id INTEGER NOT NULL REFERENCES exercise (id) ON DELETE RESTRICT,
  sets INTEGER CHECK (sets BETWEEN 1 AND 100),
  reps INTEGER CHECK (reps BETWEEN 1 AND 1000),
  hold_s REAL CHECK (hold_s > 0 AND hold_s <= 3600),
  duration_s REAL CHECK (duration_s > 0 AND duration_s <= 86400),
  side TEXT CHECK (side IN ('left', 'right', 'both')),
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "stretch" VALUES(1,'2025-03-01','09:30:00',NULL,1,3,NULL,30.0,NULL,'left',1,NULL,NULL);
CREATE INDEX run_by_day ON run (day, start_time);
CREATE INDEX run_by_import ON run (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX footwear_by_import ON footwear (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX cross_training_by_day ON cross_training (day, start_time);
CREATE INDEX cross_training_by_import ON cross_training (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX stretch_by_day ON stretch (day, time);
CREATE INDEX stretch_by_run ON stretch (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX stretch_by_import ON stretch (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX exercise_by_import ON exercise (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX flare_up_by_onset ON flare_up (onset_day);
CREATE UNIQUE INDEX one_flare_up_lasts ON flare_up ((end_day IS NULL)) WHERE end_day IS NULL;
CREATE INDEX flare_up_by_trigger_run ON flare_up (trigger_run_id)
  WHERE trigger_run_id IS NOT NULL;
CREATE INDEX flare_up_by_import ON flare_up (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX guidance_by_day ON guidance (day);
CREATE INDEX guidance_by_import ON guidance (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX day_mark_by_import ON day_mark (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX one_action_is_open ON action (is_open) WHERE is_open = 1;
CREATE INDEX action_by_undone ON action (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX action_by_import ON action (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX change_by_action ON change (action_id);
CREATE INDEX change_by_row ON change (table_name, row_id);
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
CREATE INDEX check_in_by_day ON check_in (day, time);
CREATE INDEX check_in_by_import ON check_in (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX one_footwear_is_default ON footwear (is_default) WHERE is_default = 1;
CREATE INDEX action_that_stands ON action (id) WHERE undoes IS NULL AND undone_by IS NULL;
CREATE INDEX action_that_is_undone ON action (undone_by) WHERE undone_by IS NOT NULL;
CREATE VIEW day_boundary AS
SELECT '-' || coalesce((SELECT value FROM setting WHERE name = 'day_boundary'), '04:00') AS back;
CREATE VIEW rating AS
SELECT
  check_in.id, check_in.day, check_in.time,
  CASE
    WHEN check_in.time IS NULL THEN moment
    WHEN time(check_in.time, (SELECT back FROM day_boundary)) >= first_start THEN 'later'
    WHEN first_start IS NOT NULL AND runs = starts THEN 'morning'
    WHEN moment IS NOT NULL THEN moment
    WHEN runs IS NULL
      THEN iif(
        time(check_in.time, (SELECT back FROM day_boundary))
          < time('12:00', (SELECT back FROM day_boundary)),
        'morning', 'later')
  END AS moment,
  leg_pain, back_pain, reach, side, numbness, tingling, weakness, saddle_numbness,
  bladder_or_bowel, sitting_hours, sleep_hours, stress, mood, medication, note
FROM check_in
LEFT JOIN (
  SELECT day, count(*) AS runs, count(start_time) AS starts,
    min(time(start_time, (SELECT back FROM day_boundary))) AS first_start
  FROM run
  GROUP BY day
) AS run_day ON run_day.day = check_in.day;
CREATE VIEW day_rating AS
WITH keyed AS (
  -- Ascending keys put the ratings of a day in the order of preference. Their
  -- lowest four bits are free for a pain, so that min() finds rating and pain
  -- in one pass: bits 57 and up hold the moment, 40 to 56 the time, 4 to 39 the id.
  SELECT *,
    ((CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END) << 57)
      + (coalesce(unixepoch(time, (SELECT back FROM day_boundary)) % 86400, 0) << 40)
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
CREATE VIEW footwear_use AS
SELECT
  footwear.id AS footwear_id, name, model, kind, first_day, retired_day,
  count(run.id) AS runs,
  count(run.id) - count(run.distance_m) AS runs_without_distance,
  (coalesce(start_distance_m, 0) + total(run.distance_m)) / 1000.0 AS distance_km,
  limit_distance_m / 1000.0 AS limit_km,
  max(run.day) AS last_day,
  is_default IS NOT NULL AS is_default
FROM footwear
LEFT JOIN run ON run.footwear_id = footwear.id
GROUP BY footwear.id;
CREATE VIEW entry_text AS
SELECT (id << 4) + 0 AS id, 'run' AS entry, id AS entry_id, day AS day, note AS text
FROM run WHERE note IS NOT NULL
UNION ALL
SELECT (id << 4) + 1, 'check_in', id, day,
  coalesce(note || char(10) || medication, note, medication)
FROM check_in WHERE note IS NOT NULL OR medication IS NOT NULL
UNION ALL
SELECT (id << 4) + 2, 'stretch', id, day, note
FROM stretch WHERE note IS NOT NULL
UNION ALL
SELECT (id << 4) + 3, 'flare_up', id, onset_day,
  coalesce(trigger_text || char(10) || note, trigger_text, note)
FROM flare_up WHERE trigger_text IS NOT NULL OR note IS NOT NULL
UNION ALL
SELECT (id << 4) + 4, 'cross_training', id, day, note
FROM cross_training WHERE note IS NOT NULL
UNION ALL
SELECT (id << 4) + 5, 'guidance', id, day, advice
FROM guidance WHERE advice IS NOT NULL
UNION ALL
SELECT (id << 4) + 6, 'footwear', id, first_day, note
FROM footwear WHERE note IS NOT NULL
UNION ALL
SELECT (id << 4) + 7, 'exercise', id, NULL, note
FROM exercise WHERE note IS NOT NULL;
CREATE INDEX run_by_footwear ON run (footwear_id, day, distance_m);
CREATE INDEX stretch_by_exercise ON stretch (exercise_id, day);
CREATE INDEX activity_source_by_fingerprint ON activity_source (fingerprint);
CREATE INDEX activity_source_by_service_id ON activity_source (service_id)
  WHERE service_id IS NOT NULL;
CREATE INDEX activity_source_by_run ON activity_source (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX activity_source_by_cross_training ON activity_source (cross_training_id)
  WHERE cross_training_id IS NOT NULL;
CREATE INDEX activity_source_by_import ON activity_source (import_id) WHERE import_id IS NOT NULL;
