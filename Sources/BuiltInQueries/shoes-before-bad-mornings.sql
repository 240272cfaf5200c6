-- Which shoes come before bad mornings?
--
-- Compare `change`, the next morning minus the morning of the run: people
-- choose soft shoes when the leg is sore, so the plain mean blames the shoe. A
-- difference within twice the standard errors is ordinary variation. Only
-- choosing shoes at random could settle it.
SELECT footwear,
  count(*) AS runs,
  round(avg(next_morning_pain), 2) AS next_morning,
  round(avg(next_morning_pain - morning_pain), 2) AS change,
  round(stddev(next_morning_pain - morning_pain) / sqrt(count(*)), 2) AS standard_error,
  CAST(round(100.0 * avg(next_morning_pain > morning_pain)) AS INTEGER) AS percent_worse
FROM run_response
WHERE next_morning_pain IS NOT NULL AND morning_pain IS NOT NULL
GROUP BY footwear
ORDER BY change DESC;
