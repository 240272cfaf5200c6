#!/bin/sh
# Times reading large exports, compared with other tools on the same files in the
# same run. Needs xmlwf (Debian's expat), hyperfine, and gpxpy and
# healthkit-to-sqlite from PyPI: exports.sh [FOLDER WITH THEIR PROGRAMS].
set -eu
cd "$(dirname "$0")"
bin=${1:-$(dirname "$(command -v python3)")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --quiet
read=.build/release/read

python3 make-apple-health.py 1000 "$work/1000.xml"
python3 make-apple-health.py 100 "$work/100.xml"
python3 make-gpx.py 1000 "$work/gpx"

# The ratio of the second command's fastest run to the first's.
ratio() {
  hyperfine -N --style none --runs 5 --export-csv "$work/times" "$1" "$2" >/dev/null
  awk -F, -v what="$3" 'NR == 2 { ours = $(NF - 1) } NR == 3 { printf "%s: %.2f s and %.2f s, %.2f times\n", what, ours, $(NF - 1), $(NF - 1) / ours }' "$work/times"
}
ratio "$read $work/1000.xml" "xmlwf $work/1000.xml" "1 GB of Apple Health and xmlwf"
/usr/bin/env time -f '1 GB of Apple Health: %M KB of memory' "$read" "$work/1000.xml" >/dev/null
cat >"$work/healthkit" <<END
#!/bin/sh
rm -f $work/health.db
exec $bin/healthkit-to-sqlite --xml $work/100.xml $work/health.db
END
chmod +x "$work/healthkit"
ratio "$read $work/100.xml" "$work/healthkit" "100 MB of Apple Health and healthkit-to-sqlite"
find "$work/gpx" -name '*.gpx' >"$work/files"
printf '#!/bin/sh\nexec xargs %s/%s <%s\n' "$PWD" "$read" "$work/files" >"$work/ours"
printf '#!/bin/sh\nexec xargs %s/python3 %s/gpxpy-time.py <%s\n' "$bin" "$PWD" "$work/files" >"$work/theirs"
chmod +x "$work/ours" "$work/theirs"
hyperfine -N --style none --runs 2 --export-csv "$work/times" "$work/ours" "$work/theirs" >/dev/null
awk -F, 'NR == 2 { ours = $(NF - 1) } NR == 3 { printf "1,000 GPX files and gpxpy: %.2f s and %.2f s, %.0f times\n", ours, $(NF - 1), $(NF - 1) / ours }' "$work/times"
