#!/bin/sh
# How fast a study reads journals, and with how much memory: on two cores, by xargs and by Spark.
#
#     sh Benchmarks/Study/measure.sh [JOURNALS]
#
# Needs what Integrations/spark/check.sh needs; run that first, which makes the environment for
# PySpark. The figures are in Documentation/scale.md.
set -eu
cd "$(dirname "$0")/../.."
count=${1:-1000}
nerve=${NERVE:-$PWD/.build/release/nerve}
recipe=$PWD/Integrations/spark
venv=$PWD/.build/study-venv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" TZ=UTC NERVE="$nerve" WORK="$work" PYTHONDONTWRITEBYTECODE=1
mkdir "$work/journals"
seq "$count" | xargs -P "$(nproc)" -I{} \
  "$nerve" sample "$work/journals/{}.sqlite" --seed {} --until 2026-10-31 >/dev/null
echo "$count journals, $(du -sm "$work/journals" | cut -f1) MB, $(nproc) cores"
# Once, so that both recipes find the files in memory.
cat "$work"/journals/*.sqlite >/dev/null
watch="python3 Benchmarks/Study/watch.py $count"
echo "one nerve, time and memory:"
python3 Benchmarks/Study/watch.py 1 "$nerve" correlate --summary --journal "$work/journals/1.sqlite"
echo "nerve alone, by xargs -P 2:"
$watch sh -c 'find "$WORK/journals" -name "*.sqlite" -print0 |
  xargs -0 -P 2 -n 1 "$NERVE" correlate --summary --journal >"$WORK/plain" 2>/dev/null'
echo "one-machine.sh, JOBS=2, pooling included:"
JOBS=2 $watch sh "$recipe/one-machine.sh" "$work/journals" "$work/one" --synthetic --nerve "$nerve"
echo "study.py, local[2], pooling included:"
PYSPARK_PYTHON="$venv/bin/python3" SPARK_LOCAL_IP=127.0.0.1 $watch "$venv/bin/python3" \
  "$recipe/study.py" "$work/journals" "$work/spark" --master 'local[2]' --synthetic --nerve "$nerve"
cmp "$work/one/pooled.json" "$work/spark/pooled.json"
echo "pooling one million effects, DL and REML:"
python3 Benchmarks/Study/watch.py 1000000 python3 Benchmarks/Study/million.py
