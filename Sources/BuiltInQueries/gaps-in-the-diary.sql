-- How complete is my diary, month by month?
--
-- Days without a rating cannot count in any answer. Known days are those known as
-- a run or a rest day. If mostly good or mostly bad
-- days are missing, every mean is off.
SELECT month, days, pain_days AS rated, days - pain_days AS not_rated, known_days,
  days - known_days AS unknown_days, CAST(round(100.0 * pain_days / days) AS INTEGER) AS percent_rated
FROM month
ORDER BY month DESC
LIMIT 12;
