-- Is distance associated with the next day's pain, month by month?
--
-- Anything within `noise` of zero is chance; and without any effect, some month
-- is beyond it in about four years of ten. `nerve month` shows each month next
-- to all your data.
SELECT month(day) AS month, count(*) AS pairs,
  round(corr(next_day_leg_pain, distance_km), 2) AS pearson,
  round(spearman(next_day_leg_pain, distance_km), 2) AS spearman,
  round(kendall(next_day_leg_pain, distance_km), 2) AS kendall,
  round(2 / sqrt(effective_n(next_day_leg_pain, distance_km, day)), 2) AS noise
FROM day
WHERE distance_km IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY month(day)
ORDER BY month DESC
LIMIT 12;
