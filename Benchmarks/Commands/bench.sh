#!/bin/sh
# Times whole commands against the sqlite3 shell that runs the same SQL on the
# same twenty-year journal, all in one run, and prints the ratios.
set -eu

nerve=${NERVE:-.build/release/nerve}
for tool in hyperfine sqlite3; do
  command -v $tool >/dev/null || { echo "make bench needs $tool (Debian package $tool)" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$nerve" "$folder/nerve"
strip "$folder/nerve"
nerve=$folder/nerve
journal=$folder/journal.sqlite
"$nerve" sample "$journal" --years 20 --until 2026-10-31 >/dev/null
sqlite3 "$journal" "CREATE TABLE plain AS SELECT * FROM day"
plain=$folder/plain.sqlite
cp "$journal" "$plain"
sqlite3 "$journal" "DROP TABLE plain"

# What `nerve list -n 10` asks: the newest ten of each kind of entry.
list="SELECT run.*, footwear.name AS footwear FROM run LEFT JOIN footwear ON footwear.id = run.footwear_id WHERE run.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY run.day DESC, run.start_time DESC, run.id DESC LIMIT 10;
SELECT check_in.* FROM check_in WHERE check_in.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY check_in.day DESC, check_in.time DESC, check_in.id DESC LIMIT 10;
SELECT stretch.*, exercise.name AS exercise FROM stretch JOIN exercise ON exercise.id = stretch.exercise_id WHERE stretch.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY stretch.day DESC, stretch.time DESC, stretch.id DESC LIMIT 10;
SELECT flare_up.* FROM flare_up WHERE flare_up.onset_day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY flare_up.onset_day DESC, flare_up.id DESC LIMIT 10;
SELECT cross_training.* FROM cross_training WHERE cross_training.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY cross_training.day DESC, cross_training.start_time DESC, cross_training.id DESC LIMIT 10;
SELECT day_mark.* FROM day_mark WHERE day_mark.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY day_mark.day DESC, day_mark.id DESC LIMIT 10;
SELECT guidance.* FROM guidance WHERE guidance.day BETWEEN '0001-01-01' AND '9999-12-31' ORDER BY guidance.day DESC, guidance.id DESC LIMIT 10;"
insert="PRAGMA synchronous = FULL; INSERT INTO check_in (day, time, utc_offset_min, moment, leg_pain) VALUES ('2026-10-31', '06:50:00', 0, 'morning', 3)"

# What `nerve today` asks of a journal that goes up to today: its longest query is
# read out of the source, so that it is the same.
recent=$folder/recent.sqlite
"$nerve" sample "$recent" --years 20 >/dev/null
days=$(awk '/daysAlone = """/ { on = 1; next } on && /"""/ { exit } on' Sources/JournalStore/Repositories/Journal+Today.swift)
first=$(date -d '34 days ago' +%F)
today="$(printf '%s' "$days" | sed "s/?1/'$first'/g; s/?2/'$(date +%F)'/g");
SELECT name, value FROM setting;
SELECT run.*, footwear.name AS footwear FROM run LEFT JOIN footwear ON footwear.id = run.footwear_id WHERE run.day = date('now') ORDER BY run.start_time DESC, run.id DESC;
SELECT * FROM check_in WHERE day = date('now') ORDER BY time DESC, id DESC;
SELECT stretch.*, exercise.name AS exercise FROM stretch JOIN exercise ON exercise.id = stretch.exercise_id WHERE stretch.day = date('now') ORDER BY stretch.time DESC, stretch.id DESC;
SELECT * FROM cross_training WHERE day = date('now') ORDER BY start_time DESC, id DESC;
SELECT * FROM day_mark WHERE day = date('now');
SELECT run.day, run.distance_m, footwear.name FROM run LEFT JOIN footwear ON footwear.id = run.footwear_id WHERE run.day BETWEEN date('now', '-30 days') AND date('now', '-1 day') ORDER BY run.day, run.start_time, run.id;
SELECT name, coalesce(start_distance_m, 0) + (SELECT total(distance_m) FROM run WHERE footwear_id = footwear.id), limit_distance_m, is_default IS NOT NULL FROM footwear WHERE retired_day IS NULL ORDER BY name;
SELECT id, day, given_by, advice, longest_run_m, days_off, until_day FROM guidance WHERE day <= date('now') AND (until_day IS NULL OR until_day >= date('now')) ORDER BY day DESC, id DESC;
SELECT id, onset_day FROM flare_up WHERE end_day IS NULL;
SELECT day FROM check_in WHERE day <= date('now') ORDER BY day DESC LIMIT 1"

# compare NAME AIM COMMAND PEER: medians of both and their ratio.
compare() {
  hyperfine -N --warmup 5 --runs "${RUNS:-40}" --export-csv "$folder/times.csv" "$3" "$4" >/dev/null 2>&1
  # The commands hold commas, so the median is counted from the end of the row.
  awk -F, -v name="$1" -v aim="$2" '
    NR > 1 && NF > 4 { median[++n] = $(NF - 4) }
    END {
      printf "%-44s %7.1f ms  %7.1f ms  %5.2fx", name, median[1] * 1000, median[2] * 1000, median[1] / median[2]
      print aim == "" ? "" : "  (aim " aim ")"
    }
  ' "$folder/times.csv"
}

# One line of SQL a file, so that hyperfine needs no shell to quote it.
printf '%s\n' "$list" | tr '\n' ' ' >"$folder/list.sql"
printf '%s;\n' "$today" >"$folder/today.sql"
printf '%s\n' "$insert" >"$folder/insert.sql"

printf '%-44s %10s  %10s\n' "20-year journal, whole process, median" command peer
compare "sql 'select 1' : sqlite3" "" \
  "$nerve sql 'select 1' --journal $journal" "sqlite3 $journal 'select 1'"
compare "sql 'select count(*) from day' : sqlite3" "3x" \
  "$nerve sql 'select count(*) from day' --journal $journal" \
  "sqlite3 $journal 'select count(*) from day'"
compare "list -n 10 : sqlite3" "3x" \
  "$nerve list -n 10 --journal $journal" "sqlite3 $journal '.read $folder/list.sql'"
compare "today : sqlite3" "3x" \
  "$nerve today --journal $recent" "sqlite3 $recent '.read $folder/today.sql'"
cp "$journal" "$folder/ours.sqlite"
cp "$journal" "$folder/theirs.sqlite"
compare "pain 3, durable : sqlite3 INSERT" "2x" \
  "$nerve pain 3 --journal $folder/ours.sqlite" "sqlite3 $folder/theirs.sqlite '.read $folder/insert.sql'"
compare "select * from day : plain table, in sqlite3" "20x" \
  "sqlite3 $journal 'select * from day'" "sqlite3 $plain 'select * from plain'"
compare "month : sql 'select count(*) from day'" "" \
  "$nerve month 2026-10 --journal $journal" "sqlite3 $journal 'select count(*) from day'"
compare "correlate : sql 'select count(*) from day'" "" \
  "$nerve correlate --journal $journal" "sqlite3 $journal 'select count(*) from day'"
