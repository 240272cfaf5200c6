#!/bin/sh
# Times 15 everyday queries on a journal of 20 years in nerve, the sqlite3 shell,
# sqlite-utils and DuckDB, whole processes in one run, and prints a table. Fails if
# nerve misses its target against the shell: 1.2 times where the shell takes over
# 20 ms, else 2.5 times.
#
#   peers.sh [FOLDER WITH sqlite-utils AND duckdb]
#
# The shell and sqlite-utils load libnerve.so, as a user would for these functions.
# DuckDB lets SQLite run the views, and computes with functions of its own.
set -eu

here=$(dirname "$0")
nerve=${NERVE:-.build/release/nerve}
library=${LIBRARY:-$PWD/.build/libnerve.so}
programs=${1:-/usr/bin}
for tool in hyperfine sqlite3; do
  command -v $tool >/dev/null || { echo "the benchmark needs $tool (Debian package $tool)" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$nerve" "$folder/nerve"
strip "$folder/nerve"
nerve=$folder/nerve
journal=$folder/journal.sqlite
"$nerve" sample "$journal" --years 20 >/dev/null
sqlite3 "$journal" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null

has_utils= has_duckdb=
[ -x "$programs/sqlite-utils" ] && has_utils=1
"$programs/python3" -c 'import duckdb, duckdb_extension_sqlite_scanner' 2>/dev/null && has_duckdb=1

missed=$folder/missed
number=0
printf '%-34s %9s %9s %6s %14s %9s\n' "whole process, fastest run, ms" nerve sqlite3 ratio sqlite-utils DuckDB
# query NAME SQL [SQL FOR DUCKDB]
query() {
  number=$((number + 1))
  printf '%s\n' "$2" >"$folder/$number.sql"
  set -- "$1" "$2" "${3:-}" \
    "$nerve sql --file $folder/$number.sql --format csv --journal $journal" \
    "sqlite3 -readonly -batch -cmd '.load $library' -csv -header $journal '.read $folder/$number.sql'"
  utils="true"
  [ -z "$has_utils" ] ||
    utils="$programs/sqlite-utils query $journal \"$2\" --csv --load-extension $library"
  duckdb="true"
  if [ -n "$has_duckdb" ] && [ -n "$3" ]; then
    printf '%s\n' "$3" >"$folder/$number.duckdb"
    duckdb="$programs/python3 $here/duck.py $journal $folder/$number.duckdb"
  fi
  hyperfine -N --warmup 2 --runs "${RUNS:-20}" --export-csv "$folder/times.csv" \
    "$4" "$5" >/dev/null 2>"$folder/errors" || { cat "$folder/errors" >&2; exit 1; }
  hyperfine -N --warmup 1 --runs 5 --export-csv "$folder/slow.csv" \
    "$utils" "$duckdb" >/dev/null 2>"$folder/errors" || { cat "$folder/errors" >&2; exit 1; }
  awk -F, -v name="$1" -v missed="$missed" -v hasUtils="$has_utils" \
    -v hasDuckDB="$([ "$duckdb" = true ] || echo 1)" '
    FNR > 1 && NF > 4 { fastest[++n] = $(NF - 1) * 1000 }
    END {
      ratio = fastest[1] / fastest[2]
      aim = fastest[2] > 20 ? 1.2 : 2.5
      printf "%-34s %9.1f %9.1f %6.2f %14s %9s%s\n", name, fastest[1], fastest[2], ratio,
        hasUtils ? sprintf("%.0f", fastest[3]) : "-", hasDuckDB ? sprintf("%.0f", fastest[4]) : "-",
        (ratio > aim ? "  (aim " aim ", missed)" : "")
      if (ratio > aim) print name >>missed
    }
  ' "$folder/times.csv" "$folder/slow.csv"
}

view() { printf "(SELECT * FROM sqlite_scan('JOURNAL', '%s'))" "$1"; }

query "today's row" "SELECT * FROM day ORDER BY day DESC LIMIT 1" \
  "SELECT * FROM $(view day) ORDER BY day DESC LIMIT 1"
query "the last week" "SELECT day, leg_pain, distance_km FROM day ORDER BY day DESC LIMIT 7" \
  "SELECT day, leg_pain, distance_km FROM $(view day) ORDER BY day DESC LIMIT 7"
query "one day" "SELECT * FROM day WHERE day = '2020-05-05'" \
  "SELECT * FROM $(view day) WHERE day = '2020-05-05'"
query "the latest runs" "SELECT day, distance_m, duration_s FROM run ORDER BY day DESC LIMIT 10" \
  "SELECT day, distance_m, duration_s FROM $(view run) ORDER BY day DESC LIMIT 10"
query "notes about hills" "SELECT day, note FROM run WHERE note LIKE '%hill%'" \
  "SELECT day, note FROM $(view run) WHERE note LIKE '%hill%'"
query "runs by shoe" \
  "SELECT name, runs, distance_km FROM footwear_use ORDER BY distance_km DESC" \
  "SELECT name, runs, distance_km FROM $(view footwear_use) ORDER BY distance_km DESC"
query "mornings after each shoe" \
  "SELECT footwear, count(*), avg(next_morning_pain) FROM run_response GROUP BY footwear" \
  "SELECT footwear, count(*), avg(next_morning_pain) FROM $(view run_response) GROUP BY footwear"
query "pain by weekday" "SELECT weekday, avg(leg_pain) FROM day GROUP BY weekday" \
  "SELECT weekday, avg(leg_pain) FROM $(view day) GROUP BY weekday"
query "weeks" "SELECT * FROM week" "SELECT * FROM $(view week)"
query "months" "SELECT * FROM month" "SELECT * FROM $(view month)"
query "median pain by month" "SELECT month(day), median(leg_pain) FROM day GROUP BY 1" \
  "SELECT substr(day, 1, 7), median(leg_pain) FROM $(view day) GROUP BY 1"
query "distance and the next day's pain" "SELECT corr(next_day_leg_pain, distance_km) FROM day" \
  "SELECT corr(next_day_leg_pain, distance_km) FROM $(view day)"
query "rolling median" \
  "SELECT day, median(leg_pain) OVER (ORDER BY day ROWS 27 PRECEDING) FROM day" \
  "SELECT day, median(leg_pain) OVER (ORDER BY day ROWS 27 PRECEDING) FROM $(view day)"
query "before the flare-ups" "SELECT * FROM flare" "SELECT * FROM $(view flare)"
query "every day, all columns" "SELECT * FROM day" "SELECT * FROM $(view day)"
[ ! -e "$missed" ] || { echo "Missed: $(paste -sd, "$missed")" >&2; exit 1; }
