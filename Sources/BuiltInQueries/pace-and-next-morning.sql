-- Are the mornings after fast runs worse than after slow ones?
--
-- The runs are sorted by pace into four groups of equal size. A sore leg is
-- slow, so slow runs may begin with more pain: compare the change.
SELECT quarter, count(*) AS runs, pace(1000, 60 * median(pace)) AS median_pace,
  round(avg(distance_km), 1) AS km, round(avg(morning_pain), 2) AS that_morning,
  round(avg(next_morning_pain), 2) AS next_morning,
  round(avg(next_morning_pain - morning_pain), 2) AS change
FROM (
  SELECT *, ntile(4) OVER (ORDER BY pace) AS quarter
  FROM run_response
  WHERE pace IS NOT NULL AND morning_pain IS NOT NULL AND next_morning_pain IS NOT NULL)
GROUP BY quarter;
