#!/bin/sh
# Builds the packages of HEAD in two folders, and compares them: see Documentation/packages.md.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in one another; do
  git clone -q . "$work/$folder"
  (cd "$work/$folder" && make dist)
done
if ! diff -r "$work/one/dist" "$work/another/dist"; then
  # Kept, to find out what differs.
  trap - EXIT
  echo "The builds differ; they are in $work." >&2
  exit 1
fi
(cd "$work/one/dist" && sha256sum ./*)
echo "Both builds are the same."
