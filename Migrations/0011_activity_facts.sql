-- Remarks on suspicious values of a run or session from a file, one sentence per line.
ALTER TABLE run ADD COLUMN doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000);
ALTER TABLE cross_training ADD COLUMN doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000);

-- The values of each source of an activity, so that grouping sources and choosing
-- values depend on all of them, and not on the order of import.
ALTER TABLE activity_source ADD COLUMN activity TEXT
  CHECK (length(activity) BETWEEN 1 AND 100);
ALTER TABLE activity_source ADD COLUMN day TEXT CHECK
  (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31');
ALTER TABLE activity_source ADD COLUMN start_time TEXT
  CHECK (start_time IS time(start_time, '+0 seconds'));
ALTER TABLE activity_source ADD COLUMN utc_offset_min INTEGER
  CHECK (utc_offset_min BETWEEN -900 AND 900);
-- The clock in the source: local, UTC, or both. The other was guessed.
ALTER TABLE activity_source ADD COLUMN start_told TEXT
  CHECK (start_told IN ('wall', 'utc', 'both'));
ALTER TABLE activity_source ADD COLUMN start_to_minute INTEGER
  CHECK (start_to_minute BETWEEN 0 AND 1);
ALTER TABLE activity_source ADD COLUMN distance_m REAL
  CHECK (distance_m > 0 AND distance_m <= 2000000);
ALTER TABLE activity_source ADD COLUMN duration_s REAL
  CHECK (duration_s > 0 AND duration_s <= 604800);
-- Pauses included.
ALTER TABLE activity_source ADD COLUMN elapsed_s REAL CHECK (elapsed_s > 0);
ALTER TABLE activity_source ADD COLUMN rpe REAL CHECK (rpe BETWEEN 0 AND 10);
ALTER TABLE activity_source ADD COLUMN shoe TEXT CHECK (length(shoe) BETWEEN 1 AND 100);
ALTER TABLE activity_source ADD COLUMN ascent_m REAL CHECK (ascent_m BETWEEN 0 AND 100000);
ALTER TABLE activity_source ADD COLUMN descent_m REAL CHECK (descent_m BETWEEN 0 AND 100000);
ALTER TABLE activity_source ADD COLUMN steps INTEGER CHECK (steps BETWEEN 1 AND 1000000);
ALTER TABLE activity_source ADD COLUMN heart_rate_avg INTEGER
  CHECK (heart_rate_avg BETWEEN 20 AND 260);
ALTER TABLE activity_source ADD COLUMN heart_rate_max INTEGER
  CHECK (heart_rate_max BETWEEN 20 AND 260);
ALTER TABLE activity_source ADD COLUMN cadence_spm REAL CHECK (cadence_spm BETWEEN 20 AND 400);
ALTER TABLE activity_source ADD COLUMN note TEXT CHECK (length(note) <= 10000);
-- 3 for a recording with sensors, 2 for the table of a service, 1 for a bare track.
ALTER TABLE activity_source ADD COLUMN evidence INTEGER CHECK (evidence BETWEEN 1 AND 3);
-- Its service or device.
ALTER TABLE activity_source ADD COLUMN origin TEXT CHECK (length(origin) <= 200);
-- Remarks from reading it, one sentence per line.
ALTER TABLE activity_source ADD COLUMN doubt TEXT CHECK (length(doubt) BETWEEN 1 AND 2000);

CREATE INDEX activity_source_by_day ON activity_source (day);

-- The typed values of a run or session from files, which take precedence over files.
-- A row without its entry has no meaning.
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

CREATE INDEX typed_activity_by_run ON typed_activity (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX typed_activity_by_cross_training ON typed_activity (cross_training_id)
  WHERE cross_training_id IS NOT NULL;
CREATE INDEX typed_activity_by_day ON typed_activity (day) WHERE day IS NOT NULL;

-- Earlier sources had no more values than the journal.
UPDATE activity_source SET
  (activity, day, start_time, utc_offset_min, start_told, start_to_minute, distance_m,
    duration_s, rpe, shoe, ascent_m, descent_m, steps, heart_rate_avg, heart_rate_max,
    cadence_spm, note) = (
    SELECT
      'run', run.day, run.start_time, run.utc_offset_min,
      iif(run.start_time IS NULL, NULL, iif(run.utc_offset_min IS NULL, 'wall', 'utc')), 0,
      run.distance_m, run.duration_s, run.rpe, footwear.name, run.ascent_m, run.descent_m,
      run.steps, run.heart_rate_avg, run.heart_rate_max, run.cadence_spm, run.note
    FROM run
    LEFT JOIN footwear ON footwear.id = run.footwear_id
    WHERE run.id = run_id)
WHERE run_id IS NOT NULL;

UPDATE activity_source SET
  (activity, day, start_time, utc_offset_min, start_told, start_to_minute, distance_m,
    duration_s, rpe, note) = (
    SELECT
      session.activity, session.day, session.start_time, session.utc_offset_min,
      iif(session.start_time IS NULL, NULL, iif(session.utc_offset_min IS NULL, 'wall', 'utc')),
      0, session.distance_m, session.duration_s, session.rpe, session.note
    FROM cross_training AS session
    WHERE session.id = cross_training_id)
WHERE cross_training_id IS NOT NULL;

UPDATE activity_source SET
  evidence = coalesce((
    SELECT CASE WHEN format IN ('fit', 'tcx') THEN 3 WHEN format = 'gpx' THEN 1 END
    FROM import WHERE import.id = import_id), 2)
WHERE day IS NOT NULL;

-- Values typed before the file was imported.
INSERT INTO typed_activity (run_id, fields, day, start_time, utc_offset_min, distance_m, duration_s)
SELECT
  id,
  'day' || iif(start_time IS NULL, '', ',start_time,utc_offset_min')
    || iif(distance_m IS NULL, '', ',distance_m') || iif(duration_s IS NULL, '', ',duration_s')
    || iif(rpe IS NULL, '', ',rpe') || iif(footwear_id IS NULL, '', ',footwear_id')
    || iif(ascent_m IS NULL, '', ',ascent_m')
    || iif(heart_rate_avg IS NULL, '', ',heart_rate_avg')
    || iif(heart_rate_max IS NULL, '', ',heart_rate_max')
    || iif(cadence_spm IS NULL, '', ',cadence_spm') || iif(note IS NULL, '', ',note'),
  day, start_time, utc_offset_min, distance_m, duration_s
FROM run
WHERE import_id IS NULL AND id IN (SELECT run_id FROM activity_source);

INSERT INTO typed_activity
  (cross_training_id, fields, day, start_time, utc_offset_min, distance_m, duration_s)
SELECT
  id,
  'day,activity' || iif(start_time IS NULL, '', ',start_time,utc_offset_min')
    || iif(distance_m IS NULL, '', ',distance_m') || iif(duration_s IS NULL, '', ',duration_s')
    || iif(rpe IS NULL, '', ',rpe') || iif(note IS NULL, '', ',note'),
  day, start_time, utc_offset_min, distance_m, duration_s
FROM cross_training
WHERE import_id IS NULL AND id IN (SELECT cross_training_id FROM activity_source);

-- Values changed by hand after the import.
INSERT INTO typed_activity (run_id, fields, fingerprint)
SELECT run.id, group_concat(DISTINCT value.field), (
    SELECT min(fingerprint) FROM activity_source WHERE run_id = run.id)
FROM run
JOIN change ON change.table_name = 'run' AND change.row_id = run.id AND change.kind = 'update'
JOIN change_value AS value ON value.change_id = change.id
LEFT JOIN action ON action.id = change.action_id
WHERE run.import_id IS NOT NULL AND run.id IN (SELECT run_id FROM activity_source)
  AND coalesce(action.command, '') NOT IN ('import', 'undo', 'redo')
GROUP BY run.id;

INSERT INTO typed_activity (cross_training_id, fields, fingerprint)
SELECT session.id, group_concat(DISTINCT value.field), (
    SELECT min(fingerprint) FROM activity_source WHERE cross_training_id = session.id)
FROM cross_training AS session
JOIN change
  ON change.table_name = 'cross_training' AND change.row_id = session.id
  AND change.kind = 'update'
JOIN change_value AS value ON value.change_id = change.id
LEFT JOIN action ON action.id = change.action_id
WHERE session.import_id IS NOT NULL
  AND session.id IN (SELECT cross_training_id FROM activity_source)
  AND coalesce(action.command, '') NOT IN ('import', 'undo', 'redo')
GROUP BY session.id;

-- Entries next to one from a file on the same day were kept as separate.
INSERT INTO typed_activity (run_id, fields, is_apart)
SELECT id, '', 1
FROM run
WHERE id NOT IN (SELECT run_id FROM activity_source WHERE run_id IS NOT NULL)
  AND day IN (SELECT day FROM activity_source WHERE run_id IS NOT NULL);
