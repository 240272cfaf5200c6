-- 1 if weakness was known before and is unchanged; it counts only where there is
-- weakness. NULL if nobody said, which counts as new or getting worse.
ALTER TABLE check_in ADD COLUMN weakness_unchanged INTEGER
  CHECK (weakness_unchanged IN (0, 1));

DROP VIEW rating;

-- Every check-in with the time of day of its ratings. After the start of the day's
-- first run it is later, even if declared otherwise; before that, or before noon on
-- a day without a run, it is morning.
CREATE VIEW rating AS
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
  leg_pain, back_pain, reach, side, numbness, tingling, weakness, weakness_unchanged,
  saddle_numbness, bladder_or_bowel, sitting_hours, sleep_hours, stress, mood, medication, note
FROM check_in;
