-- Identifies runs and sessions from activity files. An entry may have several rows. A
-- row without its entry remains, so that the next import does not restore it.
CREATE TABLE activity_source (
  id INTEGER PRIMARY KEY,
  run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
  cross_training_id INTEGER REFERENCES cross_training (id) ON DELETE SET NULL,
  -- A hash of the content in 32 hexadecimal digits.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 32),
  -- The service and its number, such as strava:123.
  service_id TEXT CHECK (length(service_id) BETWEEN 1 AND 200),
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  CONSTRAINT activity_source_is_of_one_entry CHECK (run_id IS NULL OR cross_training_id IS NULL)
) STRICT;

CREATE INDEX activity_source_by_fingerprint ON activity_source (fingerprint);
CREATE INDEX activity_source_by_service_id ON activity_source (service_id)
  WHERE service_id IS NOT NULL;
CREATE INDEX activity_source_by_run ON activity_source (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX activity_source_by_cross_training ON activity_source (cross_training_id)
  WHERE cross_training_id IS NOT NULL;
CREATE INDEX activity_source_by_import ON activity_source (import_id) WHERE import_id IS NOT NULL;
