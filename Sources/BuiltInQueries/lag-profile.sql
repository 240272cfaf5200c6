-- How does my pain follow my distance, day by day?
--
-- The coefficients of `nerve correlate` for mornings, without its adjustment:
-- people run less on sore days, which alone makes running look helpful. A lag
-- of -1 is the previous morning's pain, 0 that of the morning of the run, and 1 the
-- next. `nerve correlate` has the adjusted
-- answer.
SELECT lag, round(lagged_corr(morning_pain, distance_km, lag, day), 3) AS correlation
FROM (SELECT value AS lag FROM json_each('[-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7]'))
CROSS JOIN (
  SELECT day, distance_km, iif(leg_pain_moment = 'morning', leg_pain, NULL) AS morning_pain
  FROM day)
GROUP BY lag;
