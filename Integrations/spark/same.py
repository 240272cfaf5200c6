"""Fails unless the two recipes agree and their outputs hold what they should.

    python3 same.py SPARK ONE_MACHINE JOURNALS BROKEN COPIES

JOURNALS is the number of sound and different ones, BROKEN a list of name=kind, COPIES the number
of journals that are copies of others.
"""

import json
import os
import re
import sys

import pyarrow.parquet as parquet


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def main():
    spark, one, journals, broken, copies = sys.argv[1:]
    expected = dict(pair.split("=") for pair in broken.split(","))

    pooled = json.loads(read(spark, "pooled.json"))
    # Every digit: the sums are exact, and do not depend on the order of the journals.
    assert pooled == json.loads(read(one, "pooled.json")), "the pooled effects differ"
    assert pooled["journals"] == int(journals), pooled["journals"]
    assert pooled["left_out"] == {"copy_of_another": int(copies)}, pooled["left_out"]
    for outcome in ("per_unit_of_load", "per_typical_run"):
        for lag in ("1", "2", "3"):
            for method in ("DL", "REML"):
                assert pooled["pooled"][outcome][lag][method]["journals"] > 30

    assert read(spark, "broken.ndjson") == read(one, "broken.ndjson"), "the broken ones differ"
    lines = [json.loads(line) for line in read(one, "broken.ndjson").splitlines()]
    found = {os.path.basename(line["path"]): line["kind"] for line in lines}
    assert found == expected, found
    assert all(line["tries"] == 3 and line["exit_status"] == 1 for line in lines), lines

    table = parquet.read_table(os.path.join(spark, "broken")).to_pylist()
    key = lambda line: line["path"]
    assert sorted(table, key=key) == sorted(lines, key=key), table
    summaries = parquet.read_table(os.path.join(spark, "summaries")).to_pylist()
    assert len(summaries) == int(journals) + int(copies), len(summaries)
    for summary in summaries:
        told = json.dumps(summary)
        assert not re.search(r"\d{4}-\d\d|\.sqlite|/", told), told
        assert summary["slope_covariance"]["lags"] == [1, 2, 3]
    print(f"The recipes agree: {journals} journals, {copies} copies, {len(lines)} broken")


main()
