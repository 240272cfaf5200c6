#!/bin/sh
# Times whole commands on a twenty-year journal against the sqlite3 shell with the
# same statements, all in one run, and prints the ratios. Fails if a command misses
# its target.
#
#   bench.sh            every command
#   bench.sh today config  commands whose names begin like this
set -eu

here=$(dirname "$0")
nerve=${NERVE:-.build/release/nerve}
for tool in hyperfine sqlite3 cc; do
  command -v $tool >/dev/null || { echo "make bench needs $tool (Debian package $tool)" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$nerve" "$folder/nerve"
strip "$folder/nerve"
nerve=$folder/nerve
cc -shared -fPIC -o "$folder/statements.so" "$here/statements.c"

# Twenty years up to yesterday, with one action per entry: the sample is a single
# import, but undo and history of a person's journal read many actions.
journal=$folder/journal.sqlite
export NERVE_JOURNAL="$journal"
"$nerve" sample "$journal" --years 20 >/dev/null
sqlite3 "$journal" "
  BEGIN;
  INSERT INTO action (done_at, command, is_open)
    SELECT '2026-01-01T06:00:00Z', 'run', 0 FROM change WHERE table_name <> 'setting';
  UPDATE change SET action_id = 1 + (SELECT count(*) FROM change AS earlier WHERE earlier.id <= change.id)
    WHERE table_name <> 'setting';
  COMMIT;"
"$nerve" guidance add 'no hills' --by physio --quiet 2>/dev/null
"$nerve" run 8.2km 45:10 --rpe 6 --note 'easy by the canal' --quiet --yes 2>/dev/null
"$nerve" edit run --rpe 5 --quiet 2>/dev/null
run=$(sqlite3 "$journal" "SELECT max(id) FROM run")

missed=$folder/missed
# compare NAME AIM COMMAND PEER: the fastest run of each, since other load can only
# slow them down, and their ratio.
compare() {
  hyperfine -N -i --warmup 5 --runs "${RUNS:-40}" --export-csv "$folder/times.csv" "$3" "$4" >/dev/null 2>&1
  # Commands contain commas, so columns are counted from the end of the row.
  awk -F, -v name="$1" -v aim="$2" -v missed="$missed" '
    NR > 1 && NF > 4 { fastest[++n] = $(NF - 1) }
    END {
      ratio = fastest[1] / fastest[2]
      printf "%-48s %8.1f ms %8.1f ms %6.2fx", name, fastest[1] * 1000, fastest[2] * 1000, ratio
      print aim == "" ? "" : "  (aim " aim "x" (ratio > aim ? ", missed" : "") ")"
      if (aim != "" && ratio > aim) print name >>missed
    }
  ' "$folder/times.csv"
}

# own ARGUMENT...: a command against its own statements and their values.
own() {
  [ -z "$names" ] || case " $names " in *" $1 "*) ;; *) return 0 ;; esac
  script=$folder/statements.sql
  rm -f "$script"
  # A command with the answer "no" exits with status 1.
  STATEMENTS=$script LD_PRELOAD=$folder/statements.so \
    "$nerve" "$@" >/dev/null 2>&1 || [ $? = 1 ]
  [ -e "$script" ] || : >"$script"
  quoted=$(for word; do printf "'%s' " "$word"; done)
  compare "$*" "${AIM:-2.2}" "$nerve $quoted" "sqlite3 $journal '.read $script'"
}

names=$*
printf '%-48s %11s %11s\n' "whole process, fastest run" nerve sqlite3
own today
own today --plan 12km
own list
own list -n 10
own list runs
own list pain -n 50
own list --from 2015-01-01 --to 2015-12-31
own list --shoe harrier
own show
own show run "$run"
own show run 2000
own show pain 4000
own show shoe harrier
own search canal
own history
own history -n 50
own history run "$run"
own shoe list
own exercise list
own guidance list
own flare list
own config
own config units
own redflags
own checkin --no-input
own undo --dry-run
own redo --dry-run
AIM=2.6
own month
own month 2015-06
AIM=
own sql 'select 1'
own sql 'select count(*) from run'
own sql 'select count(*) from day'
[ -z "$names" ] || exit 0

# Commands beyond one screen, or with a different equivalent in the shell.
"$nerve" sample "$folder/plain.sqlite" --years 20 >/dev/null
sqlite3 "$folder/plain.sqlite" "CREATE TABLE plain AS SELECT * FROM day"
cp "$journal" "$folder/ours.sqlite"
cp "$journal" "$folder/theirs.sqlite"
cat >"$folder/insert.sql" <<'SQL'
PRAGMA synchronous = FULL;
INSERT INTO check_in (day, time, utc_offset_min, moment, leg_pain)
VALUES ('2026-10-31', '06:50:00', 0, 'morning', 3);
SQL
compare "pain 3 : INSERT, both durable" 2 \
  "$nerve pain 3 --journal $folder/ours.sqlite" "sqlite3 $folder/theirs.sqlite '.read $folder/insert.sql'"
compare "select * from day : plain table" 20 \
  "sqlite3 $journal 'select * from day'" "sqlite3 $folder/plain.sqlite 'select * from plain'"
compare "correlate : count(*) from day" "" \
  "$nerve correlate --journal $journal" "sqlite3 $journal 'select count(*) from day'"

[ ! -e "$missed" ] || { echo "Missed: $(paste -sd, "$missed")" >&2; exit 1; }
