#!/bin/sh
# Times `nerve sql` against the sqlite3 shell with the same statement, whole processes
# that select and print all rows, and prints the ratios. Fails if one misses its
# target.
set -eu

nerve=${NERVE:-.build/release/nerve}
for tool in hyperfine sqlite3; do
  command -v $tool >/dev/null || { echo "the benchmark needs $tool (Debian package $tool)" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$nerve" "$folder/nerve"
strip "$folder/nerve"
nerve=$folder/nerve

# Twenty years, and the same with an additional table of a million rows.
"$nerve" sample "$folder/journal.sqlite" --years 20 >/dev/null
sqlite3 "$folder/journal.sqlite" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
cp "$folder/journal.sqlite" "$folder/large.sqlite"
sqlite3 "$folder/large.sqlite" "
  CREATE TABLE large (id INTEGER PRIMARY KEY, day TEXT, km REAL, minutes REAL, pain INTEGER, shoe TEXT, note TEXT) STRICT;
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
  INSERT INTO large
  SELECT i, date('1990-01-01', (i % 13000) || ' days'), round(abs(random() % 3000) / 100.0, 2),
    abs(random() % 7200) / 60.0, iif(i % 5, abs(random() % 11), NULL), 'pegasus ' || i % 40,
    iif(i % 3, NULL, 'by the river, easy; \"left calf\" tight')
  FROM n;
  PRAGMA wal_checkpoint(TRUNCATE);" >/dev/null

missed=$folder/missed
# compare NAME AIM JOURNAL FORMAT SQL: the fastest run of each, since other load can
# only slow them down, and their ratio.
compare() {
  case $4 in csv) mode='-cmd ".mode csv" -cmd ".headers on"' ;; *) mode="-$4" ;; esac
  hyperfine -N --warmup 1 --runs "${RUNS:-10}" --export-csv "$folder/times.csv" --output=null \
    "$nerve sql \"$5\" --format $4 --journal $folder/$3" \
    "sqlite3 -readonly -batch $mode $folder/$3 \"$5\"" >/dev/null 2>"$folder/errors" ||
    { cat "$folder/errors" >&2; exit 1; }
  awk -F, -v name="$1" -v aim="$2" -v missed="$missed" '
    NR > 1 && NF > 4 { fastest[++n] = $(NF - 1) }
    END {
      ratio = fastest[1] / fastest[2]
      printf "%-40s %9.1f ms %9.1f ms %6.2fx  (aim %sx%s)\n", name, fastest[1] * 1000, fastest[2] * 1000,
        ratio, aim, (ratio > aim ? ", missed" : "")
      if (ratio > aim) print name >>missed
    }
  ' "$folder/times.csv"
}

printf '%-40s %12s %12s\n' "" "nerve" "sqlite3"
compare "1,000,000 rows, csv" 1.2 large.sqlite csv "SELECT * FROM large"
compare "1,000,000 rows, json" 1.5 large.sqlite json "SELECT * FROM large"
compare "1,000,000 whole numbers, csv" 1.2 large.sqlite csv "SELECT id, pain FROM large"
compare "1,000,000 texts, csv" 1.2 large.sqlite csv "SELECT day, shoe, note FROM large"
compare "view day, 20 years, csv" 1.2 journal.sqlite csv "SELECT * FROM day"
compare "view day, 20 years, json" 1.5 journal.sqlite json "SELECT * FROM day"
compare "all runs of 20 years, csv" 1.2 journal.sqlite csv "SELECT * FROM run"
compare "all runs of 20 years, json" 1.5 journal.sqlite json "SELECT * FROM run"
RUNS=40 compare "select 1" 2 journal.sqlite csv "SELECT 1"
[ ! -e "$missed" ]
