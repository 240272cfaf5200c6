-- Does it matter whether I stretched the day before?
--
-- The same day's pain is shown next to the next day's, because you may stretch
-- on sore days. Only if the days begin alike and end differently is there
-- something to follow up.
SELECT CASE WHEN stretch_minutes > 0 THEN 'stretched' ELSE 'did not' END AS that_day,
  count(*) AS days,
  round(avg(leg_pain), 2) AS same_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change,
  round(stddev(next_day_leg_pain - leg_pain), 2) AS sd
FROM day
WHERE state IS NOT NULL AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY that_day;
