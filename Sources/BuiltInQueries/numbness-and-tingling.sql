-- How often did I have numbness or tingling, month by month?
--
-- Days on which you were not asked do not count. If numbness spreads or weakness
-- is new, do not wait for a table: see a doctor (`nerve redflags`).
SELECT month(day) AS month, count(coalesce(numbness, tingling, weakness)) AS days,
  sum(numbness) AS numb, sum(tingling) AS tingling, sum(weakness) AS weak,
  round(avg(leg_pain), 2) AS leg_pain, max(reach) AS reach
FROM day
GROUP BY month(day)
HAVING days > 0
ORDER BY month DESC
LIMIT 12;
