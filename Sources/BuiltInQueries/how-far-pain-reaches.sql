-- Does the pain draw back towards the spine over the months?
--
-- 0 is the back, 6 the toes. Physiotherapists see it as a good sign if pain
-- draws back, but only while numbness and weakness do not grow: these can stay
-- when pain suddenly eases. Tell your physio if pain or weakness moves down the
-- leg.
SELECT month(day) AS month, count(reach) AS days, median(reach) AS median_reach,
  CAST(round(100.0 * avg(reach >= 4)) AS INTEGER) AS percent_calf_or_lower,
  round(avg(leg_pain), 2) AS leg_pain
FROM day
GROUP BY month(day)
HAVING count(reach) > 0
ORDER BY month DESC
LIMIT 12;
