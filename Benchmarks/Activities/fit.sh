#!/bin/sh
# Times reading FIT files, compared with fitdecode on the same files, and checks
# damaged ones. Needs fitdecode from PyPI: fit.sh [PYTHON].
set -eu
cd "$(dirname "$0")"
python=${1:-python3}
folder=$(cd ../../../shared/data/activities/fit && pwd)

swift build -c release --quiet
ours=$(.build/release/fit-bench "$folder"/*.fit)
echo "nerve      $ours"
theirs=$("$python" fitdecode-time.py "$folder"/*.fit)
echo "fitdecode  $theirs"
echo "$ours / $theirs" | awk -F'[ /,]+' '{ printf "%.0f times as fast\n", $11 / $5 }'
.build/release/damage "$folder"/*.fit "$folder"/../gpx/*.gpx "$folder"/../tcx/*.tcx
