-- How does my leg feel in and after weeks with little or a lot of running?
--
-- Weeks with a lot of running are weeks in which the leg allowed it. The week after
-- tells more than the week itself.
SELECT CASE WHEN distance_km < 15 THEN 'under 15 km' WHEN distance_km < 30 THEN '15 to 30 km'
    WHEN distance_km < 45 THEN '30 to 45 km' ELSE '45 km or more' END AS week_of,
  count(*) AS weeks, round(avg(runs), 1) AS runs, round(avg(mean_leg_pain), 2) AS leg_pain,
  round(avg(pain_after), 2) AS the_week_after,
  round(avg(pain_after - mean_leg_pain), 2) AS change
FROM (SELECT *, lead(mean_leg_pain) OVER (ORDER BY monday) AS pain_after FROM week)
WHERE distance_km IS NOT NULL AND mean_leg_pain IS NOT NULL AND pain_after IS NOT NULL
GROUP BY week_of
ORDER BY min(distance_km);
