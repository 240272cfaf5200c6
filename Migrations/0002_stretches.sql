CREATE TABLE exercise (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind IN ('stretch', 'nerve_glide', 'strength', 'mobility')),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;

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

CREATE INDEX stretch_by_day ON stretch (day, time);
CREATE INDEX stretch_by_exercise ON stretch (exercise_id);
CREATE INDEX stretch_by_run ON stretch (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX stretch_by_import ON stretch (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX exercise_by_import ON exercise (import_id) WHERE import_id IS NOT NULL;

-- A starter set; people add their own.
INSERT INTO exercise (name, kind) VALUES
  ('piriformis', 'stretch'), ('hamstring', 'stretch'), ('hip flexor', 'stretch'),
  ('glute', 'stretch'), ('calf', 'stretch'), ('quadriceps', 'stretch'), ('adductor', 'stretch'),
  ('knee to chest', 'stretch'), ('child''s pose', 'stretch'),
  ('sciatic slider', 'nerve_glide'), ('sciatic tensioner', 'nerve_glide'),
  ('slump slider', 'nerve_glide'), ('femoral slider', 'nerve_glide'),
  ('prone press-up', 'mobility'), ('cat-cow', 'mobility'), ('pelvic tilt', 'mobility'),
  ('lumbar rotation', 'mobility'), ('foam roller', 'mobility'),
  ('bridge', 'strength'), ('clamshell', 'strength'), ('bird dog', 'strength'),
  ('dead bug', 'strength'), ('side plank', 'strength'), ('plank', 'strength'),
  ('calf raise', 'strength'), ('single-leg squat', 'strength');
