-- Does a longer break before a run make the next morning better?
--
-- A long break is often a break because of pain. Only runs with a break known
-- to the day are counted; an unknown day does not end a break.
WITH runs AS (
  SELECT day, julianday(day) - julianday(lag(day) OVER (ORDER BY day)) - 1 AS rest_days,
    leg_pain, next_day_leg_pain
  FROM day
  WHERE state = 'run')
SELECT CASE WHEN rest_days >= 4 THEN '4 or more' ELSE CAST(rest_days AS INTEGER) || '' END
    AS rest_days,
  count(*) AS runs,
  round(avg(leg_pain), 2) AS that_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM runs
WHERE rest_days IS NOT NULL AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY 1
ORDER BY min(runs.rest_days);
