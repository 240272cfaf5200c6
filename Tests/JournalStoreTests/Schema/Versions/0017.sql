-- A journal of schema 17, as it was then: a few entries of every kind.
PRAGMA application_id = 1314018885;
PRAGMA user_version = 17;
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  done_at TEXT NOT NULL CHECK (done_at IS strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
  command TEXT NOT NULL,
  import_id INTEGER,
  -- The action that this one took back, if it is an undo.
  undoes INTEGER REFERENCES action (id),
  -- Open while its command runs; triggers record changes under the open one.
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
, undone_by INTEGER REFERENCES action (id), uid TEXT CHECK (length(uid) BETWEEN 1 AND 100), stamp INTEGER CHECK (stamp >= 0), device TEXT NOT NULL DEFAULT '' CHECK (length(device) <= 100)) STRICT;
INSERT INTO "action" VALUES(1,'2025-03-01T07:00:00Z','shoe add',NULL,NULL,0,NULL,'1@2025-03-01T07:00:00Z',1740812400000,'');
INSERT INTO "action" VALUES(2,'2025-03-01T09:00:00Z','run',NULL,NULL,0,NULL,'2@2025-03-01T09:00:00Z',1740819600000,'');
INSERT INTO "action" VALUES(3,'2025-03-01T09:30:00Z','stretch',NULL,NULL,0,NULL,'3@2025-03-01T09:30:00Z',1740821400000,'');
INSERT INTO "action" VALUES(4,'2025-03-02T06:50:00Z','pain',NULL,NULL,0,NULL,'4@2025-03-02T06:50:00Z',1740898200000,'');
INSERT INTO "action" VALUES(5,'2025-03-03T18:00:00Z','run',NULL,NULL,0,NULL,'5@2025-03-03T18:00:00Z',1741024800000,'');
INSERT INTO "action" VALUES(6,'2025-03-05T06:00:00Z','flare start',NULL,NULL,0,NULL,'6@2025-03-05T06:00:00Z',1741154400000,'');
INSERT INTO "action" VALUES(7,'2025-03-06T20:00:00Z','edit run',NULL,NULL,0,NULL,'7@2025-03-06T20:00:00Z',1741291200000,'');
CREATE TABLE activity_source (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  cross_training_id INTEGER REFERENCES cross_training (id) ON DELETE SET NULL,
  -- A hash of the content in 32 hexadecimal digits.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 32),
  -- The service and its number, such as strava:123.
  service_id TEXT CHECK (length(service_id) BETWEEN 1 AND 200),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL, activity TEXT
  CHECK (length(activity) BETWEEN 1 AND 100), day TEXT CHECK
  (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'), start_time TEXT
  CHECK (start_time IS time(start_time, '+0 seconds')), utc_offset_min INTEGER
  CHECK (utc_offset_min BETWEEN -900 AND 900), start_told TEXT
  CHECK (start_told IN ('wall', 'utc', 'both')), start_to_minute INTEGER
  CHECK (start_to_minute BETWEEN 0 AND 1), distance_m REAL
  CHECK (distance_m > 0 AND distance_m <= 2000000), duration_s REAL
  CHECK (duration_s > 0 AND duration_s <= 604800), elapsed_s REAL CHECK (elapsed_s > 0), rpe REAL CHECK (rpe BETWEEN 0 AND 10), shoe TEXT CHECK (length(shoe) BETWEEN 1 AND 100), ascent_m REAL CHECK (ascent_m BETWEEN 0 AND 100000), descent_m REAL CHECK (descent_m BETWEEN 0 AND 100000), steps INTEGER CHECK (steps BETWEEN 1 AND 1000000), heart_rate_avg INTEGER
  CHECK (heart_rate_avg BETWEEN 20 AND 260), heart_rate_max INTEGER
  CHECK (heart_rate_max BETWEEN 20 AND 260), cadence_spm REAL CHECK (cadence_spm BETWEEN 20 AND 400), note TEXT CHECK (length(note) <= 10000), evidence INTEGER CHECK (evidence BETWEEN 1 AND 3), origin TEXT CHECK (length(origin) <= 200), doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000),
  CONSTRAINT activity_source_is_of_one_entry CHECK (run_id IS NULL OR cross_training_id IS NULL)
) STRICT;
INSERT INTO "activity_source" VALUES(1,1,NULL,'0123456789abcdef0123456789abcdef','strava:1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
CREATE TABLE change_after (
  change_id INTEGER NOT NULL REFERENCES change (id),
  field TEXT NOT NULL,
  after ANY,
  PRIMARY KEY (change_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE change_entry (
  change_id INTEGER PRIMARY KEY REFERENCES change (id),
  entry TEXT,
  kind TEXT CHECK (kind IN ('insert', 'update', 'delete'))
) STRICT;
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
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL, weakness_unchanged INTEGER
  CHECK (weakness_unchanged IN (0, 1)),
  CONSTRAINT check_in_says_something CHECK (coalesce(leg_pain, back_pain, reach, side, numbness,
    tingling, weakness, saddle_numbness, bladder_or_bowel, sitting_hours, sleep_hours, stress,
    mood, medication, note) IS NOT NULL)
) STRICT;
INSERT INTO "check_in" VALUES(1,'2025-03-02','06:50:00',60,'morning',4,2,4,'left',NULL,1,NULL,NULL,NULL,NULL,7.5,NULL,NULL,NULL,'after the run',NULL,NULL);
CREATE TABLE column_type (
  whole INTEGER,
  number REAL,
  words TEXT,
  -- Names are the same whatever their case.
  title TEXT COLLATE NOCASE,
  CONSTRAINT column_type_is_empty CHECK (false)
) STRICT;
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
, doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000)) STRICT;
INSERT INTO "cross_training" VALUES(1,'2025-03-04',NULL,NULL,'swim',1800.0,NULL,3.0,NULL,NULL,NULL);
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
CREATE TABLE day_mark (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  kind TEXT NOT NULL CHECK (kind IN ('rest', 'not_tracked')),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "day_mark" VALUES(1,'2025-03-07','rest',NULL);
CREATE TABLE dictionary (
  relation TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT,
  unit TEXT,
  meaning TEXT NOT NULL,
  PRIMARY KEY (relation, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE forgotten (
  key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 300),
  forgotten_at TEXT NOT NULL CHECK (forgotten_at IS strftime('%Y-%m-%dT%H:%M:%SZ', forgotten_at))
) STRICT, WITHOUT ROWID;
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
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL, time TEXT CHECK (time IS time(time, '+0 seconds')), utc_offset_min INTEGER
  CHECK (utc_offset_min BETWEEN -900 AND 900),
  CONSTRAINT guidance_ends_after_it_is_given CHECK (until_day >= day)
) STRICT;
INSERT INTO "guidance" VALUES(1,'2025-03-06','physio','no hills',NULL,NULL,'2025-04-01',NULL,NULL,NULL);
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  journal TEXT NOT NULL CHECK (length(journal) = 32),
  -- How many merges there were: each writes many actions at once and can number them
  -- anew, which nothing else does.
  merges INTEGER NOT NULL DEFAULT 0 CHECK (merges >= 0)
) STRICT;
INSERT INTO "identity" VALUES(1,'3137343038313234303073686f652061',0);
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
CREATE TABLE routine (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "routine" VALUES(1,'evening',NULL,NULL);
CREATE TABLE routine_step (
  id INTEGER PRIMARY KEY,
  routine_id INTEGER NOT NULL REFERENCES routine (id) ON DELETE CASCADE,
  -- Its place in the routine, from 1.
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 100),
  exercise_id INTEGER NOT NULL REFERENCES exercise (id) ON DELETE RESTRICT,
  sets INTEGER CHECK (sets BETWEEN 1 AND 100),
  reps INTEGER CHECK (reps BETWEEN 1 AND 1000),
  hold_s REAL CHECK (hold_s > 0 AND hold_s <= 3600),
  duration_s REAL CHECK (duration_s > 0 AND duration_s <= 86400),
  side TEXT CHECK (side IN ('left', 'right', 'both')),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;
INSERT INTO "routine_step" VALUES(1,1,1,1,2,NULL,30.0,NULL,NULL,NULL);
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
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL, descent_m REAL CHECK (descent_m BETWEEN 0 AND 100000), steps INTEGER CHECK (steps BETWEEN 1 AND 1000000), doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000),
  CONSTRAINT run_needs_distance_or_duration
    CHECK (distance_m IS NOT NULL OR duration_s IS NOT NULL)
) STRICT;
INSERT INTO "run" VALUES(1,'2025-03-01','08:10:00',60,8200.0,2710.0,5.0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'with ''quotes'' and ünïcode
in two lines',NULL,NULL,NULL,NULL);
INSERT INTO "run" VALUES(2,'2025-03-03',NULL,NULL,NULL,1800.0,3.0,NULL,'trail',NULL,NULL,NULL,NULL,NULL,2,1,3,NULL,NULL,NULL,NULL,NULL,NULL);
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
CREATE TABLE trial_answer (
  id INTEGER PRIMARY KEY,
  trial_id INTEGER NOT NULL REFERENCES trial_plan (id) ON DELETE RESTRICT,
  unit INTEGER NOT NULL CHECK (unit >= 1),
  done TEXT NOT NULL CHECK (done IN ('A', 'B', 'mixed')),
  UNIQUE (trial_id, unit)
) STRICT;
CREATE TABLE trial_arm (
  trial_id INTEGER NOT NULL,
  unit INTEGER NOT NULL CHECK (unit >= 1),
  arm TEXT NOT NULL CHECK (arm IN ('A', 'B')),
  -- The day on which the runner could first know it; earlier runs do not count.
  drawn_day TEXT NOT NULL CHECK (drawn_day IS date(drawn_day, '+0 days')),
  -- The run of a unit of one run.
  run_id INTEGER,
  PRIMARY KEY (trial_id, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE trial_end (
  trial_id INTEGER PRIMARY KEY,
  -- The last day that counts.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
  seed INTEGER CHECK (seed >= 0)
) STRICT;
CREATE TABLE trial_look (
  trial_id INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  looked_at TEXT NOT NULL CHECK (looked_at IS strftime('%Y-%m-%dT%H:%M:%SZ', looked_at)),
  pairs INTEGER NOT NULL CHECK (pairs >= 0),
  mean REAL,
  p REAL,
  PRIMARY KEY (trial_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE trial_pause (
  id INTEGER PRIMARY KEY,
  trial_id INTEGER NOT NULL REFERENCES trial_plan (id) ON DELETE RESTRICT,
  from_day TEXT NOT NULL CHECK
    (from_day IS date(from_day, '+0 days') AND from_day BETWEEN '1900-01-01' AND '2199-12-31'),
  -- The last day; NULL while it lasts.
  to_day TEXT CHECK
    (to_day IS date(to_day, '+0 days') AND to_day BETWEEN '1900-01-01' AND '2199-12-31'),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
  CONSTRAINT trial_pause_ends_after_it_starts CHECK (to_day >= from_day)
) STRICT;
CREATE TABLE trial_plan (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK
    (kind IN ('shoe', 'stretch', 'routine', 'warm_up', 'distance', 'length')),
  arm_a TEXT NOT NULL CHECK (length(arm_a) BETWEEN 1 AND 200),
  arm_b TEXT NOT NULL CHECK (length(arm_b) BETWEEN 1 AND 200),
  -- The shoes of both arms. No reference, so that a shoe can be deleted: the arms
  -- keep its name.
  footwear_a INTEGER,
  footwear_b INTEGER,
  -- The distance of a week in either arm.
  week_a_m REAL CHECK (week_a_m > 0 AND week_a_m <= 1000000),
  week_b_m REAL CHECK (week_b_m > 0 AND week_b_m <= 1000000),
  unit TEXT NOT NULL CHECK (unit IN ('run', 'week')),
  pairs INTEGER NOT NULL CHECK (pairs BETWEEN 8 AND 100),
  -- Whether the result is for the end, or may be looked at after every pair.
  analysis TEXT NOT NULL CHECK (analysis IN ('end', 'pairs')),
  start_day TEXT NOT NULL CHECK
    (start_day IS date(start_day, '+0 days') AND start_day BETWEEN '1900-01-01' AND '2199-12-31'),
  -- The effect that the trial was planned to find in four out of five cases.
  detectable_points REAL NOT NULL CHECK (detectable_points > 0),
  CONSTRAINT trial_arms_differ CHECK (arm_a <> arm_b)
) STRICT;
INSERT INTO "trial_plan" VALUES(1,'shoe','Pegasus','Nova',1,2,NULL,NULL,'run',12,'end','2025-03-10',1.2);
CREATE TABLE trial_seed (
  trial_id INTEGER PRIMARY KEY,
  sealed INTEGER NOT NULL
) STRICT;
INSERT INTO "trial_seed" VALUES(1,77);
CREATE TABLE typed_activity (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  cross_training_id INTEGER REFERENCES cross_training (id) ON DELETE SET NULL,
  -- The fields that were typed or cleared, with commas between them.
  fields TEXT NOT NULL CHECK (length(fields) <= 1000),
  -- What it was before a file told of it; NULL if a file was first.
  day TEXT CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  start_time TEXT CHECK (start_time IS time(start_time, '+0 seconds')),
  utc_offset_min INTEGER CHECK (utc_offset_min BETWEEN -900 AND 900),
  distance_m REAL CHECK (distance_m > 0 AND distance_m <= 2000000),
  duration_s REAL CHECK (duration_s > 0 AND duration_s <= 604800),
  -- The source that it was typed upon, if a file was first.
  fingerprint TEXT CHECK (length(fingerprint) = 32),
  -- Doubts that were settled, a sentence a line.
  settled TEXT CHECK (length(settled) BETWEEN 1 AND 10000),
  -- Whether it was typed as one more, beside one from a file that looks like it.
  is_apart INTEGER NOT NULL DEFAULT 0 CHECK (is_apart BETWEEN 0 AND 1),
  CONSTRAINT typed_activity_is_of_one_entry CHECK (run_id IS NULL OR cross_training_id IS NULL)
) STRICT;
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
CREATE INDEX guidance_by_import ON guidance (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX day_mark_by_import ON day_mark (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX one_action_is_open ON action (is_open) WHERE is_open = 1;
CREATE INDEX action_by_undone ON action (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX action_by_import ON action (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX change_by_action ON change (action_id);
CREATE INDEX change_by_row ON change (table_name, row_id);
CREATE INDEX check_in_by_day ON check_in (day, time);
CREATE INDEX check_in_by_import ON check_in (import_id) WHERE import_id IS NOT NULL;
CREATE UNIQUE INDEX one_footwear_is_default ON footwear (is_default) WHERE is_default = 1;
CREATE INDEX action_that_stands ON action (id) WHERE undoes IS NULL AND undone_by IS NULL;
CREATE INDEX action_that_is_undone ON action (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX run_by_footwear ON run (footwear_id, day, distance_m);
CREATE INDEX stretch_by_exercise ON stretch (exercise_id, day);
CREATE INDEX activity_source_by_fingerprint ON activity_source (fingerprint);
CREATE INDEX activity_source_by_service_id ON activity_source (service_id)
  WHERE service_id IS NOT NULL;
CREATE INDEX activity_source_by_run ON activity_source (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX activity_source_by_cross_training ON activity_source (cross_training_id)
  WHERE cross_training_id IS NOT NULL;
CREATE INDEX activity_source_by_import ON activity_source (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX activity_source_by_day ON activity_source (day);
CREATE INDEX typed_activity_by_run ON typed_activity (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX typed_activity_by_cross_training ON typed_activity (cross_training_id)
  WHERE cross_training_id IS NOT NULL;
CREATE INDEX typed_activity_by_day ON typed_activity (day) WHERE day IS NOT NULL;
CREATE UNIQUE INDEX routine_step_by_position ON routine_step (routine_id, position);
CREATE INDEX routine_step_by_exercise ON routine_step (exercise_id);
CREATE INDEX routine_by_import ON routine (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX routine_step_by_import ON routine_step (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX guidance_by_day ON guidance (day, time);
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
CREATE INDEX trial_pause_by_trial ON trial_pause (trial_id, from_day);
CREATE VIEW trial_week AS
WITH RECURSIVE walk (trial_id, day, place, is_paused, last_place, last_day) AS (
  SELECT
    id, start_day, 0,
    EXISTS (
      SELECT 1 FROM trial_pause
      WHERE trial_id = trial_plan.id
        AND start_day BETWEEN from_day AND coalesce(to_day, '9999-12-31')
    ),
    (SELECT 7 * count(*) - 1 FROM trial_arm WHERE trial_id = trial_plan.id),
    coalesce(
      (SELECT day FROM trial_end WHERE trial_id = trial_plan.id),
      date(
        max(
          start_day,
          coalesce((SELECT last_day FROM day_span), start_day),
          coalesce((SELECT max(drawn_day) FROM trial_arm WHERE trial_id = trial_plan.id), start_day)
        ), '+7 days')
    )
  FROM trial_plan
  WHERE unit = 'week'
  UNION ALL
  SELECT
    trial_id, date(day, '+1 day'), place + (NOT is_paused),
    EXISTS (
      SELECT 1 FROM trial_pause
      WHERE trial_pause.trial_id = walk.trial_id
        AND date(walk.day, '+1 day') BETWEEN from_day AND coalesce(to_day, '9999-12-31')
    ),
    last_place, last_day
  FROM walk
  WHERE place + (NOT is_paused) <= last_place AND day < last_day
)
SELECT trial_id, place / 7 + 1 AS unit, day, place % 7 + 1 AS number
FROM walk
WHERE NOT is_paused AND last_place >= 0;
CREATE VIEW day_boundary AS
SELECT
  words AS back
FROM column_type
UNION ALL
SELECT
  CAST(
    '-' || coalesce((SELECT value FROM setting WHERE name = 'day_boundary'), '04:00') AS TEXT
  ) AS back;
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
CREATE UNIQUE INDEX action_by_uid ON action (uid);