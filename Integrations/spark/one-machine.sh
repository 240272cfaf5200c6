#!/bin/sh
# Summarises and pools all journals below a folder on this machine, one process per core.
#
#     sh one-machine.sh JOURNALS OUTPUT [option of summaries.py or --synthetic]...
#
# OUTPUT gets records.ndjson, broken.ndjson and pooled.json. Needs Python 3.9 and nerve.
set -eu
[ $# -ge 2 ] || { echo "Usage: one-machine.sh JOURNALS OUTPUT [OPTION]..." >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
journals=$1
output=$2
shift 2
synthetic=
if [ "${1:-}" = --synthetic ]; then synthetic=$1; shift; fi

mkdir -p "$output"
parts=$(mktemp -d "$output/parts.XXXXXX")
trap 'rm -rf "$parts"' EXIT
find "$journals" -type f -name '*.sqlite' -print0 >"$parts/paths"
# Sixteen journals a process: to start Python takes as long as to read a journal.
xargs -0 -r -P "${JOBS:-$(nproc)}" -n 16 python3 "$here/summaries.py" --into "$parts" "$@" -- \
  <"$parts/paths"
find "$parts" -name '*.ndjson' -exec cat {} + >"$output/records.ndjson"

found=$(tr -cd '\0' <"$parts/paths" | wc -c)
told=$(wc -l <"$output/records.ndjson")
[ "$found" -eq "$told" ] || { echo "$found journals, but only $told records" >&2; exit 1; }
# shellcheck disable=SC2086 # One option or none.
python3 "$here/pool.py" $synthetic --broken "$output/broken.ndjson" \
  <"$output/records.ndjson" >"$output/pooled.json"
