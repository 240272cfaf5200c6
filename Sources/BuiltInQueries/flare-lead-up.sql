-- What was different in the two weeks before a flare-up?
--
-- A few flare-ups are a few stories: something always differs. Take it as a
-- question to watch. The first row shows ordinary days.
SELECT 'all other days' AS days_before, count(*) AS days,
  round(avg(distance_km), 2) AS km_a_day, round(max(distance_km), 1) AS longest,
  round(avg(stretch_minutes), 1) AS stretching, round(avg(sitting_hours), 1) AS sitting,
  round(avg(sleep_hours), 1) AS sleep, round(avg(leg_pain), 1) AS leg_pain
FROM day
WHERE flare = 0 AND NOT EXISTS (
  SELECT 1 FROM flare_up WHERE day BETWEEN date(onset_day, '-14 days') AND date(onset_day, '-1 day'))
UNION ALL
SELECT onset_day, count(*), round(avg(distance_km), 2), round(max(distance_km), 1),
  round(avg(stretch_minutes), 1), round(avg(sitting_hours), 1), round(avg(sleep_hours), 1),
  round(avg(leg_pain), 1)
FROM flare_up
JOIN day ON day BETWEEN date(onset_day, '-14 days') AND date(onset_day, '-1 day')
GROUP BY onset_day;
