"""Times the Correlator beside numpy, scipy, statsmodels, numba and R, on the same diaries in the same minutes.

Usage: python compare.py [--days 365 1825 18250] [--seconds 2] [--output results.md]

Build first with `swift build -c release` in this package. One thread each; the shortest of all runs, since a busy
machine only ever adds; every contender must give the same numbers. Needs the packages of requirements.txt, and R if it is to be timed.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import tempfile
import time

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ.setdefault("NUMBA_CACHE_DIR", str(pathlib.Path(tempfile.gettempdir(), "numba-correlation")))

import numpy as np  # noqa: E402

import diary  # noqa: E402
import effects  # noqa: E402
import profile as lag_profile  # noqa: E402

PACKAGE = pathlib.Path(__file__).resolve().parent.parent


def shortest_ms(body, seconds):
    """The result and the shortest duration of `body`, called once beforehand."""
    result = body()
    times = []
    while len(times) < 3 or sum(times) < seconds:
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
        if sum(times) > 60:
            break
    return result, 1000 * min(times)


def ours(path, seconds):
    executable = PACKAGE / ".build" / "release" / "correlation-bench"
    return json.loads(subprocess.check_output([executable, path, str(seconds)]))


def r_times(path, seconds):
    if not shutil.which("Rscript"):
        return None
    script = pathlib.Path(__file__).with_name("peers.R")
    return json.loads(subprocess.check_output(["Rscript", "--vanilla", script, path, str(seconds)]))


def check(name, found, expected):
    worst = np.nanmax(np.abs(np.array(found) - np.array(expected, float)))
    if not worst < 1e-7:
        raise SystemExit(f"{name} differs by {worst}")
    return worst


def run(days, seconds):
    """Rows of (question, contender, milliseconds)."""
    load, pain = diary.simulate(days)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder, "diary.csv"))
        diary.write_csv(path, load, pain)
        # Ours before, between and after, so that all share the good and the bad minutes.
        first = ours(path, seconds / 2)
        own = [first]
        rows = []
        for key, question, module in (("profile", "lag profile", lag_profile), ("effects", "effects", effects)):
            for name, contender in module.CONTENDERS.items():
                if days > 5000 and name == "numba":
                    continue  # plain sums: minutes
                found, ms = shortest_ms(lambda: contender(load, pain), seconds)
                own.append(ours(path, seconds / 2))
                check(name, found, first[key])
                rows.append((question, name, ms))
        base = r_times(path, seconds)
        if base:
            without = ", without Kendall" if days >= 2000 else ""
            rows.append(("lag profile", f"R{without}", base["profile_ms"]))
            rows.append(("effects", "R lm.fit, HC3", base["effects_ms"]))
        own.append(ours(path, seconds / 2))
        for key, question in (("profile_ms", "lag profile"), ("effects_ms", "effects"), ("analyse_ms", "whole answer")):
            rows.append((question, "Correlator", min(run[key] for run in own)))
        return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, nargs="+", default=[365, 1825, 18250])
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--output")
    options = parser.parse_args()
    table = {days: run(days, options.seconds) for days in options.days}
    lines = [
        f"Python {platform.python_version()}, numpy {np.__version__}; one thread each; milliseconds, shortest runs.",
        "",
        "| question | contender | " + " | ".join(f"{days:,} days" for days in table) + " |",
        "|---|---|" + "--:|" * len(table),
    ]
    times = {(q, name, days): ms for days, rows in table.items() for q, name, ms in rows}
    names = dict.fromkeys((q, name) for rows in table.values() for q, name, _ in rows)
    for question, name in sorted(names, key=lambda key: key[0]):
        cells = []
        for days in table:
            ms = times.get((question, name, days))
            own = times[(question, "Correlator", days)]
            ratio = "" if name == "Correlator" or ms is None else f" ({ms / own:.1f}x)"
            cells.append("" if ms is None else f"{ms:.3g}{ratio}")
        lines.append(f"| {question} | {name} | " + " | ".join(cells) + " |")
    text = "\n".join(lines)
    print(text)
    if options.output:
        pathlib.Path(options.output).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
