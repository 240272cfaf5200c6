-- Signs of cauda equina syndrome in check-ins, and the default shoe. The table is
-- rebuilt, because its rule against empty check-ins must include the new signs.
CREATE TABLE new_check_in (
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

INSERT INTO new_check_in (id, day, time, utc_offset_min, moment, leg_pain, back_pain, reach, side,
  numbness, tingling, weakness, sitting_hours, sleep_hours, stress, mood, medication, note,
  import_id)
SELECT id, day, time, utc_offset_min, moment, leg_pain, back_pain, reach, side,
  numbness, tingling, weakness, sitting_hours, sleep_hours, stress, mood, medication, note,
  import_id
FROM check_in;

DROP TABLE check_in;
ALTER TABLE new_check_in RENAME TO check_in;
CREATE INDEX check_in_by_day ON check_in (day, time);
CREATE INDEX check_in_by_import ON check_in (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE footwear ADD COLUMN is_default INTEGER CHECK (is_default = 1);
CREATE UNIQUE INDEX one_footwear_is_default ON footwear (is_default) WHERE is_default = 1;

-- An undone action refers to its undo, until it is redone. A redo is an undo of the
-- undo.
ALTER TABLE action ADD COLUMN undone_by INTEGER REFERENCES action (id);
UPDATE action
SET undone_by = (SELECT undo.id FROM action AS undo WHERE undo.undoes = action.id)
WHERE undoes IS NULL;
CREATE INDEX action_that_stands ON action (id) WHERE undoes IS NULL AND undone_by IS NULL;
CREATE INDEX action_that_is_undone ON action (undone_by) WHERE undone_by IS NOT NULL;

DROP VIEW rating;
DROP VIEW day_rating;
DROP VIEW footwear_use;

-- The shift of clock times, so that the night after a day belongs to it: 04:00, or
-- the setting day_boundary.
CREATE VIEW day_boundary AS
SELECT '-' || coalesce((SELECT value FROM setting WHERE name = 'day_boundary'), '04:00') AS back;

-- Every check-in with the time of day of its ratings. After the start of the day's
-- first run it is later, even if declared otherwise; before that, or before noon on
-- a day without a run, it is morning.
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

-- The ratings of each day with a check-in: the first morning rating; if there is
-- none, the first at an unknown time; if there is none, the first later one.
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

-- Every shoe with its distance, which is computed, never stored.
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

-- All free text in one place: notes, triggers of flare-ups, medication and advice.
-- The id combines the entry's id with its kind in the lowest four bits, because
-- full-text search needs one number.
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
