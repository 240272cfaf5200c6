-- How often does a run ease the leg, and does that last until the morning?
--
-- Pain on a bad day falls by itself, with or without a run. So look at how many
-- of the eased runs are still better the next morning.
SELECT CASE WHEN pain_after < pain_before THEN 'eased' WHEN pain_after > pain_before THEN 'worse'
    ELSE 'the same' END AS after_the_run,
  count(*) AS runs, round(avg(distance_km), 1) AS km, round(avg(pain_before), 2) AS before,
  round(avg(pain_after), 2) AS after,
  CAST(round(100.0 * avg(next_morning_pain <= morning_pain)) AS INTEGER) AS percent_no_worse_next_morning
FROM run_response
WHERE pain_before IS NOT NULL AND pain_after IS NOT NULL
GROUP BY after_the_run
ORDER BY min(pain_after - pain_before);
