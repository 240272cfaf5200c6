-- A search for words reads the entries with notes, not every entry.
CREATE INDEX run_with_note ON run (id) WHERE note IS NOT NULL;

CREATE INDEX stretch_with_note ON stretch (id) WHERE note IS NOT NULL;

CREATE INDEX check_in_with_text ON check_in (id) WHERE note IS NOT NULL OR medication IS NOT NULL;
