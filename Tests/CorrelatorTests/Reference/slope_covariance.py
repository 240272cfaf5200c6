"""Writes ../Fixtures/slope-covariance.json: the covariance of the slopes of a made-up diary.

    python3 slope_covariance.py --diary   # writes the diary anew, ../Fixtures/slope-covariance.csv
    python3 slope_covariance.py

It was last run with numpy 2.4. Every lag is fitted by itself, with the whole hat matrix: the
row of the pseudo-inverse that gives the slope, times the residuals over one minus the leverage,
is what each day contributes to the error of that slope (HC3). The program takes the controls
out first.

A day without a value is empty in the diary. Saturdays have a rating only once, so that this day
has no residual: its leverage is 1.
"""

import csv
import json
import random
import sys
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent.parent / "Fixtures"
DIARY = FOLDER / "slope-covariance.csv"
FIRST_WEEKDAY = 2
LAGS = [1, 2, 3, 4, 5, 6, 7]


def write_diary():
    draw = random.Random(19)
    level, before = 3.0, 0.0
    with DIARY.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["day", "load", "pain"])
        for day in range(120):
            level = 3 + 0.7 * (level - 3) + draw.gauss(0, 1)
            pain = min(10, max(0, round(level + 0.12 * before)))
            load = round(draw.uniform(3, 15), 1) if draw.random() < 0.55 else 0.0
            before = load
            saturday = (FIRST_WEEKDAY + day) % 7 == 5
            rated = day == 59 if saturday else draw.random() > 0.08
            known = day in (59, 58, 57) or draw.random() > 0.07
            table.writerow([day, load if known else "", pain if rated or day == 60 else ""])


def read_diary():
    with DIARY.open() as file:
        rows = list(csv.DictReader(file))
    numbers = {
        name: np.array([float(row[name]) if row[name] else np.nan for row in rows])
        for name in ("load", "pain")
    }
    return numbers["load"], numbers["pain"]


def mean_of_week_before(values, day, otherwise):
    known = [v for v in values[max(0, day - 7) : max(0, day)] if not np.isnan(v)]
    return sum(known) / len(known) if known else otherwise


def last_known(pain, day):
    known = [v for v in pain[: max(day, 0) + 1] if not np.isnan(v)]
    return known[-1] if known else np.nanmean(pain)


def influences(load, pain, lag, evening):
    """The slope, and by day what that day contributes to its error."""
    n = len(load)
    days, rows, outcomes = [], [], []
    for t in range(2, n - lag):
        p = t - 1 if evening else t
        if np.isnan([load[t], load[t - 1], load[t - 2], pain[p], pain[t + lag]]).any():
            continue
        weekday = (FIRST_WEEKDAY + t) % 7
        days.append(t)
        outcomes.append(pain[t + lag])
        rows.append(
            [
                load[t],
                1.0,
                pain[p],
                mean_of_week_before(pain, p, pain[p]),
                load[t - 1],
                mean_of_week_before(load, t, 0.0),
                last_known(pain, p - 1),
                load[t - 2],
                t / n - 0.5,
                *(float(weekday == d) for d in range(1, 7)),
            ]
        )
    design, outcome = np.array(rows), np.array(outcomes)
    inverse = np.linalg.pinv(design)
    coefficients = inverse @ outcome
    rest = 1 - np.einsum("ij,ji->i", design, inverse)
    by_day = np.zeros(n)
    for row, day in enumerate(days):
        if rest[row] > 1e-8:
            u = outcome[row] - design[row] @ coefficients
            by_day[day] = inverse[0, row] * u / rest[row]
    return coefficients[0], by_day, int((rest <= 1e-8).sum())


def main():
    if "--diary" in sys.argv:
        write_diary()
    load, pain = read_diary()
    expected = {}
    for timing in ("morning", "evening", "unknown"):
        slopes, contributions = [], []
        for lag in LAGS:
            fits = [
                influences(load, pain, lag, evening)
                for evening in {"morning": [False], "evening": [True]}.get(timing, [False, True])
            ]
            # Of two readings the smaller slope is shown.
            slope, by_day, _ = min(fits, key=lambda fit: abs(fit[0]))
            slopes.append(slope)
            contributions.append(by_day)
        matrix = np.array(contributions) @ np.array(contributions).T
        expected[timing] = {"slopes": slopes, "matrix": matrix.tolist()}
    full = sum(influences(load, pain, lag, False)[2] for lag in LAGS)
    assert full > 0, "no day has full leverage"
    result = {
        "first_weekday": FIRST_WEEKDAY,
        "load": [None if np.isnan(v) else v for v in load],
        "pain": [None if np.isnan(v) else v for v in pain],
        "lags": LAGS,
        "pain_sd": float(np.nanstd(pain, ddof=1)),
        "days_of_full_leverage": full,
        "covariance": expected,
    }
    (FOLDER / "slope-covariance.json").write_text(json.dumps(result) + "\n")


main()
