"""Writes reference.json: what numpy and scipy say of each frame of a small table.

    python3 make_reference.py > reference.json
    psql -qAt -f <(python3 make_reference.py --postgresql)   # the same rows from PostgreSQL

It was last run with numpy 2.4, scipy 1.17 and PostgreSQL 15. Frames are cut here,
row by row, and not by a database. The effective number of pairs is that of
METHOD section 2, by plain sums. Between numbers a NULL is None.
"""

import datetime
import json
import math
import random
import sys
import warnings

import numpy as np
from scipy import stats

warnings.simplefilter("ignore")
random.seed(20261123)


def table():
    """Rows of (id, k, g, x, y): ties, gaps in k, NULLs, and groups of every kind."""
    rows = []
    k = 0
    for i in range(48):
        k += random.choice([0, 0, 1, 1, 2, 5])
        x = random.choice([None, 0, 0, 5, 8.2, 10, 12.5, 21.0975])
        y = random.choice([None, 0, 1, 2, 3, 3, 4, 6])
        rows.append([i + 1, k, "mixed" if i % 3 else "other", x, y])
    extra = {
        "one row": [(3, 4)],
        "two rows": [(3, 4), (5, 9)],
        "one known": [(None, 4), (5, None), (2, 2)],
        "all unknown": [(None, None), (None, 1), (2, None)],
        "constant x": [(0.1, 1), (0.1, 2), (0.1, 4)],
        "constant y": [(1, 0.1), (2, 0.1), (4, 0.1)],
        "far from zero": [(1e5 + i, 1e5 + i * i) for i in range(6)],
        "tiny": [(1e-9 * i, 1e-9 * (i % 3)) for i in range(6)],
        "a line": [(i, 7 - 2 * i) for i in range(8)],
    }
    for group, pairs in extra.items():
        for x, y in pairs:
            k += 1
            rows.append([len(rows) + 1, k, group, x, y])
    return rows


ROWS = table()

# The day of a row, by its id: in another order than the rows, with gaps, and unknown
# for some.
DAY = {row[0]: None if row[0] % 13 == 5 else row[0] * 55 % 128 for row in ROWS}


def pairs(frame):
    kept = [(x, y) for *_, x, y in frame if x is not None and y is not None]
    return np.array([p[0] for p in kept], float), np.array([p[1] for p in kept], float)


def known(frame):
    return np.array([x for *_, x, _ in frame if x is not None], float)


def varies(values):
    return len(set(values.tolist())) > 1


def corr(frame):
    x, y = pairs(frame)
    return np.corrcoef(x, y)[0, 1] if varies(x) and varies(y) else None


def spearman(frame):
    x, y = pairs(frame)
    return stats.spearmanr(x, y).statistic if varies(x) and varies(y) else None


def kendall(frame):
    x, y = pairs(frame)
    return stats.kendalltau(x, y).statistic if varies(x) and varies(y) else None


def slope(frame):
    x, y = pairs(frame)
    return stats.linregress(x, y).slope if varies(x) else None


def intercept(frame):
    x, y = pairs(frame)
    return stats.linregress(x, y).intercept if varies(x) else None


def median(frame):
    x = known(frame)
    return np.median(x) if len(x) else None


def quantile(frame):
    x = known(frame)
    return np.quantile(x, 0.9) if len(x) else None


def stddev(frame):
    x = known(frame)
    return np.std(x, ddof=1) if len(x) > 1 else None


def stddev_pop(frame):
    x = known(frame)
    return np.std(x) if len(x) else None


def variance(frame):
    x = known(frame)
    return np.var(x, ddof=1) if len(x) > 1 else None


def var_pop(frame):
    x = known(frame)
    return np.var(x) if len(x) else None


def r2(frame):
    x, y = pairs(frame)
    if not varies(x):
        return None
    return stats.linregress(x, y).rvalue ** 2 if varies(y) else 1


def count(frame):
    return len(pairs(frame)[0])


def mad(frame):
    x = known(frame)
    return stats.median_abs_deviation(x) if len(x) else None


def ewma_by_day(frame):
    return ewma(by_day(frame))


def effective_n_by_day(frame):
    return effective_n(by_day(frame))


def ewma(frame):
    mean = None
    for value in known(frame):
        mean = value if mean is None else 2 / 8 * value + (1 - 2 / 8) * mean
    return mean


def by_day(frame):
    """The frame in the order of its days, with an unknown day for each that has no row.

    Rows without a day are left out.
    """
    rows = {DAY[row[0]]: row for row in frame if DAY[row[0]] is not None}
    return [
        rows.get(day, [None] * 5) for day in range(min(rows), max(rows) + 1)
    ] if rows else []


def days(frame, lag):
    """Numbers of days, load and later pain of the pairs at a lag."""
    xs, ys = [row[3] for row in frame], [row[4] for row in frame]
    found = [
        (t, xs[t], ys[t + lag])
        for t in range(len(frame))
        if 0 <= t + lag < len(frame) and xs[t] is not None and ys[t + lag] is not None
    ]
    return [f[0] for f in found], *(np.array([f[i] for f in found], float) for i in (1, 2))


def lagged_corr(frame):
    _, x, y = days(by_day(frame), 1)
    return np.corrcoef(x, y)[0, 1] if len(x) >= 3 and defined(x) and defined(y) else None


def defined(values):
    return ((values - values.mean()) ** 2).sum() > 1e-12 * max(1, (values**2).sum())


def effective_n(frame):
    t, x, y = days(frame, 0)
    n = len(t)
    if n < 4 or not defined(x) or not defined(y):
        return None
    x, y = x - x.mean(), y - y.mean()
    place = {day: i for i, day in enumerate(t)}
    total = 0
    for j in range(1, n // 5 + 1):
        two = [(i, place[day + j]) for day, i in place.items() if day + j in place]
        if two:
            c = len(two)
            r_x = sum(x[a] * x[b] for a, b in two) / c / ((x**2).sum() / n)
            r_y = sum(y[a] * y[b] for a, b in two) / c / ((y**2).sum() / n)
            total += c * r_x * r_y
    inverse = 1 / n + 2 / n**2 * total
    return n if inverse <= 1 / n else 1 / inverse


FUNCTIONS = {
    "corr(y, x)": corr,
    "regr_slope(y, x)": slope,
    "regr_intercept(y, x)": intercept,
    "stddev(x)": stddev,
    "regr_r2(y, x)": r2,
    "regr_count(y, x)": count,
    "stddev_samp(x)": stddev,
    "stddev_pop(x)": stddev_pop,
    "variance(x)": variance,
    "var_samp(x)": variance,
    "var_pop(x)": var_pop,
    "spearman(y, x)": spearman,
    "kendall(y, x)": kendall,
    "median(x)": median,
    "quantile(x, 0.9)": quantile,
    "mad(x)": mad,
    "ewma(x, 7)": ewma,
    "effective_n(x, y)": effective_n,
    "lagged_corr(y, x, 1, day)": lagged_corr,
    "effective_n(y, x, day)": effective_n_by_day,
    "ewma(x, 7, day)": ewma_by_day,
}

ALL = range(len(ROWS))
K = [row[1] for row in ROWS]
GROUPS = sorted(set(K))

# The rows in the frame of row i.
FRAMES = {
    "ORDER BY id ROWS BETWEEN 6 PRECEDING AND CURRENT ROW": lambda i, j: i - 6 <= j <= i,
    "ORDER BY id ROWS BETWEEN 9 PRECEDING AND 9 FOLLOWING": lambda i, j: abs(i - j) <= 9,
    "ORDER BY id ROWS BETWEEN 4 PRECEDING AND 2 PRECEDING": lambda i, j: i - 4 <= j <= i - 2,
    "ORDER BY id ROWS BETWEEN 3 FOLLOWING AND 9 FOLLOWING": lambda i, j: i + 3 <= j <= i + 9,
    "ORDER BY id ROWS BETWEEN CURRENT ROW AND CURRENT ROW": lambda i, j: i == j,
    "ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING": lambda i, j: j >= i,
    "ORDER BY id ROWS UNBOUNDED PRECEDING": lambda i, j: j <= i,
    "ORDER BY k": lambda i, j: K[j] <= K[i],
    "ORDER BY k RANGE BETWEEN 7 PRECEDING AND 2 FOLLOWING": lambda i, j: -7 <= K[j] - K[i] <= 2,
    "ORDER BY k RANGE BETWEEN 9 PRECEDING AND 4 PRECEDING": lambda i, j: -9 <= K[j] - K[i] <= -4,
    "ORDER BY k GROUPS BETWEEN 3 PRECEDING AND 1 FOLLOWING": lambda i, j: -3
    <= GROUPS.index(K[j]) - GROUPS.index(K[i])
    <= 1,
    "ORDER BY id ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING EXCLUDE CURRENT ROW": lambda i, j: 0
    < abs(i - j)
    <= 5,
}


def written(day):
    return None if day is None else str(datetime.date(2026, 1, 1) + datetime.timedelta(day))


def number(value):
    return None if value is None or math.isnan(value) else float(value)


def cases():
    names = list(FUNCTIONS)
    groups = sorted({row[2] for row in ROWS})
    yield (
        "SELECT {} FROM (SELECT * FROM t ORDER BY id) AS t GROUP BY g ORDER BY g",
        [[row for row in ROWS if row[2] == group] for group in groups],
    )
    yield "SELECT {} FROM (SELECT * FROM t ORDER BY id) AS t", [ROWS]
    yield "SELECT {} FROM t WHERE id < 0", [[]]
    for frame, holds in FRAMES.items():
        yield (
            "SELECT {} FROM t WINDOW w AS (" + frame + ") ORDER BY id",
            [[ROWS[j] for j in ALL if holds(i, j)] for i in ALL],
        )


def columns(names, sql):
    over = " OVER w" if "WINDOW" in sql else ""
    return sql.format(", ".join(name + over for name in names))


if __name__ == "__main__":
    if "--postgresql" in sys.argv:
        print("CREATE TEMPORARY TABLE t (id int, k int, g text, x float8, y float8);")
        for row in ROWS:
            print(
                "INSERT INTO t VALUES ({});".format(
                    ", ".join("NULL" if v is None else repr(v) for v in row)
                )
            )
        print("\\pset null null\n\\pset fieldsep ' '")
        for sql, _ in cases():
            sql = sql.replace("GROUP BY g ORDER BY g", 'GROUP BY g ORDER BY g COLLATE "C"')
            print(columns(list(FUNCTIONS)[:11], sql) + ";")
    else:
        found = [
            {
                "sql": columns(list(FUNCTIONS), sql),
                "rows": [[number(f(frame)) for f in FUNCTIONS.values()] for frame in frames],
            }
            for sql, frames in cases()
        ]
        json.dump({"t": [[*row, written(DAY[row[0]])] for row in ROWS], "cases": found}, sys.stdout, indent=None, separators=(",", ":"))
        print()
