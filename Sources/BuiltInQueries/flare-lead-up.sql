-- What was different in the week before a flare-up?
--
-- A few flare-ups are a few stories: something always differs. Take it as a
-- question to watch. The usual figures are from the four weeks before that
-- week; `nerve flares` compares with ordinary days.
SELECT onset_day, runs_before AS runs, round(km_before, 1) AS km,
  round(usual_week_km, 1) AS usual_km, round(longest_day_km_before, 1) AS longest_km,
  round(stretch_minutes_before) AS stretching, round(sitting_hours_before, 1) AS sitting,
  round(sleep_hours_before, 1) AS sleep, round(stress_before, 1) AS stress,
  round(leg_pain_before, 1) AS leg_pain, round(usual_leg_pain, 1) AS usual_pain
FROM flare
ORDER BY onset_day DESC;
