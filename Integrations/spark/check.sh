#!/bin/sh
# Checks the recipes: Spark against one machine, and the pooled effects against R's metafor.
# Needs Java, R with metafor, Python with venv, and the network for PySpark, once.
#
#     [NERVE=path/to/nerve] sh Integrations/spark/check.sh
set -eu
cd "$(dirname "$0")/../.."
recipe=$PWD/Integrations/spark
NERVE=${NERVE:-$PWD/.build/release/nerve}
case $NERVE in /*) ;; *) NERVE=$PWD/$NERVE ;; esac
for tool in java Rscript python3 "$NERVE"; do
  command -v "$tool" >/dev/null || { echo "check-study needs $tool" >&2; exit 1; }
done
Rscript -e 'library(metafor)' >/dev/null 2>&1 || { echo "check-study needs r-cran-metafor" >&2; exit 1; }

venv=$PWD/.build/study-venv
if ! cmp -s "$recipe/requirements.txt" "$venv/requirements.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$recipe/requirements.txt"
  cp "$recipe/requirements.txt" "$venv/"
fi
export PYTHONDONTWRITEBYTECODE=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Nothing of the person who runs this may be read or written.
export HOME="$work/home" TZ=UTC
unset NERVE_JOURNAL XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME || true
mkdir -p "$HOME" "$work/journals/site one"

echo "Making the journals"
seed=1
while [ $seed -le 40 ]; do
  # Names with blanks, quotes and a line feed are somebody's, too.
  case $seed in
    7) name="site one/anna's run \"diary\".sqlite" ;;
    8) name="site one/two
lines.sqlite" ;;
    *) name="journal-$seed.sqlite" ;;
  esac
  "$NERVE" sample "$work/journals/$name" --seed $seed --years $((1 + seed % 3)) \
    --until 2026-10-31 >/dev/null
  seed=$((seed + 1))
done
head -c 60000 "$work/journals/journal-1.sqlite" >"$work/journals/truncated.sqlite"
yes 'Dear diary, today I ran.' | head -n 500 >"$work/journals/no database.sqlite"
cp "$work/journals/journal-2.sqlite" "$work/journals/newer.sqlite"
# The version of the schema is the big-endian number at byte 60.
printf '\000\000\047\017' | dd of="$work/journals/newer.sqlite" bs=1 seek=60 conv=notrunc 2>/dev/null
# Two copies of one journal must not count twice.
cp "$work/journals/journal-3.sqlite" "$work/journals/copy.sqlite"

before() { (cd "$work/journals" && find . -type f -exec sha256sum {} + | sort && find . | sort); }
before >"$work/before"

echo "One machine"
sh "$recipe/one-machine.sh" "$work/journals" "$work/one" --synthetic --nerve "$NERVE"
echo "Spark"
PYSPARK_PYTHON="$venv/bin/python3" SPARK_LOCAL_IP=127.0.0.1 "$venv/bin/python3" "$recipe/study.py" \
  "$work/journals" "$work/spark" --master 'local[*]' --synthetic --nerve "$NERVE" 2>"$work/log" \
  || { cat "$work/log" >&2; exit 1; }

before >"$work/after"
cmp "$work/before" "$work/after" || { echo "A journal was changed" >&2; exit 1; }
"$venv/bin/python3" "$recipe/same.py" "$work/spark" "$work/one" 40 \
  'truncated.sqlite=damaged,no database.sqlite=not_a_journal,newer.sqlite=newer_schema' 1

echo "metafor"
python3 "$recipe/cases.py" "$work" "$work/one/records.ndjson"
Rscript "$recipe/compare.R" "$work"
