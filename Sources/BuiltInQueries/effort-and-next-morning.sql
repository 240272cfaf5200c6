-- Do hard runs cost more than easy ones?
--
-- Effort reflects how you felt: a sore leg makes a run hard. So this is not
-- evidence about effort alone.
SELECT CASE WHEN rpe <= 3 THEN 'easy (0-3)' WHEN rpe <= 6 THEN 'moderate (4-6)'
    ELSE 'hard (7-10)' END AS effort,
  count(*) AS runs,
  round(avg(distance_km), 1) AS km,
  round(avg(morning_pain), 2) AS that_morning,
  round(avg(next_morning_pain), 2) AS next_morning,
  round(avg(next_morning_pain - morning_pain), 2) AS change
FROM run_response
WHERE rpe IS NOT NULL AND next_morning_pain IS NOT NULL AND morning_pain IS NOT NULL
GROUP BY effort
ORDER BY min(rpe);
