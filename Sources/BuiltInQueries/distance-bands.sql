-- How is the next morning after short, middle and long runs?
--
-- This table shows no threshold: long runs happen on good days. The median and
-- the share of worse mornings are shown next to the mean, because a few bad
-- mornings distort it.
SELECT CASE WHEN distance_km < 5 THEN 'under 5 km' WHEN distance_km < 10 THEN '5 to 10 km'
    WHEN distance_km < 15 THEN '10 to 15 km' ELSE '15 km or more' END AS distance,
  count(*) AS runs,
  round(avg(morning_pain), 2) AS that_morning,
  round(avg(next_morning_pain), 2) AS next_morning,
  median(next_morning_pain - morning_pain) AS median_change,
  CAST(round(100.0 * avg(next_morning_pain > morning_pain)) AS INTEGER) AS percent_worse
FROM run_response
WHERE next_morning_pain IS NOT NULL AND morning_pain IS NOT NULL AND distance_km IS NOT NULL
GROUP BY distance
ORDER BY min(distance_km);
