"""Quantiles and tails of Student's t and of chi-squared, in plain Python.

The recipe for one machine needs nothing but Python this way. check.sh compares them with R.
"""

import math

_SMALLEST = 1e-300


def _gamma_tails(shape, x):
    """The lower and the upper regularised incomplete gamma function."""
    if x <= 0:
        return 0.0, 1.0
    scale = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        n = shape
        while abs(term) > 1e-17 * abs(total):
            n += 1
            term *= x / n
            total += term
        lower = total * scale
        return lower, 1 - lower
    # Lentz's method for the continued fraction.
    b = x + 1 - shape
    c = 1 / _SMALLEST
    d = 1 / b
    h = d
    for i in range(1, 100_000):
        a = -i * (i - shape)
        b += 2
        d = 1 / (a * d + b or _SMALLEST)
        c = b + a / c or _SMALLEST
        change = d * c
        h *= change
        if abs(change - 1) < 1e-16:
            break
    upper = h * scale
    return 1 - upper, upper


def chi2_tail(x, df):
    """P(X > x) for chi-squared with df degrees of freedom."""
    return _gamma_tails(df / 2, x / 2)[1]


def chi2_quantile(p, df):
    """The x with P(X <= x) = p."""
    return _inverse(lambda x: _gamma_tails(df / 2, x / 2)[0], p, max(df, 1.0))


def _beta(a, b, x):
    """The regularised incomplete beta function."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        + a * math.log(x) + b * math.log1p(-x)
    )
    c = 1.0
    d = 1 / (1 - (a + b) * x / (a + 1) or _SMALLEST)
    h = d
    for m in range(1, 100_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + even * d or _SMALLEST)
        c = 1 + even / c or _SMALLEST
        h *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + odd * d or _SMALLEST)
        c = 1 + odd / c or _SMALLEST
        change = d * c
        h *= change
        if abs(change - 1) < 1e-16:
            break
    return front * h / a


def t_two_sided(t, df):
    """P(|T| > |t|)."""
    return _beta(df / 2, 0.5, df / (df + t * t))


def t_quantile(p, df):
    """The t with P(T <= t) = p, for p above one half."""
    return _inverse(lambda t: 1 - t_two_sided(t, df) / 2, p, 1.0)


def _inverse(increasing, p, guess):
    """The positive x at which an increasing function is p, by bisection."""
    low, high = 0.0, guess
    while increasing(high) < p:
        low, high = high, 2 * high
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if increasing(middle) < p:
            low = middle
        else:
            high = middle
