#!/bin/sh
# Fails where code crosses the lines that the house is built along.
set -eu

status=0
refuse() {
  if found=$(eval "$2"); then
    echo "$1:" >&2
    echo "$found" >&2
    status=1
  fi
}

refuse "Only Sources/JournalStore/SQLite calls SQLite" \
  "grep -rnE 'import CSQLite|sqlite3_' Sources --include='*.swift' | grep -v '^Sources/JournalStore/SQLite/' | grep -v sqlite3_prepare"
refuse "Sources use no Foundation" \
  "grep -rnE 'import Foundation' Sources Migrations --include='*.swift'"
refuse "The Correlator imports only CivilDay and RealModule" \
  "grep -rnE '^[a-z]* *import' Sources/Correlator | grep -vE 'import (CivilDay|RealModule)$'"
refuse "Tables, views and indexes are made in Migrations" \
  "grep -rnE 'CREATE (TABLE|VIEW|INDEX|UNIQUE)' Sources --include='*.swift'"
refuse "Nothing is forced in Sources" \
  "grep -rnE 'try!|as!|fatalError\(|@unchecked|nonisolated\(unsafe\)' Sources Migrations --include='*.swift'"
exit $status
