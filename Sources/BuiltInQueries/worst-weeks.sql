-- Which were my worst weeks, and what did I run before them?
--
-- The worst of many weeks were partly bad luck, so that the weeks after them are
-- better whatever you do.
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
