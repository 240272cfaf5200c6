-- Which were my worst weeks, and how far did I run before them?
--
-- The worst of many weeks are partly bad luck, so the weeks after them are better
-- anyway.
WITH weeks AS (
  SELECT monday(day) AS monday, round(sum(distance_km), 1) AS km,
    round(avg(leg_pain), 2) AS leg_pain, count(leg_pain) AS ratings, max(flare) AS flare
  FROM day
  GROUP BY monday(day))
SELECT monday, leg_pain, ratings, km,
  lag(km) OVER (ORDER BY monday) AS km_the_week_before, flare
FROM weeks
ORDER BY leg_pain DESC
LIMIT 10;
