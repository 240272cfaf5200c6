#!/bin/sh
# Times every built-in query on a journal of 20 years, whole processes, and prints the
# slowest. Fails if one takes over 100 ms.
set -eu

nerve=${NERVE:-.build/release/nerve}
command -v hyperfine >/dev/null || { echo "the benchmark needs hyperfine (Debian package hyperfine)" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$nerve" "$folder/nerve"
strip "$folder/nerve"
nerve=$folder/nerve
"$nerve" sample "$folder/journal.sqlite" --years 20 >/dev/null

for name in $("$nerve" query list --plain --journal "$folder/journal.sqlite" | cut -f 1); do
  hyperfine -N --warmup 1 --runs "${RUNS:-8}" --export-csv "$folder/times.csv" \
    "$nerve query run $name --format csv --journal $folder/journal.sqlite" \
    >/dev/null 2>"$folder/errors" || { cat "$folder/errors" >&2; exit 1; }
  awk -F, -v name="$name" 'NR > 1 { printf "%6.1f ms  %s\n", $(NF - 1) * 1000, name }' "$folder/times.csv"
done | sort -rn >"$folder/all"
wc -l <"$folder/all" | sed 's/$/ queries, the slowest of them:/'
head -n 5 "$folder/all"
awk '$1 > 100 { slow = 1 } END { exit slow }' "$folder/all"
