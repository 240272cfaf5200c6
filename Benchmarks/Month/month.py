"""The figures of `nerve month` by pandas, statsmodels and matplotlib.

Reads the same journal through the views, fits the same model, and draws the
same two charts as a page. Usage: month.py JOURNAL YYYY-MM OUTPUT.html
"""
import io
import sqlite3
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

journal, month, output = sys.argv[1:4]
with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as connection:
    day = pd.read_sql("SELECT * FROM day", connection, parse_dates=["day"], index_col="day")
    response = pd.read_sql(
        "SELECT * FROM run_response WHERE substr(day, 1, 7) = ?", connection, params=[month])
    flare = pd.read_sql("SELECT * FROM flare_up", connection, parse_dates=["onset_day", "end_day"])
    shoes = pd.read_sql(
        "SELECT name, count(*) AS runs, sum(distance_m) / 1000 AS km FROM run JOIN footwear "
        "ON footwear.id = footwear_id WHERE substr(day, 1, 7) = ? GROUP BY 1", connection,
        params=[month])
    rating = pd.read_sql(
        "SELECT day, leg_pain FROM rating WHERE moment = 'morning' AND leg_pain IS NOT NULL",
        connection, parse_dates=["day"])


def design(lag, x, y):
    """METHOD section 3: controls and outcome at one lag."""
    n = len(x)
    trend = pd.Series(np.arange(n) / n - 0.5, index=x.index)
    table = pd.DataFrame({
        "x": x, "y0": y, "y_week": y.shift(1).rolling(7, min_periods=1).mean().fillna(y),
        "x1": x.shift(1), "x_week": x.shift(1).rolling(7, min_periods=1).mean(),
        "f": y.ffill().shift(1).fillna(y.mean()), "x2": x.shift(2), "trend": trend,
        "out": y.shift(-lag)})
    for weekday in range(1, 7):
        table[f"w{weekday}"] = (x.index.day_of_week == weekday).astype(float)
    return table.iloc[2:].dropna()


def fit(lag, x, y, extra=None, outcome=None):
    table = design(lag, x, y)
    if outcome is not None:
        table = table.assign(out=outcome).dropna()
    if extra is not None:
        table = table.join(extra).dropna()
    if len(table) < 60:
        return None
    model = sm.OLS(table["out"], sm.add_constant(table.drop(columns="out")))
    return model.fit(cov_type="HC3", use_t=True), table


def bar(pairs, alpha, dimensions=1):
    """METHOD section 4: the boundary of a normal-mixture confidence sequence."""
    a = -2 * np.log(alpha)
    scaled = pairs * (a + np.log(a + 1)) / 180
    return (1 + 1 / scaled) * (dimensions * np.log(1 + scaled) + a)


def bands(x, y):
    """METHOD section 4: thirds of the runs against rest, joint HC3 Wald test."""
    table = design(1, x, y)
    first, second = x[x > 0].quantile([1 / 3, 2 / 3])
    dummies = pd.DataFrame({
        "b0": (table["x"] > 0) & (table["x"] <= first),
        "b1": (table["x"] > first) & (table["x"] <= second), "b2": table["x"] > second}).astype(float)
    columns = sm.add_constant(dummies.join(table.drop(columns=["x", "out"])))
    result = sm.OLS(table["out"], columns).fit(cov_type="HC3", use_t=True)
    test = result.wald_test(np.eye(3, columns.shape[1], 1), use_f=True, scalar=True)
    checks = [crosscheck(columns.drop(columns=["const", name]).assign(x=dummies[name], out=table["out"])) for name in dummies]
    return float(test.statistic) * 3, bar(len(table), 0.01, 3), result.params[["b0", "b1", "b2"]], checks


def halves(x, y):
    """METHOD section 4: the effect in the first half of the rows beside the second."""
    rows = design(1, x, y).index
    middle = rows[len(rows) // 2]
    for lag in (1, 2, 3):
        table = design(lag, x, y)
        parts = [sm.OLS(part["out"], sm.add_constant(part.drop(columns="out"))).fit(cov_type="HC3", use_t=True)
                 for part in (table[:middle - pd.Timedelta(days=1)], table[middle:])]
        z = (parts[1].params["x"] - parts[0].params["x"]) / np.hypot(parts[0].bse["x"], parts[1].bse["x"])
        yield 2 * stats.t.sf(abs(z), parts[0].df_resid + parts[1].df_resid)


def habit(x, y):
    """METHOD section 4: what the usual running is linked with over fourteen days."""
    ahead = pd.concat([y.shift(-k) for k in range(1, 15)], axis=1)
    outcome = (14 * ahead.mean(axis=1)).where(ahead.notna().sum(axis=1) >= 10)[:-14]
    found = fit(0, x, y, outcome=outcome)
    return found and found[0].params["x"] * x.mean()


def effective(x, y):
    """Pearson with the effective size of Pyper and Peterman."""
    both = pd.DataFrame({"x": x, "y": y.shift(-1)})
    known = both.dropna()
    r = stats.pearsonr(known["x"], known["y"])[0]
    rho = stats.spearmanr(known["x"], known["y"])[0]
    n = len(known)
    masked = (both - known.mean()).where(both.notna().all(axis=1))
    total = 0.0
    for j in range(1, n // 5 + 1):
        a = (masked["x"] * masked["x"].shift(j)).dropna()
        b = (masked["y"] * masked["y"].shift(j)).dropna()
        if len(a):
            total += len(a) * (a.mean() / (known["x"].var(ddof=0))) * (b.mean() / known["y"].var(ddof=0))
    size = min(n, 1 / (1 / n + 2 / n**2 * total)) if 1 / n + 2 / n**2 * total > 0 else n
    return r, rho, n, size


def crosscheck(table):
    """Sign flips of whole weeks, on which a verdict rests."""
    controls = sm.add_constant(table.drop(columns=["out", "x"]))
    ex = sm.OLS(table["x"], controls).fit().resid
    ey = sm.OLS(table["out"], controls).fit().resid
    week = (ex * ey).groupby((table.index - table.index[0]).days // 7).sum().to_numpy()
    signs = np.random.default_rng(20240229).choice([-1.0, 1.0], (1999, len(week)))
    return (1 + (abs(signs @ week) >= abs(week.sum())).sum()) / 2000


load = day["distance_km"].astype(float)
pain = rating.groupby("day")["leg_pain"].first().reindex(day.index).astype(float)
typical = load[load > 0].median()
lines = []
extra = day[["flare", "sitting_hours"]].astype(float).dropna(axis=1, thresh=len(day) * 8 // 10)
implied = load.mask(day["rest_is"] == "implied")
answers = [("to date", load, pain), ("assumed rest unknown", implied, pain)]
before = pd.Timestamp(month + "-01") - pd.Timedelta(days=1)
answers.append(("the month before", load[:before], pain[:before]))
for name, x, y in answers:
    counts = False
    for lag, alpha in zip((1, 2, 3), (0.03, 0.01, 0.01)):
        for columns in (None, extra):
            found = fit(lag, x, y, columns)
            if found:
                result, rows = found
                low, high = result.conf_int().loc["x"] * typical
                passes = result.tvalues["x"] ** 2 > bar(len(rows), alpha)
                counts = counts or passes
                weeks = crosscheck(rows) if result.tvalues["x"] ** 2 > bar(len(rows), 2.5 * alpha) else None
                lines.append(f"{name}, lag {lag}: {result.params['x'] * typical:+.2f} ({low:+.2f} to {high:+.2f})"
                             + (f", weeks p = {weeks:.3f}" if weeks else ""))
    if len(design(1, x, y)) >= 60:
        wald, limit, points, checks = bands(x, y)
        lines.append(f"{name}, thirds {points.round(2).tolist()}: W {wald:.1f}, bar {limit:.1f}, weeks {checks}")
    if counts:
        lines.append(f"{name}, halves differ: {[round(p, 3) for p in halves(x, y)]}")
for lag in (1, 2, 3):
    found = fit(lag, load[-365:], pain[-365:])
    if found:
        lines.append(f"last 365 days, lag {lag}: {found[0].params['x'] * typical:+.2f}")
lines.append(f"all running together {habit(load, pain):+.2f}")
result, table = fit(1, load, pain)
controls = sm.add_constant(table.drop(columns=["out", "x"]))
ex = sm.OLS(table["x"], controls).fit().resid
ey = sm.OLS(table["out"], controls).fit().resid
groups = (ex * ey).groupby(table.index.to_period("M")).sum() / (ex**2).groupby(table.index.to_period("M")).sum()
inside = day.index.to_period("M") == month
lines.append(f"this month {groups.get(pd.Period(month), np.nan) * typical:+.2f}")
lines.append("this month r %.2f, Spearman %.2f, n %d, n* %.0f" % effective(load.where(inside), pain))
lines.append("all time r %.2f, Spearman %.2f, n %d, n* %.0f" % effective(load, pain))
monthly = day.groupby(day.index.to_period("M")).agg(
    days=("flare", "size"), known=("state", "count"), runs=("runs", "sum"), km=("distance_km", "sum"),
    minutes=("minutes", "sum"), load=("load", "sum"), pain=("leg_pain", "mean"),
    worst=("worst_leg_pain", "max"), flare=("flare", "sum"), reach=("reach", "mean"))
now = pd.Period(month)
shown = monthly.loc[[m for m in (now, now - 1, now - 12) if m in monthly.index]]

figure, (top, bottom) = plt.subplots(2, 1, figsize=(8, 4), sharex=True)
part = day[inside]
top.plot(part.index, part["leg_pain"], "o-")
top.set_ylim(0, 10)
bottom.bar(part.index, part["distance_km"])
for _, one in flare.iterrows():
    top.axvspan(one["onset_day"], one["end_day"], alpha=0.3)
top.set_xlim(part.index[0], part.index[-1])
picture = io.StringIO()
figure.savefig(picture, format="svg")
with open(output, "w") as page:
    page.write("<html><body>" + shown.T.to_html() + shoes.to_html()
               + response.drop(columns=["run_id"]).select_dtypes("number").mean().to_frame().to_html()
               + "<p>" + "<br>".join(lines) + "</p>" + picture.getvalue() + "</body></html>")
print("\n".join(lines))
