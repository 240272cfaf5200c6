-- What happens after days on which the load rose fast?
--
-- The ratio compares the last week's load with the last month's, both weighted.
-- It is not a risk score: a ratio is also high after a rest. Look at the change
-- and the number of days.
SELECT CASE WHEN acute_load / chronic_load < 0.8 THEN 'below 0.8'
    WHEN acute_load / chronic_load < 1.3 THEN '0.8 to 1.3' ELSE '1.3 or more' END AS ratio,
  count(*) AS days, round(avg(load)) AS load, round(avg(leg_pain), 2) AS that_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM day
WHERE chronic_load > 0 AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY ratio
ORDER BY min(acute_load / chronic_load);
