"""The adjusted effects at lags 1 to 14 as a Python user would compute them: least squares with HC3 errors.

Every function returns one row a lag: slope, standard error, p.
"""

import numpy as np
from numba import njit
from scipy import special

LAGS = range(1, 15)


@njit(cache=True)
def design(load, pain):
    """Days, and their fourteen controls for a rating before the day's run."""
    n = len(load)
    rows = np.empty(n, np.int64)
    controls = np.zeros((n, 14))
    last = np.nanmean(pain)
    last_known = np.empty(n)
    for t in range(n):
        if not np.isnan(pain[t]):
            last = pain[t]
        last_known[t] = last
    count = 0
    for t in range(2, n):
        if np.isnan(load[t]) or np.isnan(load[t - 1]) or np.isnan(load[t - 2]) or np.isnan(pain[t]):
            continue
        sums, known = np.zeros(2), np.zeros(2)
        for day in range(max(0, t - 7), t):
            if not np.isnan(pain[day]):
                sums[0] += pain[day]
                known[0] += 1
            if not np.isnan(load[day]):
                sums[1] += load[day]
                known[1] += 1
        row = controls[count]
        row[0] = 1
        row[1] = pain[t]
        row[2] = sums[0] / known[0] if known[0] > 0 else pain[t]
        row[3] = load[t - 1]
        row[4] = sums[1] / known[1]
        row[5] = last_known[t - 1]
        row[6] = load[t - 2]
        row[7] = t / n - 0.5
        if t % 7 > 0:  # day 0 is a Monday
            row[7 + t % 7] = 1
        rows[count] = t
        count += 1
    return rows[:count], controls[:count]


def at_lag(load, pain, rows, controls, lag):
    """Controls, load and later pain of the rows that have an outcome."""
    rows_left = rows + lag < len(pain)
    rows_left[rows_left] = np.isfinite(pain[rows[rows_left] + lag])
    return controls[rows_left], load[rows[rows_left]], pain[rows[rows_left] + lag]


def two_sided(slope, error, df):
    return 2 * special.stdtr(df, -abs(slope / error))


def statsmodels_effects(load, pain):
    """statsmodels OLS with cov_type HC3, as its documentation shows."""
    import statsmodels.api as sm

    rows, controls = design(load, pain)
    found = []
    for lag in LAGS:
        z, x, y = at_lag(load, pain, rows, controls, lag)
        fit = sm.OLS(y, np.column_stack((x, z))).fit(cov_type="HC3", use_t=True)
        found.append((fit.params[0], fit.bse[0], fit.pvalues[0]))
    return np.array(found)


def hc3(ex, ey, leverage, columns):
    """Slope, error and p from residuals and leverages."""
    squares = ex @ ex
    slope = ex @ ey / squares
    score = ex * (ey - slope * ex) / (1 - leverage - ex * ex / squares)
    error = np.sqrt(score @ score) / squares
    return slope, error, two_sided(slope, error, len(ex) - columns - 1)


def qr_effects(load, pain):
    """numpy: a QR factorisation a lag."""
    rows, controls = design(load, pain)
    found = []
    for lag in LAGS:
        z, x, y = at_lag(load, pain, rows, controls, lag)
        q = np.linalg.qr(z)[0]
        found.append(hc3(x - q @ (q.T @ x), y - q @ (q.T @ y), (q * q).sum(1), q.shape[1]))
    return np.array(found)


def cholesky_effects(load, pain):
    """numpy: normal equations a lag, the fastest that BLAS allows; loses half of the digits."""
    rows, controls = design(load, pain)
    found = []
    for lag in LAGS:
        z, x, y = at_lag(load, pain, rows, controls, lag)
        inverse = np.linalg.inv(np.linalg.cholesky(z.T @ z))
        q = z @ inverse.T
        found.append(hc3(x - q @ (q.T @ x), y - q @ (q.T @ y), np.einsum("ij,ij->i", q, q), q.shape[1]))
    return np.array(found)


@njit(cache=True, fastmath=True)
def gram_schmidt(z):
    """Two passes of modified Gram-Schmidt; `z` has its variables in rows, so that they are contiguous."""
    count = 0
    q = np.empty_like(z)
    for column in range(len(z)):
        v = z[column].copy()
        length = np.sqrt((v * v).sum())
        for _ in range(2):
            for other in range(count):
                v -= (q[other] * v).sum() * q[other]
        rest = np.sqrt((v * v).sum())
        if rest > 1e-7 * length:
            q[count] = v / rest
            count += 1
    return q[:count]


@njit(cache=True, fastmath=True)
def residuals(z, x, y):
    q = gram_schmidt(z)
    leverage = np.zeros(len(x))
    ex, ey = x.copy(), y.copy()
    for row in q:
        ex -= (row * ex).sum() * row
        ey -= (row * ey).sum() * row
        leverage += row * row
    return ex, ey, leverage, len(q)


def numba_effects(load, pain):
    """numba: Gram-Schmidt a lag."""
    rows, controls = design(load, pain)
    found = []
    for lag in LAGS:
        z, x, y = at_lag(load, pain, rows, controls, lag)
        found.append(hc3(*residuals(np.ascontiguousarray(z.T), x, y)))
    return np.array(found)


CONTENDERS = {
    "statsmodels OLS, HC3": statsmodels_effects,
    "numpy QR": qr_effects,
    "numpy Cholesky": cholesky_effects,
    "numba Gram-Schmidt": numba_effects,
}
