-- A journal of schema 1, as it was then: a few entries of every kind.
PRAGMA application_id = 1314018885;
PRAGMA user_version = 1;
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
CREATE INDEX run_by_day ON run (day, start_time);
CREATE INDEX run_by_footwear ON run (footwear_id);
CREATE INDEX run_by_import ON run (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX footwear_by_import ON footwear (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX cross_training_by_day ON cross_training (day, start_time);
CREATE INDEX cross_training_by_import ON cross_training (import_id) WHERE import_id IS NOT NULL;
