-- Which exercises come before better mornings?
--
-- Several exercises on one day share its morning. People also choose them by
-- how the leg feels, so a worse mean may be the reason for an exercise.
SELECT name, kind, count(*) AS days, max(day.day) AS latest,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM (SELECT DISTINCT day, exercise_id FROM stretch) AS done
JOIN exercise ON exercise.id = exercise_id
JOIN day ON day.day = done.day
WHERE leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY exercise_id
ORDER BY change;
