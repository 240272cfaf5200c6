-- Is the second day of running in a row worse than the first?
--
-- If you ran again the next day, the morning was good: `that_morning` shows how
-- much of the difference existed before.
SELECT CASE yesterday WHEN 'run' THEN 'ran the day before' ELSE 'rested the day before' END
    AS that_day,
  count(*) AS days,
  round(avg(leg_pain), 2) AS that_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM (SELECT *, lag(state) OVER (ORDER BY day) AS yesterday FROM day)
WHERE state = 'run' AND yesterday IS NOT NULL AND leg_pain IS NOT NULL
  AND next_day_leg_pain IS NOT NULL
GROUP BY yesterday;
