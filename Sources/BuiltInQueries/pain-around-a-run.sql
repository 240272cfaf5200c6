-- How does the leg feel before, during and after short and long runs?
--
-- A long run may be long because the leg felt well. Pain during a run that is
-- gone after it is not the same as pain that stays: look at both.
SELECT CASE WHEN distance_km < 5 THEN 'under 5 km' WHEN distance_km < 10 THEN '5 to 10 km'
    ELSE '10 km or more' END AS distance,
  count(*) AS runs, round(avg(pain_before), 2) AS before, round(avg(pain_during), 2) AS during,
  round(avg(pain_after), 2) AS after, round(avg(next_morning_pain), 2) AS next_morning
FROM run_response
WHERE distance_km IS NOT NULL AND coalesce(pain_before, pain_during, pain_after) IS NOT NULL
GROUP BY distance
ORDER BY min(distance_km);
