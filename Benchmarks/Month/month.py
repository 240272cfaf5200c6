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


def fit(lag, x, y):
    table = design(lag, x, y)
    if len(table) < 60:
        return None
    model = sm.OLS(table["out"], sm.add_constant(table.drop(columns="out")))
    return model.fit(cov_type="HC3", use_t=True), table


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
end = pd.Timestamp(month + "-01") - pd.Timedelta(days=1)
ends = [day.index[-1], day.index[-1].replace(day=1) - pd.Timedelta(days=1)]
ends += [ends[1].replace(day=1) - pd.Timedelta(days=1), end,
         end.replace(day=1) - pd.Timedelta(days=1), end - pd.Timedelta(days=62)]
for last in ends:
    fits = [fit(lag, load[:last], pain[:last]) for lag in (1, 2, 3)]
    for lag, found in enumerate(fits, 1):
        if found:
            result, rows = found
            low, high = result.conf_int().loc["x"] * typical
            lines.append(f"{last.date()} lag {lag}: {result.params['x'] * typical:+.2f} ({low:+.2f} to {high:+.2f})"
                         + (f", weeks p = {crosscheck(rows):.3f}" if result.pvalues["x"] < 0.05 else ""))
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
