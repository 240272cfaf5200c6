"""Times the SQL functions beside SQLite's own sum.

    make build extension
    .build/release/nerve sample /tmp/twenty.sqlite --years 20 --until 2026-10-31
    python3 Benchmarks/Functions/bench.py /tmp/twenty.sqlite .build/libnerve.so

Each figure is the least CPU time of several runs, in milliseconds, and its multiple of the sum.
"""

import sqlite3
import sys
import time

JOURNAL, EXTENSION = sys.argv[1:3]
PAIRS = [
    "corr({}, {})",
    "spearman({}, {})",
    "kendall({}, {})",
    "regr_slope({}, {})",
    "regr_r2({}, {})",
    "regr_count({}, {})",
]
ORDERED = ["effective_n({}, {})", "effective_n({}, {}, day)", "lagged_corr({}, {}, 1, day)"]
SINGLE = ["median({1})", "stddev({1})", "var_pop({1})", "mad({1})"]
SCALAR = [
    "sum(weekday(day))",
    "sum(day < today())",
    "sum(day REGEXP '-0[1-6]-')",
    "sum(day REGEXP '(?i)^(19|20)\\d\\d-.*[5-9]$')",
    "max(concat(day, {1}))",
    "max(concat_ws(' ', day, {1}))",
    "length(string_agg(day, ', '))",
]


def connection(path):
    db = sqlite3.connect(path)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def milliseconds(db, sql, runs):
    times = []
    for _ in range(runs):
        start = time.process_time()
        db.execute(sql).fetchall()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def compare(title, db, select, columns, calls, runs):
    print(f"\n{title}")
    base = None
    for call in ["sum({1})", *calls]:
        took = milliseconds(db, select.format(call.format(*columns)), runs)
        base = base or took
        print(f"  {call.format(*columns):52} {took:9.1f} {took / base:6.2f}")


db = connection(JOURNAL)
days = db.execute("SELECT count(*) FROM day").fetchone()[0]
columns = ("next_day_leg_pain", "distance_km")
every = PAIRS + ORDERED + SINGLE
compare(f"the view day, {days} days", db, "SELECT {} FROM day", columns, every + SCALAR, 9)
year = "SELECT {} OVER (ORDER BY day ROWS 364 PRECEDING) FROM day"
compare("the same, a frame of a year", db, year, columns, PAIRS + SINGLE, 2)
growing = "SELECT {} OVER (ORDER BY day) FROM day"
compare("the same, a frame that grows", db, growing, columns, ["ewma({1}, 7)", "ewma({1}, 7, day)", PAIRS[0]], 2)

db = connection(":memory:")
db.execute("CREATE TABLE t (x REAL, y REAL)")
db.execute(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) "
    "INSERT INTO t SELECT i * 7919 % 1000 / 10.0, i * 104729 % 977 FROM n"
)
compare("a million rows of numbers", db, "SELECT {} FROM t", ("y", "x"), PAIRS + SINGLE, 3)

db.execute("CREATE TABLE note AS SELECT 'sore calf after hill ' || x || ', better now' AS note FROM t")
patterns = ["hill 9", "(?i)HILL 9", "\\bcalf\\b.*[89]$", "(a|o)+(r|l)e", "zq"]
calls = ["sum(note LIKE '%hill 9%')", *(f"sum(note REGEXP '{p}')" for p in patterns)]
compare("a million notes of 40 letters", db, "SELECT {} FROM note", ("y", "length(note)"), calls, 3)

numbers = "SELECT {} FROM generate_series(1, 1000000)"
compare("a million numbers of generate_series", db, numbers, ("y", "value"), ["count({1})"], 3)

times = []
for _ in range(500):
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    start = time.perf_counter()
    db.load_extension(EXTENSION)
    times.append(time.perf_counter() - start)
print(f"\nadding all functions to a connection: {1e6 * min(times):.0f} microseconds")
