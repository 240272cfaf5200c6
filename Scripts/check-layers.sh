#!/bin/sh
# Fails if code breaks the rules between modules.
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

# allow TARGET MODULE...: of our own modules, the target may import only these.
ours='ActivityFiles|BuiltInQueries|CivilDay|Correlator|DelimitedText|EntryInput|JSONText|JournalCLI|JournalFiles|JournalMigrations|JournalModel|JournalStore|NerveExtension|Platform|Presentation|Reports|SQLFunctions|SampleJournal|WrittenValues|ArgumentParser|CSQLite|CSQLiteExtension|CExpat|CArchive|CArguments|CLineEdit'
allow() {
  target=$1
  shift
  allowed=$(printf '%s\n' "$@" | paste -sd '|')
  [ -d "$target" ] || { echo "There is no folder $target" >&2; exit 1; }
  found=$(grep -rnE "^((public|package|internal|@_exported|@testable) +)*import +($ours)\$" "$target" \
    --include='*.swift' | grep -vE "import +($allowed)\$" || true)
  if [ -n "$found" ]; then
    printf '%s may import only %s:\n%s\n' "$target" "${allowed:-none of our modules}" "$found" >&2
    status=1
  fi
}

# The dependencies between modules.
allow Sources/CivilDay
allow Sources/Platform CArguments CLineEdit CivilDay
allow Sources/JSONText
allow Sources/DelimitedText Platform
allow Sources/WrittenValues CivilDay Platform
allow Sources/Correlator CivilDay
allow Sources/JournalModel CivilDay
allow Sources/ActivityFiles CArchive CExpat CivilDay DelimitedText JSONText WrittenValues
allow Sources/SampleJournal CivilDay Platform
allow Sources/SQLFunctions CSQLiteExtension CivilDay Correlator Platform WrittenValues
allow Sources/NerveExtension CSQLiteExtension SQLFunctions
allow Sources/JournalStore CSQLite CivilDay JournalMigrations JournalModel Platform WrittenValues
allow Sources/Reports CivilDay Correlator JournalModel JournalStore
allow Sources/JournalFiles ActivityFiles CivilDay DelimitedText JSONText JournalModel JournalStore \
  Platform WrittenValues
allow Sources/EntryInput CivilDay JournalModel WrittenValues
allow Sources/Presentation CivilDay Correlator DelimitedText JSONText JournalModel JournalStore \
  Reports WrittenValues

refuse "Only Sources/Platform imports the C library" 'import +(Glibc|Musl|Darwin)' \
  $(find Sources -mindepth 1 -maxdepth 1 -type d ! -name Platform) Migrations
refuse "Only Sources/JournalStore/SQLite calls SQLite" 'import CSQLite$|sqlite3_[a-z_0-9]+\(' \
  $(find Sources -mindepth 1 -maxdepth 1 -type d ! -name JournalStore ! -name 'CSQLite*') \
  $(find Sources/JournalStore -mindepth 1 -maxdepth 1 -type d ! -name SQLite)
refuse "Sources use no Foundation" 'import +([a-z]+ +)?Foundation' Sources Migrations
refuse "Tables, views and indexes are made in Migrations" \
  'CREATE (TABLE|VIEW|INDEX|UNIQUE)' Sources
refuse "Nothing is forced in Sources" \
  'try!|as!|fatalError\(|@unchecked|nonisolated\(unsafe\)' Sources Migrations

# The program's only top-level file is its entry point.
loose=$(find Sources/JournalCLI -maxdepth 1 -name '*.swift' ! -name Main.swift)
if [ -n "$loose" ]; then
  printf 'These files of the program belong in a folder:\n%s\n' "$loose" >&2
  status=1
fi
exit $status
