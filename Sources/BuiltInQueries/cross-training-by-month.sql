-- How much did I do besides running, month by month?
--
-- In months with a sore leg, other sports replace runs: the pain is the reason,
-- not the result.
SELECT month(day) AS month, round(sum(cross_training_minutes)) AS minutes_of_other_sports,
  count(cross_training_minutes) AS days_with_them, round(sum(minutes)) AS minutes_of_running,
  round(sum(stretch_minutes)) AS minutes_of_exercises, round(avg(leg_pain), 2) AS leg_pain
FROM day
GROUP BY month(day)
ORDER BY month DESC
LIMIT 12;
