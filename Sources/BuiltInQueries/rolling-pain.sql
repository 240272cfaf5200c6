-- How has my pain developed lately, ignoring day-to-day noise?
--
-- The median of the last 7 days follows a change within four; `ewma_28` is slow
-- on purpose. Days without a rating are skipped, not filled in.
SELECT day, leg_pain,
  median(leg_pain) OVER (ORDER BY julianday(day) RANGE 6 PRECEDING) AS median_7,
  round(ewma(leg_pain, 28) OVER (ORDER BY day), 2) AS ewma_28,
  round(ewma(distance_km, 7) OVER (ORDER BY day), 2) AS km_7
FROM day
ORDER BY day DESC
LIMIT 14;
