-- Which mornings were far worse than usual, and what was the day before?
--
-- Unusual means more than 3 times the scaled median distance from the median,
-- which a few bad mornings cannot move. One or two in a year may be chance.
WITH usual AS (
  SELECT median(leg_pain) AS middle, 1.4826 * mad(leg_pain) AS spread FROM day)
SELECT day.day, day.leg_pain, before.distance_km AS km_before, before.load AS load_before,
  before.stretch_minutes AS stretching_before, before.sitting_hours AS sitting_before, day.flare
FROM day
JOIN day AS before ON before.day = date(day.day, '-1 day')
CROSS JOIN usual
WHERE day.leg_pain > middle + 3 * max(spread, 0.5)
ORDER BY day.leg_pain DESC, day.day DESC
LIMIT 10;
