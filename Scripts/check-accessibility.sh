#!/bin/sh
# Checks pages with axe-core in headless Chromium, at 360 and 1280 pixels, light and
# dark: any violation of WCAG 2.2 AA or best practice is an error, and so is a page
# that needs sideways scrolling.
#
#   sh Scripts/check-accessibility.sh PAGE.html…
#
# axe-core is the file AXE, or comes from a PyPI package with a pinned checksum.
# Without it nothing is checked, which is an error if CI=true.
set -eu
chromium=${CHROMIUM:-chromium-headless-shell}
package='axe_playwright_python==0.1.8 --hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

axe=${AXE:-$work/axe_playwright_python/axe.min.js}
if [ -z "${AXE:-}" ]; then
  echo "$package" >"$work/package"
  if ! { python3 -m pip download --quiet --no-deps --require-hashes --dest "$work" \
    --requirement "$work/package" && python3 -m zipfile -e "$work"/*.whl "$work"; } >&2; then
    echo "Not checked: axe-core cannot be had, so nobody looked at the pages' accessibility" >&2
    [ "${CI:-}" != true ]
    exit
  fi
fi

# The script replaces the page by one line per violation, or by the error.
cat >"$work/look.js" <<'SCRIPT'
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const root = document.documentElement
const wide = root.scrollWidth > innerWidth
  ? [`the page is ${root.scrollWidth} pixels wide on a screen of ${innerWidth}`] : []
axe.run({ runOnly: rules }).then(({ passes, violations }) => [
  `axe-core ${axe.version}: ${passes.length} rules passed`,
  ...wide,
  ...violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)),
], error => [`axe-core failed: ${error}`]).then(lines => {
  const result = document.createElement('pre')
  result.append(lines.map(line => line.replaceAll('\n', ' ')).join('\n'))
  document.body.replaceChildren(result)
})
SCRIPT

# look_at PAGE WIDTH SCHEME: prints axe-core's findings. The page's own policy
# forbids scripts, so this checks a copy without the policy.
look_at() {
  {
    grep -v 'Content-Security-Policy' "$1"
    echo '<script>'
    cat "$axe" "$work/look.js"
    echo '</script>'
  } >"$work/page.html"
  HOME=$work "$chromium" --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
    --window-size="$2,2600" --blink-settings=preferredColorScheme="$3" \
    --virtual-time-budget=30000 --dump-dom "file://$work/page.html" 2>/dev/null |
    sed -n '/<pre>/,/<\/pre>/p' | sed 's/.*<pre>//; s/<\/pre>.*//'
}

# Its silence counts only if it faults a page without a language.
sed 's/ lang="en"//' "$1" >"$work/broken.html"
if ! look_at "$work/broken.html" 360 1 | grep -q '^html-has-lang'; then
  echo "axe-core does not see that a page has no language" >&2
  exit 1
fi
for page; do
  for width in 360 1280; do
    for scheme in dark light; do
      case $scheme in dark) number=0 ;; *) number=1 ;; esac
      look_at "$page" $width $number >"$work/said"
      if ! grep -q '^axe-core.* rules passed$' "$work/said" || [ "$(wc -l <"$work/said")" -ne 1 ]; then
        echo "$(basename "$page") at $width pixels, $scheme:" >&2
        cat "$work/said" >&2
        status=1
      fi
    done
  done
done
exit $status
