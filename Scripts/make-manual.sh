#!/bin/sh
# Prints the manual page: the commands of BINARY, formatted by swift-argument-parser's
# tool, and the other sections from Documentation/manual-end.mdoc.
set -eu

binary=$1
swift=${SWIFT:-swift}
parser=.build/checkouts/swift-argument-parser
scratch=.build/manual

$swift build --package-path $parser --scratch-path $scratch --product generate-manual >&2
date=$(git log -1 --format=%cs 2>/dev/null || date +%F)
"$scratch/debug/generate-manual" "$binary" --date "${date:-$(date +%F)}" -o - |
  awk '
    # The section on exit status is too general; ours replaces it.
    /^\.Sh EXIT STATUS/ { exit }
    # Options common to all commands appear once, at the top.
    /^\.It Fl -version/ || /^\.It Fl h , -help/ { if (seen[$0]++) { getline; next } }
    { print }
  ' |
  # Escapes a quote at the start of a line, which would be a request; drops empty lists; replaces blank lines and escapes by mdoc's
  # own; starts each sentence on a new line.
  sed -e "s/^'/\\\\\&'/" -e '/^\.Bl /{N;/\n\.El$/d;}' |
  sed -e 's/^\(\\& *\)\{1,\}/  /' -e 's/^$/.Pp/' \
    -e '/^[.]/!s/\([a-z0-9)]\)\([.:]\) \([A-Z$]\)/\1\2\n\3/g'
cat Documentation/manual-end.mdoc
