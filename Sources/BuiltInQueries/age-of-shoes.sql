-- Do worn shoes come before worse mornings?
--
-- The distance is the shoe's distance before the run, including its starting
-- distance. While a shoe wears out, the seasons and your form change too.
WITH worn AS (
  SELECT run.id AS run_id, footwear.name, (coalesce(start_distance_m, 0) + coalesce(
      sum(distance_m) OVER (
        PARTITION BY footwear_id ORDER BY day, run.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) / 1000 AS worn_km
  FROM run
  JOIN footwear ON footwear.id = footwear_id)
SELECT name AS shoe, CAST(worn_km / 200 AS INTEGER) * 200 AS from_km, count(*) AS runs,
  round(avg(next_morning_pain - morning_pain), 2) AS change,
  round(stddev(next_morning_pain - morning_pain) / sqrt(count(*)), 2) AS standard_error
FROM worn
JOIN run_response USING (run_id)
WHERE next_morning_pain IS NOT NULL AND morning_pain IS NOT NULL
GROUP BY name, from_km
ORDER BY name, from_km;
