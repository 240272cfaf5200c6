-- Randomised self-trials: two ways of running, compared in pairs of units whose
-- order a coin decides.
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
CREATE INDEX trial_pause_by_trial ON trial_pause (trial_id, from_day);

-- What the runner says was done in a unit: one arm, or a mixture.
CREATE TABLE trial_answer (
  id INTEGER PRIMARY KEY,
  trial_id INTEGER NOT NULL REFERENCES trial_plan (id) ON DELETE RESTRICT,
  unit INTEGER NOT NULL CHECK (unit >= 1),
  done TEXT NOT NULL CHECK (done IN ('A', 'B', 'mixed')),
  UNIQUE (trial_id, unit)
) STRICT;

-- The tables from here on are no entries: nobody can undo a coin that has fallen, a
-- look at the result or an end after which the seed is known. They refer to the
-- plan by number alone, so that starting a trial can be undone and redone.

-- The seed of the coin, sealed until the trial ends. nerve withholds it: a runner
-- who knows the next arms can choose when to run.
CREATE TABLE trial_seed (
  trial_id INTEGER PRIMARY KEY,
  sealed INTEGER NOT NULL
) STRICT;

-- The arm of each unit that has begun, in order.
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

CREATE TABLE trial_look (
  trial_id INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  looked_at TEXT NOT NULL CHECK (looked_at IS strftime('%Y-%m-%dT%H:%M:%SZ', looked_at)),
  pairs INTEGER NOT NULL CHECK (pairs >= 0),
  mean REAL,
  p REAL,
  PRIMARY KEY (trial_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE trial_end (
  trial_id INTEGER PRIMARY KEY,
  -- The last day that counts.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000),
  seed INTEGER CHECK (seed >= 0)
) STRICT;

-- The days of units of a week. A pause stops the count: a week has seven days
-- besides those of pauses.
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

-- The run days that count, with the change in leg pain from that morning to the
-- next; NULL unless both were rated before the day's run.
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
  counted.trial_id, counted.unit, counted.day,
  iif(
    today.leg_pain_moment IS NOT 'later' AND next.leg_pain_moment IS NOT 'later',
    next.leg_pain - today.leg_pain, NULL
  ) AS change
FROM counted
LEFT JOIN day AS today ON today.day = counted.day
LEFT JOIN day AS next ON next.day = date(counted.day, '+1 day')
LIMIT -1 OFFSET 0;

CREATE VIEW trial AS
SELECT
  trial_plan.id AS trial_id, kind, arm_a, arm_b, unit, pairs, analysis, start_day,
  trial_end.day AS end_day,
  CASE
    WHEN is_complete = 1 THEN 'complete'
    WHEN is_complete = 0 THEN 'stopped'
    WHEN EXISTS (
      SELECT 1 FROM trial_pause WHERE trial_pause.trial_id = trial_plan.id AND to_day IS NULL
    ) THEN 'paused'
    ELSE 'running'
  END AS state,
  reason AS stop_reason, detectable_points,
  (SELECT count(*) FROM trial_look WHERE trial_look.trial_id = trial_plan.id) AS looks,
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
  trial_arm.trial_id, trial_arm.unit, (trial_arm.unit + 1) / 2 AS pair, arm,
  iif(arm = 'A', arm_a, arm_b) AS treatment, drawn_day, first_day, last_day,
  coalesce(run_days, 0) AS run_days, coalesce(rated_run_days, 0) AS rated_run_days,
  coalesce(trial_answer.done, worn.done) AS done,
  iif(trial_end.trial_id IS NULL, NULL, pain_change) AS pain_change
FROM trial_arm
JOIN trial_plan ON trial_plan.id = trial_arm.trial_id
LEFT JOIN span ON span.trial_id = trial_arm.trial_id AND span.unit = trial_arm.unit
LEFT JOIN outcome ON outcome.trial_id = trial_arm.trial_id AND outcome.unit = trial_arm.unit
LEFT JOIN worn ON worn.trial_id = trial_arm.trial_id AND worn.unit = trial_arm.unit
LEFT JOIN trial_answer
  ON trial_answer.trial_id = trial_arm.trial_id AND trial_answer.unit = trial_arm.unit
LEFT JOIN trial_end ON trial_end.trial_id = trial_arm.trial_id;
