#!/bin/sh
# Prints the manual page. Its commands are what the program BINARY says of itself,
# set by the tool that swift-argument-parser has for it; the sections that no
# command tells of are in Documentation/manual-end.mdoc.
set -eu

binary=$1
swift=${SWIFT:-swift}
parser=.build/checkouts/swift-argument-parser
scratch=.build/manual

$swift build --package-path $parser --scratch-path $scratch --product generate-manual >&2
date=$(git log -1 --format=%cs 2>/dev/null || date +%F)
"$scratch/debug/generate-manual" "$binary" --date "${date:-$(date +%F)}" -o - |
  awk '
    # The tool ends with a general word on exit status; ours is more exact.
    /^\.Sh EXIT STATUS/ { exit }
    # Options of every command are told once, at the top.
    /^\.It Fl -version/ || /^\.It Fl h , -help/ { if (seen[$0]++) { getline; next } }
    { print }
  ' |
  # A line that begins with a quote would be a request; a list that is empty now; blank lines and escapes that mdoc has other words
  # for; a sentence begins on a line of its own.
  sed -e "s/^'/\\\\\&'/" -e '/^\.Bl /{N;/\n\.El$/d;}' |
  sed -e 's/^\(\\& *\)\{1,\}/  /' -e 's/^$/.Pp/' \
    -e '/^[.]/!s/\([a-z0-9)]\)\([.:]\) \([A-Z$]\)/\1\2\n\3/g'
cat Documentation/manual-end.mdoc
