#!/bin/sh
# Times commands on a journal of sixty years with ten entries a day against the same commands at
# two years, all in one run. Fails if a command that reads one screen takes over three times as long.
set -eu

nerve=${NERVE:-.build/release/nerve}
for tool in hyperfine sqlite3; do
  command -v $tool >/dev/null || { echo "This needs $tool (Debian package $tool)" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The hash of a sound journal is kept in the home folder.
export HOME="$folder"
"$nerve" sample "$folder/two.sqlite" --years 2 >/dev/null
"$nerve" sample "$folder/sixty.sqlite" --years 50 >/dev/null
# Ten years before, seven stretches a day, and an action for each entry.
sqlite3 "$folder/sixty.sqlite" "
  PRAGMA foreign_keys = ON;
  BEGIN;
  INSERT INTO action (done_at, command, is_open) VALUES ('2026-01-01T06:00:00Z', 'import', 1);
  CREATE TEMP TABLE days AS
    WITH RECURSIVE days (day) AS (
      SELECT date('now', '-60 years') UNION ALL
      SELECT date(day, '+1 day') FROM days WHERE day < date('now', '-1 day'))
    SELECT day, row_number() OVER () AS number FROM days;
  INSERT INTO stretch (day, time, exercise_id, sets, hold_s)
    SELECT day, printf('%02d:00:00', 7 + value), 1 + value % 3, 3, 30
    FROM days, json_each('[0, 1, 2, 3, 4, 5, 6]');
  INSERT INTO check_in (day, time, moment, leg_pain)
    SELECT day, '07:00:00', 'morning', number * 7919 % 5 FROM days
    WHERE day < date('now', '-50 years', '-1 day');
  INSERT INTO run (day, distance_m, duration_s, rpe)
    SELECT day, 5000 + number * 7919 % 6000, 2000, 5 FROM days
    WHERE day < date('now', '-50 years', '-1 day') AND number % 2;
  UPDATE action SET is_open = 0;
  INSERT INTO action (done_at, command, is_open, uid, stamp, device)
    SELECT '2026-01-01T06:00:00Z', 'run', 0, id || '-x', 1700000000000 + id, 1
    FROM change WHERE table_name <> 'setting';
  UPDATE change SET action_id = id + 2 WHERE id + 2 <= (SELECT max(id) FROM action);
  COMMIT;"
# Fills what a person's own journal has: the days that were reckoned once.
"$nerve" pain 3 --yes --quiet --journal "$folder/sixty.sqlite" 2>/dev/null
sqlite3 "$folder/sixty.sqlite" "
  SELECT ((SELECT count(*) FROM run) + (SELECT count(*) FROM check_in) + (SELECT count(*) FROM stretch))
    || ' entries, ' || (SELECT page_count * page_size / 1000000 FROM pragma_page_count, pragma_page_size)
    || ' MB'"

status=0
# ratio AIM COMMAND...: the fastest of eight, as other load can only slow them down.
ratio() {
  aim=$1; shift
  hyperfine -N -i --warmup 2 --runs 8 --export-csv "$folder/times.csv" \
    "$nerve $* --journal $folder/two.sqlite" "$nerve $* --journal $folder/sixty.sqlite" >/dev/null 2>&1
  awk -F, -v name="$*" -v aim="$aim" '
    NR > 1 && NF > 4 { fastest[++n] = $(NF - 1) }
    END {
      ratio = fastest[2] / fastest[1]
      missed = aim != "" && ratio > aim
      printf "%-16s %8.1f ms %8.1f ms %6.1fx%s\n", name, fastest[1] * 1000, fastest[2] * 1000, ratio,
        missed ? "  missed" : ""
      exit missed
    }' "$folder/times.csv" || status=1
}
for command in today 'list -n 10' 'show run' 'history -n 10' 'search hills' 'shoe list' 'config' 'redflags'; do
  ratio 3 $command
done
# These read every day there is.
for command in month months check correlate dose flares; do ratio "" $command; done
exit $status
