"""Summarises and pools any number of journals with Spark, from local[*] to a cluster.

    python3 study.py JOURNALS OUTPUT                       # this machine
    spark-submit --master spark://host:7077 study.py ...   # a cluster

JOURNALS is a folder, or a text file with one path per line. On a cluster the journals must have
the same paths on every machine, and so must nerve (--nerve). OUTPUT gets

    summaries/   Parquet: one row per journal, without its path
    broken/      Parquet: path, tries, exit status and kind of those that could not be read
    broken.ndjson, pooled.json: the same, and the pooled effects
"""

import argparse
import json
import os
import sys

from pyspark.sql import SparkSession, functions
from pyspark.sql import types as t

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import pool  # noqa: E402
import summaries  # noqa: E402

RECORD = t.StructType(
    [
        t.StructField("path", t.StringType(), False),
        t.StructField("tries", t.IntegerType(), False),
        t.StructField("exit_status", t.IntegerType()),
        t.StructField("kind", t.StringType()),
        t.StructField("line", t.StringType()),
    ]
)

# As in Documentation/summary.schema.json.
SUMMARY = """
    summary int, program string, schema_version int, journal_id string, synthetic boolean,
    settings struct<load: string, pain: string, timing: string, timing_in_use: string,
      lags: array<int>, limit: double, all_days: boolean>,
    timing_doubtful boolean, days int, run_days int, rest_days int, implied_rest_days int,
    ratings int, typical_run double, pain_sd double,
    lags array<struct<lag: int, pairs: int, df: int, slope: double, se: double,
      points_per_typical_run: double, points_se: double>>,
    slope_covariance struct<lags: array<int>, matrix: array<array<double>>>,
    verdict struct<kind: string, reason: string>
"""


def paths_of(journals):
    """The paths of the journals in a folder, or in a list."""
    if not os.path.isdir(journals):
        with open(journals, encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file if line.strip()]
    return sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(journals)
        for name in names
        if name.endswith(".sqlite")
    )


def summarise(options):
    """The function for mapInPandas: one row per journal."""

    def of(batches):
        import pandas

        import summaries

        for batch in batches:
            rows = [summaries.record(path, **options) for path in batch["path"]]
            yield pandas.DataFrame(
                {
                    "path": [row["path"] for row in rows],
                    "tries": [row["tries"] for row in rows],
                    "exit_status": pandas.array(
                        [row.get("exit_status") for row in rows], dtype="Int32"
                    ),
                    "kind": [row.get("kind") for row in rows],
                    "line": [
                        json.dumps(row["summary"]) if "summary" in row else None for row in rows
                    ],
                }
            )

    return of


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("journals")
    parser.add_argument("output")
    parser.add_argument("--master", help="the Spark master; spark-submit sets it otherwise")
    parser.add_argument("--tasks", type=int, help="number of tasks; one per journal up to 10,000")
    summaries.add_options(parser)
    pool.add_options(parser)
    arguments = parser.parse_args()

    builder = SparkSession.builder.appName("nerve study")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
    if arguments.master:
        builder = builder.master(arguments.master)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for module in ("summaries.py",):
        spark.sparkContext.addPyFile(os.path.join(HERE, module))

    paths = paths_of(arguments.journals)
    if not paths:
        raise SystemExit("study.py: no journal was found")
    tasks = arguments.tasks or min(len(paths), 10_000)
    # Not a DataFrame first: that would put a thousand paths in each of a few tasks.
    rows = spark.sparkContext.parallelize([(path,) for path in paths], tasks)
    options = {
        "nerve": arguments.nerve,
        "tries": arguments.tries,
        "timeout": arguments.timeout,
        "options": arguments.option,
    }
    records = (
        spark.createDataFrame(rows, "path string")
        .mapInPandas(summarise(options), RECORD)
        # Every journal is read once, although its record is used three times.
        .persist()
    )
    fine = records.where("line IS NOT NULL")
    fine.select(functions.from_json("line", SUMMARY).alias("s")).select("s.*").write.mode(
        "overwrite"
    ).parquet(os.path.join(arguments.output, "summaries"))
    records.where("line IS NULL").drop("line").write.mode("overwrite").parquet(
        os.path.join(arguments.output, "broken")
    )

    study = pool.Study(arguments.synthetic, arguments.least_pairs)
    for row in records.toLocalIterator():
        study.add(
            {"summary": json.loads(row.line)}
            if row.line is not None
            else {name: row[name] for name in ("path", "tries", "exit_status", "kind")}
        )
    spark.stop()
    if len(study.broken) + sum(study.left_out.values()) + len(study.journals) != len(paths):
        raise SystemExit("study.py: some journals have no record")
    pool.write_broken(study, os.path.join(arguments.output, "broken.ndjson"))
    result = study.result()
    with open(os.path.join(arguments.output, "pooled.json"), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=2)
        file.write("\n")
    print(pool.text(result))


if __name__ == "__main__":
    main()
