-- How does my pain follow my distance, day by day?
--
-- The same numbers as `nerve correlate`, without its adjustment: people run less
-- on sore days, which alone makes running look helpful. A lag of -1 is pain the
-- day before the run. `nerve correlate` has the answer that takes this into
-- account.
SELECT lag, round(lagged_corr(distance_km, leg_pain, lag), 3) AS correlation
FROM (SELECT value AS lag FROM json_each('[-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7]'))
CROSS JOIN (SELECT * FROM day ORDER BY day)
GROUP BY lag;
