#!/bin/sh
# Builds the packages of HEAD in two folders whose names differ in length, and compares them.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in a another-folder; do
  git clone -q . "$work/$folder"
  (cd "$work/$folder" && make dist)
done
if ! diff -r "$work/a/dist" "$work/another-folder/dist"; then
  # Kept, to find out what differs.
  trap - EXIT
  echo "The builds differ; they are in $work." >&2
  exit 1
fi
(cd "$work/a/dist" && sha256sum ./*)
echo "Both builds are the same."
