"""What `nerve correlate --csv FILE` computes, as a script that a Python user would write: the lag profile with scipy,
effective sample sizes by FFT, and the adjusted effects with statsmodels' HC3 errors.

Usage: python answer.py FILE
"""

import sys

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import fft, stats


def effective_size(days, x, y, n):
    """Pyper and Peterman's effective number of pairs, with gaps; by FFT."""
    count = len(days)
    size = fft.next_fast_len(2 * n, real=True)

    def sums(values):
        signal = np.zeros(n)
        signal[days] = values
        spectrum = fft.rfft(signal, size)
        return fft.irfft(spectrum * spectrum.conj(), size)[1 : count // 5 + 1]

    x = x - x.mean()
    y = y - y.mean()
    partners = np.round(sums(np.ones(count)))
    known = partners > 0
    r_x = sums(x)[known] / partners[known] / (x @ x / count)
    r_y = sums(y)[known] / partners[known] / (y @ y / count)
    inverse = 1 / count + 2 * np.sum(partners[known] * r_x * r_y) / count**2
    return min(count, 1 / inverse) if inverse > 0 else count


def profile(load, pain):
    n = len(load)
    for lag in range(-7, 15):
        days = np.arange(max(0, -lag), min(n, n - lag))
        days = days[np.isfinite(load[days]) & np.isfinite(pain[days + lag])]
        x, y = load[days], pain[days + lag]
        row = [lag, len(days)]
        for name, r, u, v in (
            ("pearson", stats.pearsonr(x, y)[0], x, y),
            ("spearman", stats.spearmanr(x, y)[0], stats.rankdata(x), stats.rankdata(y)),
        ):
            size = effective_size(days, u, v, n)
            p = 2 * stats.t.sf(abs(r) * np.sqrt((size - 2) / (1 - r * r)), size - 2)
            error = np.sqrt((1 if name == "pearson" else 1 + r * r / 2) / (size - 3))
            row += [r, size, p, *np.tanh(np.arctanh(r) + np.array([-1, 1]) * 1.959963984540054 * error)]
        yield row + [stats.kendalltau(x, y)[0]]


def effects(frame):
    pain, load = frame.pain, frame.load
    held = pain.ffill().fillna(pain.mean())
    n = len(frame)
    controls = pd.DataFrame(
        {
            "pain": pain,
            "pain_week": pain.shift(1).rolling(7, min_periods=1).mean().fillna(pain),
            "load_1": load.shift(1),
            "load_week": load.shift(1).rolling(7, min_periods=1).mean(),
            "held": held.shift(1),
            "load_2": load.shift(2),
            "trend": np.arange(n) / n - 0.5,
        }
    ).join(pd.get_dummies(frame.index.day_of_week, drop_first=True, dtype=float).set_index(frame.index))
    for lag in range(1, 15):
        design = sm.add_constant(controls.assign(load=load))
        rows = design.notna().all(axis=1) & pain.shift(-lag).notna()
        fit = sm.OLS(pain.shift(-lag)[rows], design[rows]).fit(cov_type="HC3", use_t=True)
        yield [lag, fit.params["load"], fit.bse["load"], fit.pvalues["load"], *fit.conf_int().loc["load"]]


frame = pd.read_csv(sys.argv[1], parse_dates=["date"]).set_index("date").asfreq("D")
for row in profile(frame.load.to_numpy(float), frame.pain.to_numpy(float)):
    print(*row, sep=",")
for row in effects(frame):
    print(*row, sep=",")
