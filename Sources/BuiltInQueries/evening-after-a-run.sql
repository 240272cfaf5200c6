-- Does pain rise more over the day when I run?
--
-- Morning and evening of the same day, so the night plays no part. If you rate
-- only bad evenings, every kind of day shows a rise.
SELECT state AS day, count(*) AS days, round(avg(leg_pain), 2) AS morning,
  round(avg(evening_leg_pain), 2) AS evening,
  round(avg(evening_leg_pain - leg_pain), 2) AS change,
  round(stddev(evening_leg_pain - leg_pain), 2) AS sd
FROM day
WHERE leg_pain_moment = 'morning' AND evening_leg_pain IS NOT NULL AND state IS NOT NULL
GROUP BY state;
