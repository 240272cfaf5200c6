#!/bin/sh
# Fuzzes one target after another, each for FUZZ_SECONDS: fuzz.sh [TARGET...]. What it has
# tried is kept in .build/fuzzing, so that the next time begins there; findings go, as small
# as they can be made, to Fuzzing/Findings, where the tests repeat them.
set -eu
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-600}
work=.build/fuzzing
program=$work/release/fuzzer

NERVE_FUZZING=1 "${SWIFT:-swift}" build -c release --scratch-path $work --product fuzzer \
  --sanitize=address --sanitize=fuzzer --quiet

# The sanitizer holds freed memory for a while; it does not count.
export ASAN_OPTIONS=quarantine_size_mb=16:symbolize=1
export SWIFT_BACKTRACE=enable=no
export TZ=Europe/Berlin

# seeds TARGET: the folders that it begins with.
seeds() {
  fixtures=Tests/ActivityFilesTests/Fixtures
  shared=../shared/data
  case $1 in
    fit) echo $shared/activities/fit ;;
    gpx | tcx) echo $fixtures/$1 $shared/activities/$1 ;;
    csv | apple) echo $fixtures/exports ;;
    json) echo $fixtures/exports ;;
  esac
}

status=0
for target in ${*:-$(ls Fuzzing/Seeds)}; do
  tried=$work/tried/$target
  found=$work/found/$target
  mkdir -p $tried $found
  cp -n Fuzzing/Seeds/"$target"/* $tried 2>/dev/null || true
  for folder in Fuzzing/Findings/$target $(seeds "$target"); do
    [ ! -d "$folder" ] || find "$folder" -type f -size -32k -exec cp -n {} $tried \;
  done
  rm -f $found/*
  echo "== $target"
  FUZZ_TARGET=$target nice -n 10 $program -max_total_time="$seconds" -max_len=32768 -timeout=5 \
    -rss_limit_mb=1024 -artifact_prefix=$found/ -print_final_stats=1 -verbosity=1 $tried \
    >$work/$target.log 2>&1 || status=1
  grep -E '^stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' $work/$target.log
  for input in $found/*; do
    [ -f "$input" ] || continue
    kept=Fuzzing/Findings/$target/$(basename "$input")
    mkdir -p "$(dirname "$kept")"
    cp "$input" "$kept"
    case $input in
      */crash-*)
        FUZZ_TARGET=$target $program -minimize_crash=1 -max_total_time=30 \
          -exact_artifact_path="$kept" "$input" >>$work/$target.log 2>&1 || true
        ;;
    esac
    echo "found: $kept"
    grep -E '^BrokenPromise|^Fatal error|ERROR: |SUMMARY' $work/$target.log | head -3
  done
done
exit $status
