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

CREATE INDEX check_in_by_day ON check_in (day, time);
CREATE INDEX check_in_by_import ON check_in (import_id) WHERE import_id IS NOT NULL;

-- A flare-up is declared by the person, not a pain threshold.
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

CREATE INDEX flare_up_by_onset ON flare_up (onset_day);
CREATE UNIQUE INDEX one_flare_up_lasts ON flare_up ((end_day IS NULL)) WHERE end_day IS NULL;
CREATE INDEX flare_up_by_trigger_run ON flare_up (trigger_run_id)
  WHERE trigger_run_id IS NOT NULL;
CREATE INDEX flare_up_by_import ON flare_up (import_id) WHERE import_id IS NOT NULL;

-- Advice from a doctor or physiotherapist.
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

CREATE INDEX guidance_by_day ON guidance (day);
CREATE INDEX guidance_by_import ON guidance (import_id) WHERE import_id IS NOT NULL;

-- A day declared: 'rest' makes the load a true 0, 'not_tracked' makes it unknown.
CREATE TABLE day_mark (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK
    (day IS date(day, '+0 days') AND day BETWEEN '1900-01-01' AND '2199-12-31'),
  kind TEXT NOT NULL CHECK (kind IN ('rest', 'not_tracked')),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX day_mark_by_import ON day_mark (import_id) WHERE import_id IS NOT NULL;
