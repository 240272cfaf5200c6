"""Cases to compare with metafor: a folder with cases.csv (case, y, v) and pooled.csv (case,
method, name, value).

    python3 cases.py FOLDER records.ndjson
"""

import csv
import json
import math
import os
import random
import sys

import pool
import pooling


def made_up():
    draw = random.Random(19)

    def studies(k, mean, tau, deviations):
        return [
            (draw.gauss(mean, math.hypot(tau, s)), s * s) for s in (deviations() for _ in range(k))
        ]

    yield "usual", studies(40, 0.3, 0.4, lambda: draw.uniform(0.1, 0.5))
    yield "many", studies(400, 0.3, 0.4, lambda: draw.uniform(0.1, 0.5))
    yield "three", studies(3, 0.3, 0.4, lambda: draw.uniform(0.1, 0.5))
    # More alike than chance allows: tau2 is 0 at the edge.
    yield "no heterogeneity", [(0.3 + 0.01 * (i % 3), 0.04 + 0.01 * i) for i in range(12)]
    yield "equal effects", [(0.3, 0.01 * (i + 1)) for i in range(6)]
    yield "two apart", [(-0.4, 0.01), (0.9, 0.04)]
    yield "two alike", [(0.31, 0.01), (0.3, 0.04)]
    # Nine powers of ten between the variances.
    yield "variances far apart", studies(30, 0.3, 0.2, lambda: 10 ** draw.uniform(-3.5, 1))
    yield "one precise study", [(0.5, 1e-8)] + studies(15, 0.1, 0.2, lambda: 0.3)
    # Slopes per kilometre, or per step.
    yield "small numbers", studies(25, 0.05, 0.02, lambda: draw.uniform(0.005, 0.05))
    yield "tiny numbers", studies(25, 5e-3, 2e-3, lambda: draw.uniform(1e-3, 5e-3))
    yield "large differences", studies(20, 5, 30, lambda: draw.uniform(0.1, 2))
    yield "an outlier", studies(10, 0.2, 0.05, lambda: 0.1) + [(8.0, 0.02)]


def of_records(name):
    study = pool.Study(synthetic=True)
    with open(name, encoding="utf-8") as file:
        for line in file:
            study.add(json.loads(line))
    for outcome in pool.OUTCOMES:
        for lag in (1, 2, 3):
            effects = [e[2][(outcome, lag)] for e in study.journals.values() if (outcome, lag) in e[2]]
            yield f"journals {outcome} {lag}", effects


def flat(result):
    """The numbers to compare, by name."""
    for name in ("effect", "se", "p", "tau2", "tau2_se", "q", "q_p", "i2", "h2"):
        yield name, result[name]
    for name in ("ci95", "prediction95", "tau2_ci95"):
        for end, value in zip(("lower", "upper"), result[name] or ()):
            yield f"{name}_{end}", value
    if result["hartung_knapp"]["se"] > 1e-12:
        yield "knapp_se", result["hartung_knapp"]["se"]
        yield "knapp_p", result["hartung_knapp"]["p"]
        for end, value in zip(("lower", "upper"), result["hartung_knapp"]["ci95"]):
            yield f"knapp_{end}", value


def main():
    folder, records = sys.argv[1:]
    for refused in ([], [(0.3, 0.1)]):
        try:
            pooling.pool(refused, "REML")
        except pooling.TooFew as problem:
            print(f"refused, as it should be: {problem}")
        else:
            raise SystemExit("cases.py: a single study was pooled")
    with (
        open(os.path.join(folder, "cases.csv"), "w", newline="") as cases,
        open(os.path.join(folder, "pooled.csv"), "w", newline="") as results,
    ):
        cases, results = csv.writer(cases), csv.writer(results)
        cases.writerow(["case", "y", "v"])
        results.writerow(["case", "method", "name", "value"])
        for name, effects in [*made_up(), *of_records(records)]:
            cases.writerows([name, repr(y), repr(v)] for y, v in effects)
            for method in pooling.METHODS:
                pooled = pooling.pool(effects, method)
                # In another order: the sums must not notice.
                assert pooling.pool(effects[::-1], method) == pooled, name
                if len(effects) == 2:
                    assert pooled["prediction95"] is None
                results.writerows([name, method, key, repr(value)] for key, value in flat(pooled))


main()
