"""The lag profile as a Python user would compute it: Pearson, Spearman, Kendall, effective sizes, p-values, intervals.

Every function returns one row a lag: r, rho, tau, N* of r, N* of rho, p of r, p of rho, limits of r, limits of rho.
"""

import numpy as np
from numba import njit
from scipy import fft, special, stats

LAGS = range(-7, 15)
Z = 1.959963984540054


def pairs(load, pain, lag):
    """Days of the load, and the values, where both are known."""
    n = len(load)
    days = np.arange(max(0, -lag), min(n, n - lag))
    days = days[np.isfinite(load[days]) & np.isfinite(pain[days + lag])]
    return days, load[days], pain[days + lag]


def inference(r, rho, size_r, size_rho):
    """Both p-values and both intervals; arrays or numbers."""
    found = [
        2 * special.stdtr(size - 2, -np.abs(value) * np.sqrt((size - 2) / (1 - value * value)))
        for value, size in ((r, size_r), (rho, size_rho))
    ]
    for value, variance in ((r, 1 / (size_r - 3)), (rho, (1 + rho * rho / 2) / (size_rho - 3))):
        centre, half = np.arctanh(value), Z * np.sqrt(variance)
        found += [np.tanh(centre - half), np.tanh(centre + half)]
    return found


def sizes_by_fft(columns, mask, counts):
    """Effective sizes of two pairs of signals a lag; everything at once, lags along the first axis.

    `columns` holds load, pain, rank of load and rank of pain at their days, centred, zero elsewhere.
    """
    n = mask.shape[1]
    longest = counts // 5
    size = fft.next_fast_len(n + int(longest.max()) + 1, real=True)

    def autocovariance(signal):
        spectrum = fft.rfft(signal, size, axis=-1)
        return fft.irfft(spectrum.real**2 + spectrum.imag**2, size, axis=-1)[..., : longest.max() + 1]

    sums = autocovariance(columns)
    partners = np.round(autocovariance(mask))
    distance = np.arange(partners.shape[1])
    use = (distance >= 1) & (distance <= longest[:, None]) & (partners > 0)
    weight = np.where(use, counts[:, None] ** 2 / np.where(use, partners, 1), 0)
    result = []
    for x, y in ((0, 1), (2, 3)):
        total = (weight * sums[x] * sums[y]).sum(1) / (sums[x][:, 0] * sums[y][:, 0])
        inverse = 1 / counts + 2 * total / counts**2
        result.append(np.where(inverse <= 1 / counts, counts, 1 / inverse))
    return result


def scipy_profile(load, pain):
    """scipy.stats for each coefficient, scipy.fft for the effective sizes, one lag at a time."""
    rows = []
    for lag in LAGS:
        days, x, y = pairs(load, pain, lag)
        r = stats.pearsonr(x, y).statistic
        rho = stats.spearmanr(x, y).statistic
        tau = stats.kendalltau(x, y).statistic
        ranks = stats.rankdata(x), stats.rankdata(y)
        columns = np.zeros((4, 1, len(load)))
        for column, values in zip(columns, (x, y, *ranks)):
            column[0, days] = values - values.mean()
        mask = np.zeros((1, len(load)))
        mask[0, days] = 1
        size_r, size_rho = (s[0] for s in sizes_by_fft(columns, mask, np.array([len(days)])))
        rows.append((r, rho, tau, size_r, size_rho, *inference(r, rho, size_r, size_rho)))
    return np.array(rows)


@njit(cache=True)
def mid_ranks(values):
    order = np.argsort(values, kind="mergesort")
    ranks = np.empty(len(values))
    start = 0
    while start < len(values):
        end = start
        while end + 1 < len(values) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for index in range(start, end + 1):
            ranks[order[index]] = (start + end) / 2 + 1
        start = end + 1
    return ranks


@njit(cache=True)
def pearson(x, y):
    x, y = x - x.mean(), y - y.mean()
    return (x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum())


@njit(cache=True)
def kendall(x, y, ranks_x, ranks_y):
    """tau_b with a Fenwick tree over the ranks of y."""
    n = len(x)
    order = np.argsort(ranks_x, kind="mergesort")
    tree = np.zeros(n + 1, np.int64)
    equal = np.zeros(2 * n + 1, np.int64)
    score, tied_x, tied_y, inserted = 0, 0, 0, 0
    start = 0
    while start < n:
        end = start
        while end < n and ranks_x[order[end]] == ranks_x[order[start]]:
            end += 1
        tied_x += (end - start) * (end - start - 1) // 2
        for index in range(start, end):
            rank = ranks_y[order[index]]
            position = int(np.ceil(rank)) - 1
            less = 0
            while position > 0:
                less += tree[position]
                position &= position - 1
            score += less - (inserted - less - equal[int(2 * rank)])
        for index in range(start, end):
            rank = ranks_y[order[index]]
            equal[int(2 * rank)] += 1
            position = int(np.ceil(rank))
            while position <= n:
                tree[position] += 1
                position += position & -position
        inserted += end - start
        start = end
    for count in equal:
        tied_y += count * (count - 1) // 2
    everything = n * (n - 1) // 2
    return score / np.sqrt(float(everything - tied_x) * float(everything - tied_y))


@njit(cache=True, fastmath=True)
def size_by_sums(x, y, mask, count):
    """The effective size by plain sums; signals centred at their days, zero elsewhere."""
    n = len(x)
    variance_x, variance_y = (x * x).sum() / count, (y * y).sum() / count
    total = 0.0
    for j in range(1, count // 5 + 1):
        xx, yy, partners = 0.0, 0.0, 0.0
        for t in range(n - j):
            xx += x[t] * x[t + j]
            yy += y[t] * y[t + j]
            partners += mask[t] * mask[t + j]
        if partners > 0:
            total += xx * yy / (partners * variance_x * variance_y)
    inverse = 1 / count + 2 * total / count**2
    return count if inverse <= 1 / count else 1 / inverse


@njit(cache=True)
def coefficients(load, pain, lag, columns, mask):
    """r, rho, tau and the number of pairs; fills the centred signals and the mask of the lag."""
    n = len(load)
    days = np.empty(n, np.int64)
    count = 0
    for day in range(max(0, -lag), min(n, n - lag)):
        if not np.isnan(load[day]) and not np.isnan(pain[day + lag]):
            days[count] = day
            count += 1
    days = days[:count]
    x, y = load[days], pain[days + lag]
    ranks_x, ranks_y = mid_ranks(x), mid_ranks(y)
    mean_x, mean_y, mean_rank = x.mean(), y.mean(), (count + 1) / 2
    for index in range(count):
        day = days[index]
        columns[0, day] = x[index] - mean_x
        columns[1, day] = y[index] - mean_y
        columns[2, day] = ranks_x[index] - mean_rank
        columns[3, day] = ranks_y[index] - mean_rank
        mask[day] = 1
    return pearson(x, y), pearson(ranks_x, ranks_y), kendall(x, y, ranks_x, ranks_y), count


def numba_profile(load, pain):
    """Everything compiled by numba, effective sizes by plain sums."""
    rows = []
    for lag in LAGS:
        columns, mask = np.zeros((4, len(load))), np.zeros(len(load))
        r, rho, tau, count = coefficients(load, pain, lag, columns, mask)
        size_r = size_by_sums(columns[0], columns[1], mask, count)
        size_rho = size_by_sums(columns[2], columns[3], mask, count)
        rows.append((r, rho, tau, size_r, size_rho, *inference(r, rho, size_r, size_rho)))
    return np.array(rows)


def numba_fft_profile(load, pain):
    """Coefficients compiled by numba, effective sizes of all lags in one batch of transforms."""
    columns = np.zeros((4, len(LAGS), len(load)))
    mask = np.zeros((len(LAGS), len(load)))
    found = np.array(
        [coefficients(load, pain, lag, columns[:, index], mask[index]) for index, lag in enumerate(LAGS)]
    )
    r, rho, tau, count = found.T
    size_r, size_rho = sizes_by_fft(columns, mask, count.astype(int))
    return np.column_stack((r, rho, tau, size_r, size_rho, *inference(r, rho, size_r, size_rho)))


CONTENDERS = {
    "scipy.stats, scipy.fft": scipy_profile,
    "numba": numba_profile,
    "numba, scipy.fft in one batch": numba_fft_profile,
}
