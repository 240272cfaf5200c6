-- How are the days with medication, and the mornings after?
--
-- Medication is taken because of pain, so these days begin worse and the next
-- morning is better by itself. This shows how often it was needed, not whether
-- it works.
SELECT coalesce(medication, 'none noted') AS medication, count(*) AS days, max(day) AS latest,
  round(avg(leg_pain), 2) AS that_morning, round(avg(worst_leg_pain), 2) AS worst,
  round(avg(next_day_leg_pain), 2) AS next_morning, round(avg(distance_km), 1) AS km
FROM day
WHERE leg_pain IS NOT NULL
GROUP BY medication
ORDER BY days DESC
LIMIT 12;
