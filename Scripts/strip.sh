#!/bin/sh
# Removes from installed programs what only a debugger needs. The hashes of Swift's modules become
# zeros, as they depend on the folder of the build; objcopy could remove them, but its output loses
# the protection of relocated data (GNU_RELRO).
set -eu

for file in "$@"; do
  strip "$file"
  # shellcheck disable=SC2046 # two numbers, in hexadecimal
  set -- $(readelf -SW "$file" | sed -n 's/.* \.swift_modhash *PROGBITS *[0-9a-f]* \([0-9a-f]*\) \([0-9a-f]*\) .*/\1 \2/p')
  [ $# -eq 2 ] || { echo "There are no module hashes in $file" >&2; exit 1; }
  dd if=/dev/zero of="$file" bs=1 seek="$((0x$1))" count="$((0x$2))" conv=notrunc status=none
done
