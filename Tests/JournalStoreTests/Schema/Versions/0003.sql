-- A journal of schema 3, as it was then: a few entries of every kind.
PRAGMA application_id = 1314018885;
PRAGMA user_version = 3;
CREATE TABLE check_in (
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
  sitting_hours REAL CHECK (sitting_hours BETWEEN 0 AND 24),
  sleep_hours REAL CHECK (sleep_hours BETWEEN 0 AND 24),
  stress INTEGER CHECK (stress BETWEEN 0 AND 10),
  mood INTEGER CHECK (mood BETWEEN 0 AND 10),
  medication TEXT CHECK (length(medication) <= 1000),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT check_in_says_something CHECK (coalesce(leg_pain, back_pain, reach, side, numbness,
    tingling, weakness, sitting_hours, sleep_hours, stress, mood, medication, note) IS NOT NULL)
) STRICT;
INSERT INTO "check_in" VALUES(1,'2025-03-02','06:50:00',60,'morning',4,2,4,'left',NULL,1,NULL,NULL,7.5,NULL,NULL,NULL,'after the run',NULL);
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
) STRICT;
INSERT INTO "footwear" VALUES(1,'Pegasus',NULL,'cushioned',NULL,'2025-03-01',NULL,800000.0,NULL,NULL,NULL);
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
CREATE INDEX run_by_footwear ON run (footwear_id);
CREATE INDEX run_by_import ON run (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX footwear_by_import ON footwear (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX cross_training_by_day ON cross_training (day, start_time);
CREATE INDEX cross_training_by_import ON cross_training (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX stretch_by_day ON stretch (day, time);
CREATE INDEX stretch_by_exercise ON stretch (exercise_id);
CREATE INDEX stretch_by_run ON stretch (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX stretch_by_import ON stretch (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX exercise_by_import ON exercise (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX check_in_by_day ON check_in (day, time);
CREATE INDEX check_in_by_import ON check_in (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX flare_up_by_onset ON flare_up (onset_day);
CREATE UNIQUE INDEX one_flare_up_lasts ON flare_up ((end_day IS NULL)) WHERE end_day IS NULL;
CREATE INDEX flare_up_by_trigger_run ON flare_up (trigger_run_id)
  WHERE trigger_run_id IS NOT NULL;
CREATE INDEX flare_up_by_import ON flare_up (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX guidance_by_day ON guidance (day);
CREATE INDEX guidance_by_import ON guidance (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX day_mark_by_import ON day_mark (import_id) WHERE import_id IS NOT NULL;
