-- After which surface are the next mornings best?
--
-- Track and trail are different runs, not only different surfaces: compare the
-- distances before the pain.
SELECT surface, count(*) AS runs, round(avg(distance_km), 1) AS km,
  round(avg(next_morning_pain - morning_pain), 2) AS change,
  round(stddev(next_morning_pain - morning_pain) / sqrt(count(*)), 2) AS standard_error
FROM run_response
WHERE next_morning_pain IS NOT NULL AND morning_pain IS NOT NULL
GROUP BY surface
ORDER BY change;
