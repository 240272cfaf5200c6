-- Is it better to run in the morning or in the evening?
--
-- After an evening run, fewer hours pass until the next morning's rating, so
-- look at `change_48_h` too.
SELECT CASE WHEN start_time < '11:00' THEN 'before 11' WHEN start_time < '16:00' THEN '11 to 16'
    ELSE 'after 16' END AS started,
  count(*) AS runs,
  round(avg(morning_pain), 2) AS that_morning,
  round(avg(next_morning_pain - morning_pain), 2) AS change,
  round(avg(pain_48_h_later - morning_pain), 2) AS change_48_h
FROM run_response
WHERE start_time IS NOT NULL AND morning_pain IS NOT NULL AND next_morning_pain IS NOT NULL
GROUP BY started
ORDER BY min(start_time);
