-- Does the pain draw back towards the spine over the months?
--
-- 0 is the back, 6 the toes. Pain that draws back is taken for a good sign by
-- physiotherapists, but only while numbness and weakness do not grow: pain that
-- suddenly eases can leave both behind. Pain or weakness that moves down is
-- something to tell one.
SELECT month(day) AS month, count(reach) AS days, median(reach) AS median_reach,
  round(100.0 * avg(reach >= 4)) AS percent_calf_or_lower,
  round(avg(leg_pain), 2) AS leg_pain
FROM day
GROUP BY month(day)
HAVING count(reach) > 0
ORDER BY month DESC
LIMIT 12;
