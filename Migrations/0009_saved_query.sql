-- Saved queries.
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 100),
  description TEXT CHECK (length(description) <= 1000),
  sql TEXT NOT NULL CHECK (length(sql) BETWEEN 1 AND 100000)
) STRICT;
