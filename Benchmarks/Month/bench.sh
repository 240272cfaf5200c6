#!/bin/sh
# Times `nerve month` on 20 years against the same numbers with pandas, statsmodels
# and matplotlib. PYTHON is an interpreter with these packages.
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
# More threads would only cost the script processor time.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1

# best COMMAND...: the shortest wall and processor times of whole processes in RUNS
# runs, in milliseconds.
best() {
  "$python" -c '
import os, subprocess, sys, time
walls, works = [], []
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    walls.append(time.perf_counter() - start)
    works.append(usage.ru_utime + usage.ru_stime)
    if status:
        sys.exit(f"{sys.argv[2:]} failed")
print(f"{min(walls) * 1000:.0f} {min(works) * 1000:.0f}")
' "${RUNS:-7}" "$@"
}

# row NAME COMMAND...
row() {
  name=$1
  shift
  times=$(best "$@")
  printf '| %s | %s | %s |\n' "$name" "${times% *}" "${times#* }"
}
printf '| what | wall, ms | processor, ms |\n|---|--:|--:|\n'
row 'the view day as CSV, by nerve sql' "$nerve" sql "SELECT * FROM day" --format csv --journal "$journal"
row 'nerve month' "$nerve" month 2026-10 --journal "$journal"
month=$times
row 'nerve month --html' "$nerve" month 2026-10 --html "$folder/m.html" --journal "$journal"
row 'nerve months' "$nerve" months --journal "$journal"
row 'nerve correlate' "$nerve" correlate --journal "$journal"
row 'nerve report --html' "$nerve" report --html "$folder/r.html" --journal "$journal"
row 'month.py' "$python" "$here/month.py" "$journal" 2026-10 "$folder/p.html"
echo "$month $times" | awk '{
  printf "\nThe script takes %.0f times as long as nerve month by the clock, %.0f times by processor time.\n", $3 / $1, $4 / $2
}'
