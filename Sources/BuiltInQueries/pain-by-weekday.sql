-- On which weekdays is my leg worst?
--
-- Seven groups differ by chance: with a standard deviation of 2 and 100
-- Mondays, a mean is certain to about 0.4. A weekday also stands for what you
-- do on it.
SELECT weekday_name(day) AS weekday,
  count(leg_pain) AS days,
  round(avg(leg_pain), 2) AS leg_pain,
  round(stddev(leg_pain), 2) AS sd,
  round(avg(distance_km), 1) AS km,
  round(avg(sitting_hours), 1) AS sitting
FROM day
GROUP BY day.weekday
ORDER BY day.weekday;
