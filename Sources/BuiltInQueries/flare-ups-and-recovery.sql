-- How long did each flare-up last, and when did I run again?
--
-- A flare-up in progress has no end yet; this does not predict one. Until four
-- weeks have passed since the end, the last column is still growing.
SELECT onset_day, end_day, days, peak_pain,
  (SELECT min(day) FROM run WHERE day > onset_day) AS next_run,
  round(usual_week_km, 1) AS km_a_week_before,
  (SELECT round(sum(distance_m) / 4000, 1) FROM run
   WHERE day BETWEEN date(end_day, '+1 day') AND date(end_day, '+28 days')) AS km_a_week_after
FROM flare
ORDER BY onset_day;
