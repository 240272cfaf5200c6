"""What a journal holds, read with an SQLite of our own."""

import pathlib
import shutil
import sqlite3
import tempfile

# The record of changes, and what follows from the rest.
RECORD = {"action", "change", "change_value", "change_entry", "change_after", "identity",
          "forgotten"}
DERIVED = {"day_cache", "column_type"}


class Unsound(Exception):
    """The file is no sound database; the words say why."""


class Contents:
    """The rows of every table of a journal, as text."""

    def __init__(self, rows: dict[str, list[str]]):
        self.rows = {table: lines for table, lines in rows.items() if lines}

    @property
    def entries(self) -> dict[str, list[str]]:
        """All but the record of changes: what undo brings back."""
        return {table: lines for table, lines in self.rows.items() if table not in RECORD}

    def difference(self, other: "Contents") -> str:
        """The tables that differ, in words."""
        if not self.rows:
            return "everything is gone"
        tables = sorted(set(self.rows) | set(other.rows))
        return ", ".join(
            f"{table} {len(self.rows.get(table, []))} rows for {len(other.rows.get(table, []))}"
            for table in tables if self.rows.get(table) != other.rows.get(table))

    def __eq__(self, other):
        return self.rows == other.rows


def read(journal: pathlib.Path, scratch: pathlib.Path) -> Contents:
    """The contents of the journal and its log; nothing if there is no file, or an empty
    one. It works on a copy in `scratch`, as opening a journal can change it.

    Raises Unsound if the file, its indexes or its references are not sound.
    """
    companions = [journal.with_name(journal.name + ending) for ending in ("-wal", "-journal")]
    if not journal.exists() or (journal.stat().st_size == 0 and not companions[0].exists()):
        return Contents({})
    with tempfile.TemporaryDirectory(dir=scratch, prefix="read-") as folder:
        copy = pathlib.Path(folder) / journal.name
        for path in (journal, *companions):
            if path.exists():
                shutil.copy(path, copy.with_name(path.name))
        try:
            return _rows(copy)
        # A flipped bit can end a character in SQLite's own words too.
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise Unsound(str(error)) from error


def _rows(path: pathlib.Path) -> Contents:
    connection = sqlite3.connect(path)
    # A flipped bit can end a character; no check looks for that.
    connection.text_factory = lambda data: data.decode(errors="replace")
    try:
        finding = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if finding != "ok":
            raise Unsound(f"integrity_check: {finding}")
        if reference := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Unsound(f"foreign_key_check: {reference}")
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%'"
            " ESCAPE '!' ORDER BY name")
        return Contents({
            name: sorted(repr(row) for row in connection.execute(_query(connection, name)))
            for (name,) in tables.fetchall() if name not in DERIVED})
    finally:
        connection.close()


def _query(connection: sqlite3.Connection, table: str) -> str:
    """The rows of a table, without what an action owes to chance and to the computer's
    id, which may be out of reach."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    hidden = ("uid", "device") if table == "action" else ()
    kept = [f'"{column}"' for column in columns if column not in hidden]
    return f'SELECT {", ".join(kept)} FROM "{table}"'
