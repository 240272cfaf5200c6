-- Does my leg hurt more on stressful days?
--
-- Pain is stressful too. Compare the next morning, and remember that a bad week
-- brings both.
SELECT CASE WHEN stress <= 3 THEN 'calm (0-3)' WHEN stress <= 6 THEN 'medium (4-6)'
    ELSE 'stressful (7-10)' END AS that_day,
  count(*) AS days,
  round(avg(leg_pain), 2) AS that_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM day
WHERE stress IS NOT NULL AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY that_day
ORDER BY min(stress);
