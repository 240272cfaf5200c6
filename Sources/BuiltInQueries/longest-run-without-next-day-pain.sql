-- What are my longest runs without more pain the next morning?
--
-- These are runs that went well, not a safe distance: look at the runs of the
-- same length that are missing here (`distance-bands`).
SELECT day, distance_km, hms(minutes * 60) AS time, footwear, morning_pain,
  next_morning_pain
FROM run_response
WHERE next_morning_pain <= morning_pain
ORDER BY distance_km DESC, day DESC
LIMIT 10;
