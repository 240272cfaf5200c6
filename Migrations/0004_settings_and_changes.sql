CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 1000)
) STRICT;

-- One command that wrote: the unit of undo.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  done_at TEXT NOT NULL CHECK (done_at IS strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
  command TEXT NOT NULL,
  import_id INTEGER,
  -- The action that this one took back, if it is an undo.
  undoes INTEGER REFERENCES action (id),
  -- Open while its command runs; triggers record changes under the open one.
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX one_action_is_open ON action (is_open) WHERE is_open = 1;
CREATE INDEX action_by_undone ON action (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX action_by_import ON action (import_id) WHERE import_id IS NOT NULL;

-- One row per changed row of the journal, written by triggers. A change without an
-- action comes from another program.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  action_id INTEGER REFERENCES action (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete'))
) STRICT;

CREATE INDEX change_by_action ON change (action_id);
CREATE INDEX change_by_row ON change (table_name, row_id);

-- The previous values: of fields changed by an update, and of known fields in a
-- deleted row. The later values are in the row itself or in the next change.
CREATE TABLE change_value (
  change_id INTEGER NOT NULL REFERENCES change (id),
  field TEXT NOT NULL,
  before ANY,
  PRIMARY KEY (change_id, field)
) STRICT, WITHOUT ROWID;
