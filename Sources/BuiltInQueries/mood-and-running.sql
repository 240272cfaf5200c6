-- Is my mood better on days with a run?
--
-- You may run because your mood is good. The morning's pain is there to compare:
-- if run days begin with less of it, that alone may lift the mood.
SELECT state AS day, count(*) AS days, round(avg(mood), 2) AS mood,
  round(stddev(mood), 2) AS sd, round(avg(leg_pain), 2) AS morning_pain,
  round(avg(stress), 2) AS stress
FROM day
WHERE mood IS NOT NULL AND state IS NOT NULL
GROUP BY state
ORDER BY state DESC;
