#!/bin/sh
# Fails where code crosses the lines that the house is built along.
set -eu

status=0

# refuse RULE PATTERN FOLDER...: no line of code may match; comments may.
refuse() {
  rule=$1
  pattern=$2
  shift 2
  for folder in "$@"; do [ -d "$folder" ] || { echo "There is no folder $folder" >&2; exit 1; }; done
  found=$(grep -rnE "$pattern" "$@" --include='*.swift' | grep -vE '^[^:]*:[0-9]+: *//' || true)
  if [ -n "$found" ]; then
    printf '%s:\n%s\n' "$rule" "$found" >&2
    status=1
  fi
}

refuse "Only Sources/JournalStore/SQLite calls SQLite" 'import CSQLite$|sqlite3_[a-z_0-9]+\(' \
  Sources/ActivityFiles Sources/Charts Sources/CivilDay Sources/Correlator Sources/DelimitedText Sources/JournalModel Sources/WrittenValues Sources/JournalCLI Sources/Reports \
  Sources/SampleJournal Sources/SQLFunctions Sources/NerveExtension Sources/BuiltInQueries Sources/JournalStore/Records Sources/JournalStore/Repositories \
  Sources/JournalStore/Schema Sources/JournalStore/Mapping
refuse "Sources use no Foundation" 'import +([a-z]+ +)?Foundation' Sources Migrations
refuse "SQL functions call SQLite through the table of an extension" \
  'import +([a-z]+ +)?(CSQLite|JournalStore)$' Sources/SQLFunctions Sources/NerveExtension
refuse "The Correlator imports only CivilDay and RealModule" \
  'import +([a-z]+ +)?(Glibc|JournalStore|ArgumentParser|CSQLite)' Sources/Correlator
refuse "ActivityFiles knows nothing of the journal" \
  'import +([a-z]+ +)?(JournalStore|ArgumentParser|CSQLite|Reports)' Sources/ActivityFiles
refuse "JournalModel imports only CivilDay" \
  'import +([a-z]+ +)?(Glibc|JournalStore|Reports|Correlator|ArgumentParser|CSQLite)' \
  Sources/JournalModel
refuse "Charts imports only CivilDay" \
  'import +([a-z]+ +)?(Glibc|JournalStore|Reports|Correlator|ArgumentParser|CSQLite)' Sources/Charts
refuse "Tables, views and indexes are made in Migrations" \
  'CREATE (TABLE|VIEW|INDEX|UNIQUE)' Sources
refuse "Nothing is forced in Sources" \
  'try!|as!|fatalError\(|@unchecked|nonisolated\(unsafe\)' Sources Migrations
exit $status
