-- Which exercises have I kept up, and which have lapsed?
--
-- Only logged exercises count. The days of the last column run up to the latest
-- entry of any exercise.
SELECT name, kind, days, round(minutes) AS minutes, first_day, last_day,
  CAST(julianday(max(last_day) OVER ()) - julianday(last_day) AS INTEGER) AS days_ago
FROM exercise_use
WHERE entries > 0
ORDER BY last_day DESC, days DESC;
