-- Are the mornings after hilly runs worse?
--
-- Hilly runs are often longer, harder and on other ground; the distance is shown
-- next to the pain. Uphill and downhill come together, so this cannot tell them
-- apart.
SELECT CASE WHEN ascent_m / distance_km < 8 THEN 'flat (under 8 m per km)'
    WHEN ascent_m / distance_km < 20 THEN 'rolling (8 to 20 m per km)'
    ELSE 'hilly (20 m per km or more)' END AS course,
  count(*) AS runs, round(avg(distance_km), 1) AS km, round(avg(ascent_m)) AS ascent_m,
  round(avg(descent_m)) AS descent_m,
  round(avg(next_morning_pain - morning_pain), 2) AS change
FROM run_response
WHERE ascent_m IS NOT NULL AND distance_km IS NOT NULL AND morning_pain IS NOT NULL
  AND next_morning_pain IS NOT NULL
GROUP BY course
ORDER BY min(ascent_m / distance_km);
