#!/bin/sh
# Writes the manual of BINARY to FOLDER: a page for each command and an overview, formatted by
# swift-argument-parser's tool. The sections for all commands are in Documentation/manual-end.mdoc.
set -eu

binary=$1
folder=$2
swift=${SWIFT:-swift}
parser=.build/checkouts/swift-argument-parser
scratch=.build/manual

$swift build --package-path $parser --scratch-path $scratch --product generate-manual >&2
# The day of the version, not of the build.
date=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$scratch/debug/generate-manual" "$binary" --multi-page --date "$date" -o "$pages"
rm -f "$pages/nerve.help.1"

# Escapes a quote at the start of a line, which would be a request; drops empty lists; replaces
# blank lines and escapes by mdoc's own; starts each sentence on a new line.
mdoc() {
  sed -e "s/^'/\\\\\&'/" -e '/^\.Bl /{N;/\n\.El$/d;}' |
  sed -e 's/^\(\\& *\)\{1,\}/  /' -e 's/^$/.Pp/' \
    -e '/^[.]/!s/\([a-z0-9)]\)\([.:]\) \([A-Z$]\)/\1\2\n\3/g'
}

# The groups of the overview, with a line for each command.
commands() {
  "$binary" --help | awk '
    / SUBCOMMANDS:$/ {
      sub(/ SUBCOMMANDS:$/, ""); group = substr($0, 1, 1) tolower(substr($0, 2))
      if (seen++) print ".El"
      print ".Ss " group; print ".Bl -tag -width completions"; next
    }
    group && /^  [a-z]+  / { name = $1; $1 = ""; sub(/^ /, ""); print ".It Xr nerve-" name " 1"; print; next }
    group && NF { exit }
    END { print ".El" }
  '
}

rm -rf "$folder"
mkdir -p "$folder"
for page in "$pages"/*.1; do
  dotted=$(basename "$page" .1)
  name=$(echo "$dotted" | tr . -)
  words=$(echo "$dotted" | tr . ' ')
  awk -v name="$name" -v words="$words" '
    /^\.Dt / { print ".Dt " toupper(name) " 1"; next }
    # The name of the page, not of the command, is what man looks for.
    /^\.Sh NAME/ { print; getline; print ".Nm " name; next }
    # Other names of the command have no page.
    /^\.Nm / && !ended { next }
    /^\.Nd / { gsub(/"/, ""); sub(/\.$/, ""); ended = 1 }
    /^\.Sh SYNOPSIS/ { print; getline; print ".Nm " words; next }
    # The options of every command are in the overview.
    name != "nerve" && (/^\.Op Fl -(version|help)$/) { next }
    name != "nerve" && (/^\.It Fl -version$/ || /^\.It Fl h , -help$/) { getline; next }
    # The section on exit status is too general; ours is in the overview.
    /^\.Sh "EXIT STATUS"/ { getline; next }
    # Pages below this one come in the section that follows.
    /^\.Sh "SEE ALSO"/ { exit }
    { print }
  ' "$page" | mdoc >"$folder/$name.1"
  if [ "$name" = nerve ]; then
    { echo '.Sh COMMANDS'; commands; cat Documentation/manual-end.mdoc; } >>"$folder/nerve.1"
  else
    {
      echo '.Sh SEE ALSO'
      for other in "$pages/$dotted".*.1; do
        [ ! -e "$other" ] || echo ".Xr $(basename "$other" .1 | tr . -) 1 ,"
      done
      case $dotted in
        *.*.*) echo ".Xr $(echo "${dotted%.*}" | tr . -) 1 ," ;;
      esac
      echo '.Xr nerve 1'
    } >>"$folder/$name.1"
  fi
done
