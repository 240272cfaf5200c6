-- Does my leg hurt more after a short night?
--
-- Neighbouring days are alike, so `days` days may tell as much as fewer,
-- `effective_n`: a correlation within 2 / sqrt(effective_n) of zero is
-- noise. Pain also shortens nights.
SELECT count(*) AS days,
  round(corr(leg_pain, sleep_hours), 2) AS pearson,
  round(spearman(leg_pain, sleep_hours), 2) AS spearman,
  round(effective_n(leg_pain, sleep_hours, day), 0) AS effective_n,
  round(2 / sqrt(effective_n(leg_pain, sleep_hours, day)), 2) AS noise
FROM day
WHERE sleep_hours IS NOT NULL AND leg_pain IS NOT NULL;
