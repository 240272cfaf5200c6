#!/bin/sh
# Times the whole process of `nerve correlate --csv` against an equivalent Python
# script, on the same files, in one run.
#
# Usage: whole-process.sh PYTHON   (a Python with the packages of
# peers/requirements.txt and pandas); run `make build` first.
set -eu
cd "$(dirname "$0")"
python=${1:-python3}
nerve=../../.build/release/nerve
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

printf '%-12s %14s %14s %9s\n' days nerve python ratio
for days in 365 1825 18250; do
  (cd peers && "$python" -c "
import diary, sys
diary.write_csv(sys.argv[1], *diary.simulate(int(sys.argv[2])))" "$folder/$days.csv" "$days")
  hyperfine -N --warmup 1 --min-runs 5 --export-csv "$folder/times.csv" \
    "$nerve correlate --csv $folder/$days.csv --json" "$python peers/answer.py $folder/$days.csv" \
    >/dev/null 2>&1
  awk -F, -v days="$days" '
    NR > 1 { median[++n] = $(NF - 4) }
    END { printf "%-12s %11.1f ms %11.1f ms %8.0fx\n", days, median[1] * 1000, median[2] * 1000, median[2] / median[1] }
  ' "$folder/times.csv"
done
