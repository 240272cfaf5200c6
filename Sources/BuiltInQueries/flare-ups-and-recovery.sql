-- How long did each flare-up last, and when did I run again?
--
-- A flare-up in progress has no end yet; this does not predict one.
SELECT onset_day, end_day, julianday(end_day) - julianday(onset_day) + 1 AS days, peak_pain,
  (SELECT min(run.day) FROM run WHERE run.day > onset_day) AS next_run,
  (SELECT round(avg(distance_km) * 7, 1) FROM day
   WHERE day BETWEEN date(onset_day, '-28 days') AND date(onset_day, '-1 day')) AS km_a_week_before,
  (SELECT round(avg(distance_km) * 7, 1) FROM day
   WHERE day BETWEEN date(end_day, '+1 day') AND date(end_day, '+28 days')) AS km_a_week_after
FROM flare_up
ORDER BY onset_day;
