-- How are the mornings after a walk, a swim or a ride, compared with those after a run?
--
-- Gentle days are often days when running was out of the question, and they
-- begin with more pain.
SELECT coalesce(activity, CASE state WHEN 'run' THEN 'run only' ELSE 'rest' END) AS that_day,
  count(*) AS days,
  round(avg(leg_pain), 2) AS that_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM day
LEFT JOIN (SELECT DISTINCT day AS active_day, activity FROM cross_training)
  ON active_day = day
WHERE state IS NOT NULL AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY that_day
ORDER BY days DESC;
