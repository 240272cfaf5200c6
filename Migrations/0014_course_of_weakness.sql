-- 1 if weakness was known before and is unchanged; it counts only where there is
-- weakness. NULL if nobody said, which counts as new or getting worse.
ALTER TABLE check_in ADD COLUMN weakness_unchanged INTEGER
  CHECK (weakness_unchanged IN (0, 1));
