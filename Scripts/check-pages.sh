#!/bin/sh
# Opens the pages in headless Chromium: no console message, no network request, and
# the clinician's page must fit one sheet. Then axe-core checks accessibility. If
# CI=true, a missing program is an error. With a folder as argument, screenshots and
# prints are kept there.
set -eu
nerve=${NERVE:-.build/release/nerve}
# Plain Chromium makes no window narrower than 500 pixels.
chromium=${CHROMIUM:-chromium-headless-shell}
if ! command -v "$chromium" >/dev/null; then
  echo "Not checked: there is no $chromium to open the pages in" >&2
  [ "${CI:-}" != true ]
  exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shown=${1:-$work}
mkdir -p "$shown"
status=0

export NERVE_JOURNAL="$work/journal.sqlite"
"$nerve" sample "$NERVE_JOURNAL" --until 2026-10-31 >/dev/null
"$nerve" month 2026-10 --html "$work/month.html" --quiet
"$nerve" months --format html >"$work/months.html"
"$nerve" report --html "$work/report.html" --quiet
# One sheet must be enough even for long entries.
words="$(printf '%050d' 0) and words upon words, more than anybody would read at once who has not much time left"
for day in 08-10 08-20 09-01 09-10 09-20 10-01 10-10 10-20; do
  day=2026-$day
  "$nerve" guidance add "$day $words" --by "$words" --on $day --limit 2km --quiet
  "$nerve" flare start --on $day --trigger "$day $words" --quiet
  "$nerve" flare end --on $day --peak 8 --quiet
  "$nerve" stretch "$day ${words%%more*}" 30s --new --on $day --quiet
  # Signs of the period, and of the year before it.
  for day in $day 2025-${day#2026-}; do
    "$nerve" pain 5 --back 3 --on $day --medication "$day $words" --saddle --bladder --weakness \
      --numbness --tingling --side both --quiet --yes
  done
done >/dev/null
"$nerve" config name "${words%%more*}" >/dev/null
"$nerve" report --html "$work/clinician.html" --for clinician --quiet

open_page() {
  HOME=$work "$chromium" --no-sandbox --disable-gpu --hide-scrollbars \
    --user-data-dir="$work/profile" --disable-background-networking "$@" 2>&1
}
for page in month months report clinician; do
  address=file://$work/$page.html
  for look in 360-dark 360-light 1280-dark 1280-light; do
    case $look in *dark) scheme=0 ;; *) scheme=1 ;; esac
    open_page --enable-logging=stderr --log-net-log="$work/net.json" \
      --window-size="${look%-*},2600" --blink-settings=preferredColorScheme=$scheme \
      --screenshot="$shown/$page-$look.png" "$address" >"$work/said"
    if grep 'CONSOLE' "$work/said" >&2; then
      echo "$page, $look says this on the console" >&2
      status=1
    fi
    if grep -oE '"(url|original_url)":"[a-z]+:[^"]*"' "$work/net.json" |
      grep -E '"https?:' | grep -vE 'google(apis)?\.com|gvt1\.com' >&2; then
      echo "$page, $look asks for these addresses" >&2
      status=1
    fi
  done
  open_page --no-pdf-header-footer --print-to-pdf="$shown/$page.pdf" "$address" >/dev/null
done
sheets=$(grep -ac '/Type */Page\b' "$shown/clinician.pdf" || true)
if [ "$sheets" -ne 1 ]; then
  echo "The page for a clinician takes $sheets sheets" >&2
  status=1
fi
# Every golden month is a page, too: with a red flag, guidance, a flare-up and so on.
sh "$(dirname "$0")/check-accessibility.sh" \
  "$work/month.html" "$work/months.html" "$work/report.html" "$work/clinician.html" \
  "$(dirname "$0")"/../Tests/JournalCLITests/Golden/month-*.html || status=1
exit $status
