-- These alone give the distance of shoes and the count of exercises, without reading
-- every run and stretch.
DROP INDEX run_by_footwear;
CREATE INDEX run_by_footwear ON run (footwear_id, day, distance_m);

DROP INDEX stretch_by_exercise;
CREATE INDEX stretch_by_exercise ON stretch (exercise_id, day);
