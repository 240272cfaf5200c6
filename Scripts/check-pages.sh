#!/bin/sh
# Opens the pages in headless Chromium: nothing may be said on the console, no
# address be asked for but the page's own, and the one for a clinician fit two sheets.
# With a folder as argument, screenshots and prints stay there to be looked at.
set -eu
nerve=${NERVE:-.build/release/nerve}
chromium=${CHROMIUM:-chromium}
command -v "$chromium" >/dev/null || { echo "There is no $chromium: the pages were not opened" >&2; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shown=${1:-$work}
mkdir -p "$shown"
status=0

"$nerve" sample "$work/j.sqlite" --until 2026-10-31 >/dev/null
"$nerve" month 2026-10 --html "$work/month.html" --quiet --journal "$work/j.sqlite"
"$nerve" report --html "$work/report.html" --quiet --journal "$work/j.sqlite"
"$nerve" report --html "$work/clinician.html" --for clinician --quiet --journal "$work/j.sqlite"

open_page() {
  HOME=$work "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --user-data-dir="$work/profile" --disable-background-networking --no-first-run "$@" 2>&1
}
for page in month report clinician; do
  address=file://$work/$page.html
  for width in 360 1280; do
    open_page --enable-logging=stderr --log-net-log="$work/net.json" --window-size=$width,2600 \
      --screenshot="$shown/$page-$width.png" "$address" >"$work/said"
    if grep -q 'CONSOLE' "$work/said"; then
      echo "$page at $width pixels says on the console:" >&2
      grep 'CONSOLE' "$work/said" >&2
      status=1
    fi
    if grep -oE '"(url|original_url)":"[a-z]+:[^"]*"' "$work/net.json" | grep -vF "$address" |
      grep -E '"https?:' | grep -vE 'google(apis)?\.com|gvt1\.com' >&2; then
      echo "$page at $width pixels asks for these addresses" >&2
      status=1
    fi
  done
  open_page --no-pdf-header-footer --print-to-pdf="$shown/$page.pdf" "$address" >/dev/null
done
sheets=$(grep -ac '/Type */Page\b' "$shown/clinician.pdf" || true)
[ "$sheets" -le 2 ] || { echo "The page for a clinician takes $sheets sheets" >&2; status=1; }
exit $status
