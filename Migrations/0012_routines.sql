-- Named sets of exercises.
CREATE TABLE routine (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  note TEXT CHECK (length(note) <= 10000),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;

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

CREATE UNIQUE INDEX routine_step_by_position ON routine_step (routine_id, position);
CREATE INDEX routine_step_by_exercise ON routine_step (exercise_id);
CREATE INDEX routine_by_import ON routine (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX routine_step_by_import ON routine_step (import_id) WHERE import_id IS NOT NULL;

-- The time of guidance: it does not apply to earlier runs.
ALTER TABLE guidance ADD COLUMN time TEXT CHECK (time IS time(time, '+0 seconds'));
ALTER TABLE guidance ADD COLUMN utc_offset_min INTEGER
  CHECK (utc_offset_min BETWEEN -900 AND 900);

DROP INDEX guidance_by_day;
CREATE INDEX guidance_by_day ON guidance (day, time);
