-- How fast and how hard did I run each month?
--
-- Pace is time over distance of all runs with both; it cannot compare a month
-- of intervals with a month of long runs.
SELECT month(day) AS month, count(*) AS runs, round(sum(distance_m) / 1000, 1) AS km,
  pace(sum(distance_m), sum(duration_s)) AS pace, median(rpe) AS median_effort,
  hms(max(duration_s)) AS longest_time
FROM run
WHERE distance_m IS NOT NULL AND duration_s IS NOT NULL
GROUP BY month(day)
ORDER BY month DESC
LIMIT 12;
