#!/bin/sh
# Computes one number in every installed program of Documentation/interop.md; it
# must be the same everywhere. Then counts days in ways that need typed columns: a
# number given as text, a filter of a web page, a column read as a number.
#
#   sh Scripts/check-interop.sh JOURNAL [FOLDER WITH PYTHON PROGRAMS]
#
# Needs `make build extension`. The programs are sqlite3, python3, sqlite-utils,
# litecli, datasette, pandas, R with RSQLite, and duckdb; missing ones are skipped.
set -eu

journal=$(realpath "$1")
bin=${2:-/usr/bin}
top=$(realpath "$(dirname "$0")/..")
extension=$top/.build/libnerve.so
sql="SELECT round(corr(next_day_leg_pain, distance_km), 9) AS r FROM day"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

expected=$("$top/.build/release/nerve" sql "$sql" --format csv --journal "$journal" 2>/dev/null | tail -n 1 | tr -d '\r')
printf '%-14s %s\n' nerve "$expected"

# told NAME VALUE: compares a program's result.
told() {
  printf '%-14s %s\n' "$1" "$2"
  [ "$2" = "$expected" ] || { echo "$1 differs" >&2; status=1; }
}

views="day week month rating run_response flare footwear_use exercise_use"
# Days with one run, and a condition that only a typed column fulfils.
typed="SELECT count(*) FROM day WHERE runs = '1'"
days=$(sqlite3 -readonly "$journal" "SELECT count(*) FROM day WHERE runs = 1")
# told_days NAME VALUE: compares the number of days with one run.
told_days() {
  printf '%-14s %s days with one run\n' "$1" "$2"
  [ "$2" = "$days" ] || { echo "$1: the columns have no types" >&2; status=1; }
}

has() { command -v "$1" >/dev/null 2>&1 || { echo "$1 is not installed" >&2; return 1; }; }
can_import() { "$bin/python3" -c "import $1" 2>/dev/null || { echo "Python has no $1" >&2; return 1; }; }

if has sqlite3; then
  told sqlite3 "$(sqlite3 -readonly -cmd ".load $extension" "$journal" "$sql")"
  told_days sqlite3 "$(sqlite3 -readonly "$journal" "$typed")"
fi

told python "$("$bin/python3" - "$journal" "$extension" "$sql" <<'PYTHON'
import sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
db.enable_load_extension(True)
db.load_extension(sys.argv[2])
print(db.execute(sys.argv[3]).fetchone()[0])
PYTHON
)"

if can_import pandas; then
  told pandas "$("$bin/python3" - "$journal" <<'PYTHON'
import sqlite3, sys
import pandas
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
day = pandas.read_sql("SELECT * FROM day", db, parse_dates=["day"], index_col="day")
print(round(day.next_day_leg_pain.corr(day.distance_km), 9))
PYTHON
)"
  told_days pandas "$("$bin/python3" - "$journal" <<'PYTHON'
import sqlite3, sys
import pandas
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
day = pandas.read_sql("SELECT * FROM day", db)
for column in ["runs", "distance_km", "acute_km", "leg_pain", "weekday", "flare"]:
    assert day[column].dtype.kind in "if", (column, day[column].dtype)
print(pandas.read_sql("SELECT count(*) AS n FROM day WHERE runs = ?", db, params=("1",)).n[0])
PYTHON
)"
fi

if has "$bin/sqlite-utils"; then
  told sqlite-utils "$("$bin/sqlite-utils" query "$journal" "$sql" --load-extension "$extension" --raw)"
fi

if has "$bin/litecli"; then
  told_days litecli "$(HOME=$scratch "$bin/litecli" --csv -e "$typed" "$journal" | tail -n 1 | tr -d '"\r')"
fi

if has "$bin/datasette"; then
  # Datasette names a database after its file, and the metadata expects journal.
  cp "$journal" "$scratch/journal.db"
  ask() {
    "$bin/datasette" "$scratch/journal.db" --metadata "$top/Documentation/datasette.json" \
      --load-extension "$extension" --setting sql_time_limit_ms 5000 --get "$1"
  }
  query=$("$bin/python3" -c 'import sys, urllib.parse; print(urllib.parse.quote(sys.argv[1]))' "$sql")
  told datasette "$(ask "/journal.json?sql=$query&_shape=arrayfirst" | tr -d '[]')"
  told_days datasette "$(ask "/journal/day.json?runs__exact=1&_size=1" \
    | "$bin/python3" -c 'import json, sys; print(json.load(sys.stdin)["filtered_table_rows_count"])')"
  for name in $(sed -n 's/^## \([a-z-]*\)$/\1/p' "$top/Documentation/sql-gallery.md"); do
    rows=$(ask "/journal/$name.json?_shape=array" \
      | "$bin/python3" -c 'import json, sys; print(len(json.load(sys.stdin)))')
    ours=$("$top/.build/release/nerve" query run "$name" --json --journal "$journal" 2>/dev/null \
      | "$bin/python3" -c 'import json, sys; print(len(json.load(sys.stdin)))')
    [ "$rows" = "$ours" ] || { echo "datasette: $name has $rows rows, not $ours" >&2; status=1; }
  done
  echo "               and all queries of the gallery"
fi

if has Rscript && Rscript -e 'library(RSQLite)' >/dev/null 2>&1; then
  told R "$(Rscript - "$journal" "$extension" "$sql" <<'R'
arguments <- commandArgs(trailingOnly = TRUE)
db <- DBI::dbConnect(RSQLite::SQLite(), arguments[1], flags = RSQLite::SQLITE_RO,
                     loadable.extensions = TRUE)
invisible(DBI::dbGetQuery(db, "SELECT load_extension(?)", params = list(arguments[2])))
cat(format(DBI::dbGetQuery(db, arguments[3])$r, digits = 15), "\n", sep = "")
DBI::dbDisconnect(db)
R
)"
fi

# The SQLite reader from a package, for networks without access to DuckDB's server.
if can_import duckdb && can_import duckdb_extension_sqlite_scanner; then
  told duckdb "$("$bin/python3" - "$journal" <<'PYTHON'
import pathlib, sys
import duckdb, duckdb_extension_sqlite_scanner
folder = pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent
db = duckdb.connect()
db.execute(f"LOAD '{next(folder.rglob('*.duckdb_extension'))}'")
db.execute(f"ATTACH '{sys.argv[1]}' AS journal (TYPE sqlite, READ_ONLY)")
print(db.execute(f"""
    SELECT round(corr(next_day_leg_pain, distance_km), 9)
    FROM sqlite_scan('{sys.argv[1]}', 'day')""").fetchone()[0])
PYTHON
)"
  told_days duckdb "$("$bin/python3" - "$journal" $views <<'PYTHON'
import pathlib, sys
import duckdb, duckdb_extension_sqlite_scanner
folder = pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent
db = duckdb.connect()
db.execute(f"LOAD '{next(folder.rglob('*.duckdb_extension'))}'")
for view in sys.argv[2:]:
    columns = db.execute(f"DESCRIBE SELECT * FROM sqlite_scan('{sys.argv[1]}', '{view}')").fetchall()
    assert {column[1] for column in columns} <= {"BIGINT", "DOUBLE", "VARCHAR"}, (view, columns)
    db.execute(f"SELECT count(*) FROM (SELECT * FROM sqlite_scan('{sys.argv[1]}', '{view}'))").fetchone()
print(db.execute(f"SELECT count(*) FROM sqlite_scan('{sys.argv[1]}', 'day') WHERE runs = 1").fetchone()[0])
PYTHON
)"
fi
exit $status
