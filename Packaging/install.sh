#!/bin/sh
# Installs Nerve for you alone, without root: into ~/.local, or PREFIX. With the word
# `remove`, removes it again. Your journal stays in either case.
set -eu

prefix=${PREFIX:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

case ${1:-} in
  '') ;;
  remove)
    [ -f "$prefix/share/nerve/installed" ] || { echo "Nerve is not installed in $prefix." >&2; exit 1; }
    while IFS= read -r file; do rm -f "$prefix/$file"; done <"$prefix/share/nerve/installed"
    rm -f "$prefix/share/nerve/installed"
    for folder in lib/nerve share/nerve share/doc/nerve/licences share/doc/nerve; do
      rmdir "$prefix/$folder" 2>/dev/null || true
    done
    echo "Removed Nerve from $prefix. Your journal is untouched."
    exit 0 ;;
  *) echo "Usage: install.sh [remove]" >&2; exit 64 ;;
esac

# Says what is missing before anything is copied.
if ! words=$(./bin/nerve --version 2>&1); then
  echo "Nerve does not run on this system: $words" >&2
  echo "It needs glibc 2.35, SQLite 3.37 and Expat; on Debian and Ubuntu: apt install libsqlite3-0 libexpat1" >&2
  exit 1
fi

find bin lib share -type f | LC_ALL=C sort >.installed
while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  # A new file, as a program that runs cannot be written to.
  cp -p "$file" "$prefix/$file.new"
  mv -f "$prefix/$file.new" "$prefix/$file"
done <.installed
mv .installed "$prefix/share/nerve/installed"

echo "Installed $words in $prefix."
case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) echo "Add $prefix/bin to your PATH to run it as nerve." ;;
esac
