-- Do worn shoes come before worse mornings?
--
-- The distance is the shoe's distance before the run, including its starting
-- distance. While a shoe wears out, the seasons and your form change too.
WITH worn AS (
  SELECT name, next_morning_pain - morning_pain AS change,
    coalesce(start_distance_m / 1000, 0) + coalesce(sum(distance_km) OVER (
      PARTITION BY name ORDER BY day, run_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS worn_km
  FROM run_response
  JOIN footwear ON name = run_response.footwear)
SELECT name AS shoe, CAST(worn_km / 200 AS INTEGER) * 200 AS from_km, count(*) AS runs,
  round(avg(change), 2) AS change, round(stddev(change) / sqrt(count(*)), 2) AS standard_error
FROM worn
WHERE change IS NOT NULL
GROUP BY name, from_km
ORDER BY name, from_km;
