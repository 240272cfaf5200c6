-- Is the morning after a long day of sitting worse?
--
-- Bands with equal numbers of days would hide where the change is, so these are
-- round hours. If pain keeps you in the chair, the arrow points the other way:
-- that is why the same morning is shown.
SELECT CASE WHEN sitting_hours < 4 THEN 'under 4 h' WHEN sitting_hours < 6 THEN '4 to 6 h'
    WHEN sitting_hours < 8 THEN '6 to 8 h' ELSE '8 h or more' END AS sitting,
  count(*) AS days,
  round(avg(leg_pain), 2) AS same_morning,
  round(avg(next_day_leg_pain), 2) AS next_morning,
  round(avg(next_day_leg_pain - leg_pain), 2) AS change
FROM day
WHERE sitting_hours IS NOT NULL AND leg_pain IS NOT NULL AND next_day_leg_pain IS NOT NULL
GROUP BY sitting
ORDER BY min(sitting_hours);
