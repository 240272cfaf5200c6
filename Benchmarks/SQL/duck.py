"""Runs the statement of a file in DuckDB on a journal, and prints CSV."""
import csv
import pathlib
import sys

import duckdb
import duckdb_extension_sqlite_scanner

journal, file = sys.argv[1:]
folder = pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent
db = duckdb.connect()
db.execute(f"LOAD '{next(folder.rglob('*.duckdb_extension'))}'")
result = db.execute(pathlib.Path(file).read_text().replace("JOURNAL", journal))
writer = csv.writer(sys.stdout)
writer.writerow(column[0] for column in result.description)
writer.writerows(result.fetchall())
