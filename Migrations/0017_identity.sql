-- Every action has an identity and a place in time on which copies of a journal agree,
-- so that they can be merged.
ALTER TABLE action ADD COLUMN uid TEXT CHECK (length(uid) BETWEEN 1 AND 100);
-- Milliseconds since 1970. Each action of a journal is later than the one before it,
-- even if the clock was set back.
ALTER TABLE action ADD COLUMN stamp INTEGER CHECK (stamp >= 0);
-- The computer on which it was done; empty if unknown.
ALTER TABLE action ADD COLUMN device TEXT NOT NULL DEFAULT '' CHECK (length(device) <= 100);

-- Copies that were made before this step share their older actions, with the same
-- numbers and times.
UPDATE action
SET uid = old.uid, stamp = old.stamp
FROM (
  SELECT
    id, id || '@' || done_at AS uid,
    id + max(1000 * CAST(strftime('%s', done_at) AS INTEGER) - id) OVER (ORDER BY id) AS stamp
  FROM action
) AS old
WHERE old.id = action.id;

CREATE UNIQUE INDEX action_by_uid ON action (uid);

-- The identity of the journal, which its copies share.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  journal TEXT NOT NULL CHECK (length(journal) = 32),
  -- How many merges there were: each writes many actions at once and can number them
  -- anew, which nothing else does.
  merges INTEGER NOT NULL DEFAULT 0 CHECK (merges >= 0)
) STRICT;

-- What a merge knows of a change: the entry that it was made to, where that is not the
-- one that its row began as, and what was done to the entry, where that is not what
-- became of the row. Without an entry, nobody made the change: it follows from a rule.
CREATE TABLE change_entry (
  change_id INTEGER PRIMARY KEY REFERENCES change (id),
  entry TEXT,
  kind TEXT CHECK (kind IN ('insert', 'update', 'delete'))
) STRICT;

-- The value that a change gave a field, where neither the next change of the field nor
-- the row tells it: after a merge, another rule can have decided.
CREATE TABLE change_after (
  change_id INTEGER NOT NULL REFERENCES change (id),
  field TEXT NOT NULL,
  after ANY,
  PRIMARY KEY (change_id, field)
) STRICT, WITHOUT ROWID;

-- What was forgotten on purpose, without its content, so that neither a merge nor an
-- import brings it back.
CREATE TABLE forgotten (
  key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 300),
  forgotten_at TEXT NOT NULL CHECK (forgotten_at IS strftime('%Y-%m-%dT%H:%M:%SZ', forgotten_at))
) STRICT, WITHOUT ROWID;
