-- Which side hurts, and does it change sides?
--
-- Pain on both sides at once is a reason to ask a doctor soon, even if it is
-- mild (`nerve redflags`).
SELECT month(day) AS month, count(side) AS days, sum(side = 'left') AS left_side,
  sum(side = 'right') AS right_side, sum(side = 'both') AS both_sides,
  round(avg(leg_pain), 2) AS leg_pain
FROM day
WHERE side IS NOT NULL
GROUP BY month(day)
ORDER BY month DESC
LIMIT 12;
