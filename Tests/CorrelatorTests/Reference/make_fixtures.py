"""Writes ../Fixtures: made-up diaries, and what numpy and scipy make of them.

    python3 make_fixtures.py

It was last run with numpy 2.4 and scipy 1.17. The formulas are those that
Documentation/method.md and the documentation of the Correlator state, done the
slow way: the whole matrix at once where the program takes the controls out first.
A day without a value is NaN here and null in the files.
"""

import json
import math
import random
from pathlib import Path

import numpy as np
from scipy import stats

FOLDER = Path(__file__).parent.parent / "Fixtures"
NAN = float("nan")


# Diaries. Each starts on a weekday counted from Monday = 0.


def walk(seed, days, effect=0.0, rest_when_sore=False, missing=0.0, schedule=None):
    """Loads in km and pains of 0 to 10; `effect` is in points for 10 km a day later."""
    draw = random.Random(seed)
    load, pain, level = [], [], 3.0
    for day in range(days):
        level = 3 + 0.75 * (level - 3) + draw.gauss(0, 0.9)
        felt = level + (effect * load[-1] / 10 if load else 0)
        rating = min(10, max(0, round(felt)))
        km = schedule(day, draw) if schedule else run(draw)
        if rest_when_sore and rating >= 4 and draw.random() < 0.8:
            km = 0.0
        load.append(km)
        pain.append(float(rating))
    for values in (load, pain) if missing else ():
        for day in range(days):
            if draw.random() < missing:
                values[day] = NAN
    return load, pain


def run(draw):
    return round(draw.uniform(3, 16), 1) if draw.random() < 0.5 else 0.0


def blocks(day, draw):
    """Four weeks of training, two of rest."""
    return run(draw) if day % 42 < 28 else 0.0


def always_the_same(day, draw):
    """8 km on Tuesdays and 15 on Sundays without exception."""
    return {1: 8.0, 6: 15.0}.get(day % 7, 0.0)


DIARIES = {
    "harm": (0, walk(11, 380, effect=2.5)),
    "rests_when_sore": (2, walk(12, 300, rest_when_sore=True)),
    "gaps": (5, walk(13, 240, effect=1.5, missing=0.12)),
    "blocks": (3, walk(14, 126, schedule=blocks)),
    "same_week": (0, walk(15, 90, schedule=always_the_same)),
    "constant_pain": (1, (walk(16, 70)[0], [2.0] * 70)),
    "ten_days": (4, walk(17, 10)),
}


# Plain correlations.


def defined(values):
    return ((values - values.mean()) ** 2).sum() > 1e-12 * max(1, (values**2).sum())


def effective_n(days, x, y):
    n = len(days)
    if n < 4 or not defined(x) or not defined(y):
        return None
    x, y = x - x.mean(), y - y.mean()
    place = {day: i for i, day in enumerate(days)}
    total = 0.0
    for j in range(1, n // 5 + 1):
        two = [(i, place[day + j]) for day, i in place.items() if day + j in place]
        if two:
            first, second = np.array(two).T
            total += (x[first] @ x[second]) * (y[first] @ y[second]) / len(two)
    inverse = 1 / n + 2 / n**2 * total / (x @ x / n) / (y @ y / n)
    return float(n) if inverse <= 1 / n else 1 / inverse


def test_of(r, n):
    if r is None or n is None or n < 4:
        return None
    return 0.0 if abs(r) >= 1 else 2 * stats.t.sf(abs(r) * math.sqrt((n - 2) / (1 - r * r)), n - 2)


def interval_of(r, n, variance):
    if r is None or n is None or n < 4 or abs(r) >= 1:
        return None
    half = stats.norm.ppf(0.975) * math.sqrt(variance / (n - 3))
    return [math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)]


def at_lag(load, pain, lag):
    days = [
        t
        for t in range(len(load))
        if 0 <= t + lag < len(load) and not math.isnan(load[t]) and not math.isnan(pain[t + lag])
    ]
    x = np.array([load[t] for t in days])
    y = np.array([pain[t + lag] for t in days])
    fine = len(days) >= 3 and defined(x) and defined(y)
    r = float(np.corrcoef(x, y)[0, 1]) if fine else None
    rho = float(stats.spearmanr(x, y).statistic) if fine else None
    n_r = effective_n(days, x, y)
    n_rho = effective_n(days, stats.rankdata(x), stats.rankdata(y)) if len(days) else None
    return {
        "lag": lag,
        "n": len(days),
        "pearson": r,
        "spearman": rho,
        "kendall_tau_b": float(stats.kendalltau(x, y).statistic) if fine else None,
        "neff_pearson": n_r,
        "neff_spearman": n_rho,
        "p_pearson_neff": test_of(r, n_r),
        "p_spearman_neff": test_of(rho, n_rho),
        "ci95_pearson_neff": interval_of(r, n_r, 1.0),
        "ci95_spearman_neff": interval_of(rho, n_rho, 1 + (rho or 0) ** 2 / 2),
    }


# The adjusted effect, and its reverse.


class Diary:
    def __init__(self, first, load, pain):
        self.first, self.x, self.y, self.n = first, np.array(load), np.array(pain), len(load)
        rated = self.y[~np.isnan(self.y)]
        self.usual = rated.mean() if len(rated) else 0.0

    def last_pain(self, day):
        """The newest rating of `day` or a day before it."""
        known = [v for v in self.y[: max(day, 0) + 1] if not math.isnan(v)]
        return known[-1] if known else self.usual

    def week_before(self, values, day, otherwise):
        known = [v for v in values[max(0, day - 7) : max(0, day)] if not math.isnan(v)]
        return sum(known) / len(known) if known else otherwise

    def calendar(self, day):
        weekday = (self.first + day) % 7
        return [1.0, day / self.n - 0.5] + [float(weekday == d) for d in range(1, 7)]

    def effect_rows(self, lag, evening):
        """(day, load, later pain, controls) of every day that has them all."""
        for t in range(2, self.n - lag):
            p = t - 1 if evening else t
            needed = [*self.x[t - 2 : t + 1], self.y[p], self.y[t + lag]]
            if not np.isnan(needed).any():
                controls = [
                    self.y[p],
                    self.week_before(self.y, p, self.y[p]),
                    self.x[t - 1],
                    self.week_before(self.x, t, 0.0),
                    self.last_pain(p - 1),
                    self.x[t - 2],
                ]
                yield t, self.x[t], self.y[t + lag], controls + self.calendar(t)

    def reverse_rows(self, lag):
        for t in range(2, self.n - lag):
            needed = [*self.x[t - 2 : t], self.y[t], self.x[t + lag]]
            if not np.isnan(needed).any():
                last = self.last_pain(t - 1)
                controls = [
                    self.x[t - 1],
                    self.week_before(self.x, t, 0.0),
                    self.x[t - 2],
                    self.week_before(self.y, t, last),
                    last,
                ]
                yield t, self.y[t], self.x[t + lag], controls + self.calendar(t)


def residuals(controls, values):
    return values - controls @ np.linalg.lstsq(controls, values, rcond=None)[0]


def fit(rows):
    """Least squares with HC3, by the whole hat matrix; None where it is undefined."""
    rows = list(rows)
    if len(rows) < 20:
        return None
    x, y = np.array([r[1] for r in rows]), np.array([r[2] for r in rows])
    controls = np.array([r[3] for r in rows])
    m, q = len(rows), int(np.linalg.matrix_rank(controls))
    freedom = m - q - 1
    left = residuals(controls, x)
    variation = ((x - x.mean()) ** 2).sum()
    if freedom < 5 or variation == 0 or left @ left <= 1e-9 * variation:
        return None
    design = np.column_stack([x, controls])
    inverse = np.linalg.pinv(design)
    slope = (inverse @ y)[0]
    u = y - design @ (inverse @ y)
    leverage = np.einsum("ij,ji->i", design, inverse)
    kept = 1 - leverage > 1e-8
    se = math.sqrt(((inverse[0] * u)[kept] ** 2 / (1 - leverage[kept]) ** 2).sum())
    if se < 1e-12:
        return None
    left_y = residuals(controls, y)
    s, s_y = left @ left, left_y @ left_y
    t95, t90 = stats.t.ppf(0.975, freedom), stats.t.ppf(0.95, freedom)
    scale = math.sqrt(s / s_y)
    return {
        "m": m,
        "q": q,
        "df": freedom,
        "b": slope,
        "se": se,
        "se_ols": math.sqrt(u @ u / freedom / s),
        "share": s / variation,
        "r_partial": left @ left_y / math.sqrt(s * s_y),
        "t": slope / se,
        "p": 2 * stats.t.sf(abs(slope / se), freedom),
        "ci95": [slope - t95 * se, slope + t95 * se],
        "ci90": [slope - t90 * se, slope + t90 * se],
        "r_partial_ci95": [
            max(-1, (slope - t95 * se) * scale),
            min(1, (slope + t95 * se) * scale),
        ],
    }


def split_mix_64(seed):
    """Steele, Lea and Flood 2014."""
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        yield z ^ (z >> 31)


def parts(rows):
    """Days, what the controls leave of load and pain, and the controls' leverage."""
    rows = list(rows)
    controls = np.array([r[3] for r in rows])
    left_x = residuals(controls, np.array([r[1] for r in rows]))
    left_y = residuals(controls, np.array([r[2] for r in rows]))
    leverage = np.einsum("ij,ji->i", controls, np.linalg.pinv(controls))
    return np.array([r[0] for r in rows]), left_x, left_y, leverage


def week_check(rows, flips=1999, seed=20240229):
    days, left_x, left_y, leverage = parts(rows)
    product = left_x * left_y
    weeks = sorted(set(days // 7))
    sums = np.array(
        [(product / np.sqrt(np.maximum(1 - leverage, 1e-12)))[days // 7 == w].sum() for w in weeks]
    )
    bits = split_mix_64(seed)
    signs = np.array([[-1 if next(bits) >> 63 else 1 for _ in weeks] for _ in range(flips)])
    total = product.sum()
    far = int((abs(signs @ sums) >= abs(total) - 1e-12 * abs(sums).sum()).sum())
    return {
        "T": total,
        "weeks": len(weeks),
        "weeks_positive": sum(bool(product[days // 7 == w].sum() > 0) for w in weeks),
        "G": sums,
        "B": flips,
        "seed": seed,
        "p": (1 + far) / (flips + 1),
    }


def months(rows, whole):
    """The effect of each 30 days, and the variance between them."""
    days, left_x, left_y, _ = parts(rows)
    variance = whole["se_ols"] ** 2 * (left_x @ left_x)
    entries, slopes, errors = [], [], []
    for month in sorted(set(days // 30)):
        mine = days // 30 == month
        entry = {"month": int(month), "days": int(mine.sum()), "b": None, "se": None}
        s = left_x[mine] @ left_x[mine]
        if entry["days"] >= 10 and s > 0:
            entry |= {"b": left_x[mine] @ left_y[mine] / s, "se": math.sqrt(variance / s)}
            slopes.append(entry["b"])
            errors.append(variance / s)
        entries.append(entry)
    return {"sigma2": variance, "tau2_paule_mandel": paule_mandel(slopes, errors), "months": entries}


def paule_mandel(values, variances):
    """Zero of the generalised Q statistic less its degrees of freedom."""
    values, variances = np.array(values), np.array(variances)

    def excess(between):
        weights = 1 / (variances + between)
        mean = weights @ values / weights.sum()
        return weights @ (values - mean) ** 2 - (len(values) - 1)

    if len(values) < 2 or excess(0.0) <= 0:
        return 0.0
    from scipy.optimize import brentq

    high = 1.0
    while excess(high) > 0:
        high *= 2
    return brentq(excess, 0, high, xtol=1e-15, rtol=1e-14)


def holm(p):
    order = np.argsort(p)
    steps = [(len(p) - rank) * p[i] for rank, i in enumerate(order)]
    adjusted = np.minimum(1, np.maximum.accumulate(steps))
    return [float(adjusted[list(order).index(i)]) for i in range(len(p))]


def thirds(diary, lag):
    """Pain after the lower, middle and upper third of the runs against rest days."""
    runs = diary.x[diary.x > 0]
    cuts = np.quantile(runs, [1 / 3, 2 / 3])
    rows = list(diary.effect_rows(lag, evening=False))
    band = np.array([-1 if r[1] == 0 else int((r[1] > cuts).sum()) for r in rows])
    design = np.column_stack(
        [*((band == b).astype(float) for b in range(3)), np.array([r[3] for r in rows])]
    )
    y = np.array([r[2] for r in rows])
    inverse = np.linalg.pinv(design)
    u = y - design @ (inverse @ y)
    leverage = np.einsum("ij,ji->i", design, inverse)
    se = np.sqrt(((inverse * u / (1 - leverage)) ** 2).sum(1))
    return {"lag": lag, "bands": [{"b": (inverse @ y)[b], "se": se[b]} for b in range(3)]}


def summaries(load):
    """Weighted means, ratios, monotony and strain of each day."""
    names = (
        "ewma7 ewma28 acwr_ewma acwr_rolling_coupled acwr_rolling_uncoupled week_load"
        " monotony_sample strain_sample monotony_population strain_population"
    )
    columns = {name: [] for name in names.split()}
    for day in range(len(load)):
        values = dict.fromkeys(columns)
        for span in (7, 28):
            # The weights fall by the same factor each day; the first day has what is left.
            fade = 1 - 2 / (span + 1)
            weights = [(1 - fade) * fade**back for back in range(day)] + [fade**day]
            values[f"ewma{span}"] = sum(w * load[day - b] for b, w in enumerate(weights))
        week = np.array(load[max(0, day - 6) : day + 1])
        if day >= 6:
            values["week_load"] = week.sum()
            for name, freedom in (("sample", 1), ("population", 0)):
                spread = week.std(ddof=freedom)
                if spread > 1e-12:
                    values["monotony_" + name] = week.mean() / spread
                    values["strain_" + name] = week.sum() * week.mean() / spread
        if day >= 27:
            month, before = np.mean(load[day - 27 : day + 1]), np.mean(load[day - 27 : day - 6])
            ratio = lambda a, b: a / b if b else None
            values["acwr_ewma"] = ratio(values["ewma7"], values["ewma28"])
            values["acwr_rolling_coupled"] = ratio(week.mean(), month)
            values["acwr_rolling_uncoupled"] = ratio(week.mean(), before)
        for name in columns:
            columns[name].append(values[name])
    return columns


def expected(first, load, pain):
    diary = Diary(first, load, pain)
    result = {"by_lag": [at_lag(load, pain, lag) for lag in range(-7, 15)]}
    if len(load) < 30:
        return result
    rows = lambda lag, evening=False: diary.effect_rows(lag, evening)
    result["adjusted"] = [
        {"lag": lag, "morning": fit(rows(lag)), "evening": fit(rows(lag, True))}
        for lag in range(1, 8)
    ]
    result["reverse"] = [{"lag": lag, "fit": fit(diary.reverse_rows(lag))} for lag in range(3)]
    whole = result["adjusted"][0]["morning"]
    result["week_signflip_lag1"] = week_check(rows(1)) if whole else None
    result["months_30day_lag1"] = months(rows(1), whole) if whole else None
    if not np.isnan(diary.x).any() and len(load) < 130:
        result["load"] = summaries(load)
    return result


def tables():
    degrees = [1, 2, 3.7, 8, 30, 250.5, 4000]
    probabilities = [1e-9, 0.0005, 0.025, 0.31, 0.5, 0.8, 0.975, 0.99999]
    draw = random.Random(18)
    lists = [[draw.random() ** 3 for _ in range(count)] for count in (1, 2, 3, 11)]
    groups = [
        ([0.2, -0.1, 0.4, 0.9], [0.01, 0.02, 0.015, 0.03]),
        ([0.1, 0.12, 0.11], [0.5, 0.4, 0.6]),
        ([draw.gauss(0, 2) for _ in range(24)], [draw.uniform(0.1, 1) for _ in range(24)]),
    ]
    bits = split_mix_64(1234567)
    return {
        "cdf": [
            {"t": t, "df": df, "two_sided_p": 2 * stats.t.sf(t, df)}
            for df in degrees
            for t in (0.001, 0.7, 2.1, 9, 40)
        ],
        "quantile": [
            {"prob": p, "df": df, "quantile": stats.t.ppf(p, df)} for df in degrees for p in probabilities
        ],
        "holm": [{"p": p, "holm": holm(p)} for p in lists],
        "paule_mandel": [{"b": b, "v": v, "tau2": paule_mandel(b, v)} for b, v in groups],
        "splitmix64": {
            "seed": 1234567,
            "first12_uint64_decimal_strings": [str(next(bits)) for _ in range(12)],
        },
    }


def plain(value):
    """`value` as JSON has it: no NaN, no types of numpy."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(inner) for inner in value]
    if isinstance(value, (float, np.floating)):
        return None if math.isnan(value) else float(value)
    return value


def write(name, value):
    text = json.dumps(plain(value), separators=(",", ":"), allow_nan=False)
    # A line for each lag and each summary can be read and compared.
    text = text.replace('{"lag"', '\n{"lag"').replace('],"', '],\n"')
    (FOLDER / f"{name}.json").write_text(text + "\n")


def main():
    FOLDER.mkdir(exist_ok=True)
    for name, (first, (load, pain)) in DIARIES.items():
        diary = {"name": name, "weekday0": first, "load": load, "pain": pain}
        diary["expected"] = expected(first, load, pain)
        if name == "harm":
            diary["expected"]["thirds"] = thirds(Diary(first, load, pain), lag=1)
        write(name, diary)
    write("tables", tables())


if __name__ == "__main__":
    main()
