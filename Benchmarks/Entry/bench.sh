#!/bin/sh
# Counts the keystrokes and seconds to log a run with its shoe and effort, then a
# pain with its place, in nerve, jrnl and taskwarrior. Fails if nerve needs more of
# either than another. The lines are below; README.md explains them.
#
#   python3 -m venv /tmp/jrnl && /tmp/jrnl/bin/pip install jrnl
#   JRNL=/tmp/jrnl/bin/jrnl sh Benchmarks/Entry/bench.sh
set -eu

nerve=${NERVE:-.build/release/nerve}
jrnl=${JRNL:-jrnl}
for tool in hyperfine task "$jrnl" "$nerve"; do
  command -v "$tool" >/dev/null || { echo "Benchmarks/Entry needs $tool; see its README.md" >&2; exit 1; }
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/bin" "$folder/kept/nerve" "$folder/kept/task" "$folder/config/jrnl"
cp "$nerve" "$folder/bin/nerve"
ln -s "$(command -v "$jrnl")" "$folder/bin/jrnl"
export PATH="$folder/bin:$PATH" HOME="$folder/home" XDG_CONFIG_HOME="$folder/config"
export XDG_DATA_HOME="$folder/data" TASKRC="$folder/taskrc"
mkdir -p "$HOME"

# The set-up, which is not counted: two shoes, with the other one as the default;
# taskwarrior's fields; jrnl without colours.
export NERVE_JOURNAL="$folder/kept/nerve/journal.sqlite"
for command in "add cloud" "add pegasus" "default cloud"; do nerve shoe $command >/dev/null 2>&1; done
unset NERVE_JOURNAL
cat >"$TASKRC" <<RC
data.location=$folder/data/task
confirmation=off
news.version=99.0.0
uda.km.type=numeric
uda.minutes.type=string
uda.rpe.type=numeric
uda.shoe.type=string
uda.pain.type=numeric
uda.place.type=string
RC
cat >"$XDG_CONFIG_HOME/jrnl/jrnl.yaml" <<RC
colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {default: {journal: $folder/data/jrnl.txt}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %H:%M'
version: $(jrnl --version | sed -n 's/^jrnl //p')
RC
touch "$folder/kept/jrnl.txt"

# The lines, as typed; Enter adds a keystroke.
cat >"$folder/nerve.sh" <<'LINES'
nerve run 8.2 45:10 -e6 -sp
nerve pain 4 ca
LINES
cat >"$folder/jrnl.sh" <<'LINES'
jrnl run 8.2 45:10 @pegasus rpe6
jrnl pain 4 @calf
LINES
cat >"$folder/task.sh" <<'LINES'
task log run km:8.2 mi:45:10 rp:6 sh:pegasus
task log pain pai:4 pl:calf
LINES

# Each run starts from the saved state, so nothing is logged twice.
cat >"$folder/afresh.sh" <<'AFRESH'
rm -rf "$1/data" && mkdir "$1/data" && cp -r "$1/kept/." "$1/data/"
AFRESH
afresh="sh $folder/afresh.sh $folder"

# holds WORD...: whether the input contains all facts.
holds() {
  cat >"$folder/held"
  for fact; do grep -q -- "$fact" "$folder/held" || { echo "A fact is missing: $fact" >&2; exit 1; }; done
}
$afresh
for tool in nerve jrnl task; do sh -e "$folder/$tool.sh" >/dev/null 2>&1; done
nerve list --json 2>/dev/null | holds 8200 2710 '"rpe" *: *6' pegasus '"leg_pain" *: *4' '"reach" *: *4'
holds 8.2 45:10 rpe6 @pegasus 'pain 4' @calf <"$folder/data/jrnl.txt"
task export 2>/dev/null | holds '"km":8.2' '"minutes":"45:10"' '"rpe":6' '"shoe":"pegasus"' '"pain":4' '"place":"calf"'

printf '%-6s %10s %11s %11s %11s\n' tool keystrokes "typing, s" "waiting, s" "together, s"
for tool in nerve jrnl task; do
  keystrokes=$(wc -m <"$folder/$tool.sh")
  hyperfine --warmup 2 --runs "${RUNS:-20}" --prepare "$afresh" --export-csv "$folder/times.csv" \
    "sh $folder/$tool.sh" >/dev/null 2>&1
  # The keystroke-level model: 0.2 s per key for an average typist.
  awk -F, -v tool=$tool -v keys="$keystrokes" 'NR == 2 {
    waiting = $(NF - 4)
    printf "%-6s %10d %11.2f %11.3f %11.2f\n", tool, keys, keys * 0.2, waiting, keys * 0.2 + waiting
  }' "$folder/times.csv"
done | tee "$folder/table"

awk '
  NR == 1 { keys = $2; seconds = $5; next }
  $2 <= keys || $5 <= seconds { print "nerve is not the least: " $1 " takes less." > "/dev/stderr"; failed = 1 }
  END { exit failed }
' "$folder/table"
