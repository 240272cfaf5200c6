#!/bin/sh
# `nerve month` on 20 years against the same figures by pandas, statsmodels and
# matplotlib. PYTHON names an interpreter that has them.
#
#   make build && PYTHON=/path/to/venv/bin/python sh Benchmarks/Month/bench.sh
set -eu
here=$(dirname "$0")
nerve=${NERVE:-.build/release/nerve}
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
journal=$folder/journal.sqlite
"$nerve" sample "$journal" --years 20 --until 2026-10-31 >/dev/null

# best COMMAND...: the least of seven whole-process times, in milliseconds.
best() {
  for _ in 1 2 3 4 5 6 7; do
    start=$(date +%s%N)
    "$@" >/dev/null
    end=$(date +%s%N)
    echo $(((end - start) / 10000))
  done | sort -n | head -1 | awk '{ printf "%.1f", $1 / 100 }'
}

row() { printf '| %s | %s |\n' "$1" "$2"; }
printf '| what | ms |\n|---|--:|\n'
sql="SELECT count(*), sum(distance_km), avg(leg_pain) FROM day"
row "the view day alone (nerve sql)" "$(best "$nerve" sql "$sql" --journal "$journal")"
month=$(best "$nerve" month 2026-10 --journal "$journal")
row "nerve month" "$month"
row "nerve month --html" "$(best "$nerve" month 2026-10 --html "$folder/m.html" --journal "$journal")"
row "nerve months" "$(best "$nerve" months --journal "$journal")"
row "nerve report --html" "$(best "$nerve" report --html "$folder/r.html" --journal "$journal")"
script=$(best "$python" "$here/month.py" "$journal" 2026-10 "$folder/p.html")
row "pandas, statsmodels, matplotlib" "$script"
awk "BEGIN { printf \"\nThe script takes %.0f times as long as nerve month.\n\", $script / $month }"
