-- What were my longest spells without leg pain?
--
-- A day without a rating ends a spell, so gaps in the diary hide some. A long
-- spell with few runs is not the same as one with many.
WITH days AS (
  SELECT day, distance_km, runs,
    julianday(day) - row_number() OVER (ORDER BY day) AS spell
  FROM day
  WHERE worst_leg_pain = 0)
SELECT min(day) AS from_day, max(day) AS to_day, count(*) AS days, sum(runs) AS runs,
  round(sum(distance_km), 1) AS km
FROM days
GROUP BY spell
ORDER BY days DESC, from_day DESC
LIMIT 10;
