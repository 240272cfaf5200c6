#!/bin/sh
# Runs libFuzzer on the FIT decoder: fit.sh [SECONDS]. It starts from the small
# files in ../shared and keeps its corpus and findings in the folder `fit` here.
# Add findings, as hexadecimal digits, to Tests/ActivityFilesTests/FIT.
set -eu
cd "$(dirname "$0")"
mkdir -p fit/corpus fit/seeds fit/findings
swift build -c release --sanitize=address --sanitize=fuzzer --quiet
find ../../../shared/data/activities/fit -name '*.fit' -size -32k -exec cp -n {} fit/seeds \;
# The sanitizer holds freed memory for a while; it does not count.
export ASAN_OPTIONS=quarantine_size_mb=16
exec nice -n 19 .build/release/fit-fuzzer -max_total_time="${1:-1800}" -max_len=32768 -timeout=5 \
  -rss_limit_mb=256 -artifact_prefix=fit/findings/ -print_final_stats=1 fit/corpus fit/seeds
