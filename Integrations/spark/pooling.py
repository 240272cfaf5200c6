"""Random-effects pooling of one effect per journal, in plain Python.

Each journal i has an effect y_i with the variance v_i. The effects of runners differ:
y_i = mu + u_i + e_i, var(u_i) = tau2, var(e_i) = v_i. The formulas and their sources are in
Documentation/scale.md. All sums are exact (math.fsum), so that the order of the journals,
and so the number of machines, changes no digit.
"""

import math
from statistics import NormalDist

from distributions import chi2_quantile, chi2_tail, t_quantile, t_two_sided

_Z = NormalDist()


class TooFew(ValueError):
    """There are not enough effects to pool."""


def _sums(effects, tau2):
    """Sums of w, w^2, w^3 and the mean, with w = 1 / (v + tau2)."""
    weights = [1 / (v + tau2) for _, v in effects]
    total = math.fsum(weights)
    mean = math.fsum(w * y for w, (y, _) in zip(weights, effects)) / total
    return weights, total, mean


def _q(effects, tau2):
    """The generalised Q statistic."""
    weights, _, mean = _sums(effects, tau2)
    return math.fsum(w * (y - mean) ** 2 for w, (y, _) in zip(weights, effects))


def _traces(effects, tau2):
    """tr P and tr P P, with P = W - W 1 1'W / sum w.

    Sums of the entries of P rather than differences of powers: one very precise journal
    would leave nothing but rounding in those.
    """
    weights, total, _ = _sums(effects, tau2)
    squares = math.fsum(w * w for w in weights)
    largest = max(range(len(weights)), key=weights.__getitem__)
    others = weights[:largest] + weights[largest + 1 :]
    # For the largest weight, W - w and sum w^2 - w^2 are summed and not subtracted.
    rest, rest_squares = math.fsum(others), math.fsum(w * w for w in others)
    trace = math.fsum(
        [weights[largest] * rest / total, *(w * (total - w) / total for w in others)]
    )
    product = math.fsum(
        [
            (weights[largest] / total) ** 2 * (rest**2 + rest_squares),
            *((w / total) ** 2 * ((total - w) ** 2 + squares - w * w) for w in others),
        ]
    )
    return trace, product


def dersimonian_laird(effects):
    """tau2 and its standard error by the method of moments (DerSimonian and Laird 1986)."""
    k = len(effects)
    trace, product = _traces(effects, 0.0)
    tau2 = max(0.0, (_q(effects, 0.0) - (k - 1)) / trace)
    variance = 2 * (k - 1) + 4 * tau2 * trace + 2 * tau2**2 * product
    return tau2, math.sqrt(variance) / trace


def _score(effects, tau2):
    """The restricted likelihood's derivative by tau2, times two, and tr P P."""
    weights, _, mean = _sums(effects, tau2)
    fit = math.fsum((w * (y - mean)) ** 2 for w, (y, _) in zip(weights, effects))
    trace, product = _traces(effects, tau2)
    return fit - trace, product


def _restricted_log_likelihood(effects, tau2):
    weights, total, _ = _sums(effects, tau2)
    logs = math.fsum(math.log(w) for w in weights)
    return (logs - math.log(total) - _q(effects, tau2)) / 2


def restricted_likelihood(effects):
    """tau2 and its standard error by REML (Viechtbauer 2005), by Fisher scoring."""
    k = len(effects)
    mean = math.fsum(y for y, _ in effects) / k
    between = math.fsum((y - mean) ** 2 for y, _ in effects) / (k - 1)
    # Hedges' estimate is a good start, and the one of metafor.
    tau2 = max(0.0, between - math.fsum(v for _, v in effects) / k)
    for _ in range(10_000):
        score, information = _score(effects, tau2)
        step = score / information
        while tau2 + step < 0:
            step /= 2
        tau2 += step
        if abs(step) <= 1e-15 * (tau2 + 1e-3 * min(v for _, v in effects)):
            break
    else:
        raise ArithmeticError("REML did not converge")
    # A maximum at the edge is reached by halves, never quite.
    if _restricted_log_likelihood(effects, 0.0) >= _restricted_log_likelihood(effects, tau2):
        tau2 = 0.0
    return tau2, math.sqrt(2 / _traces(effects, tau2)[1])


def _q_profile(effects, level):
    """The interval of tau2 by the Q profile (Viechtbauer 2007)."""
    k = len(effects)

    def at(bound):
        if _q(effects, 0.0) <= bound:
            return 0.0
        low, high = 0.0, max(v for _, v in effects)
        while _q(effects, high) > bound:
            low, high = high, 2 * high
        # As exact as the sums are; more halves would only compare rounding.
        for _ in range(60):
            middle = (low + high) / 2
            if _q(effects, middle) > bound:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    tail = (1 - level) / 2
    return [at(chi2_quantile(1 - tail, k - 1)), at(chi2_quantile(tail, k - 1))]


METHODS = {"DL": dersimonian_laird, "REML": restricted_likelihood}


def pool(effects, method, level=0.95):
    """The pooled effect of (effect, variance) pairs, with heterogeneity.

    Raises TooFew with fewer than two effects: one journal says nothing about the
    differences between runners.
    """
    # In one order, whatever order the machines answered in.
    effects = sorted((float(y), float(v)) for y, v in effects)
    if len(effects) < 2:
        raise TooFew(f"pooling needs at least 2 journals, and there are only {len(effects)}")
    if not all(math.isfinite(y) and math.isfinite(v) and v > 0 for y, v in effects):
        raise ValueError("every effect must be finite, with a variance above 0")
    k = len(effects)
    tau2, tau2_se = METHODS[method](effects)
    weights, total, mean = _sums(effects, tau2)
    se = math.sqrt(1 / total)
    z = _Z.inv_cdf((1 + level) / 2)
    q = _q(effects, 0.0)
    typical = (k - 1) / _traces(effects, 0.0)[0]
    # Hartung and Knapp 2001; Sidik and Jonkman 2002.
    knapp = math.sqrt(_q(effects, tau2) / (k - 1) / total)
    t = t_quantile((1 + level) / 2, k - 1)
    # Higgins, Thompson and Spiegelhalter 2009; with two journals there is no freedom left.
    prediction = None
    if k > 2:
        half = t_quantile((1 + level) / 2, k - 2) * math.sqrt(tau2 + se**2)
        prediction = [mean - half, mean + half]
    return {
        "method": method,
        "journals": k,
        "effect": mean,
        "se": se,
        "ci95": [mean - z * se, mean + z * se],
        "p": 2 * _Z.cdf(-abs(mean / se)),
        "hartung_knapp": {
            "se": knapp,
            "ci95": [mean - t * knapp, mean + t * knapp],
            "p": t_two_sided(mean / knapp, k - 1) if knapp > 0 else None,
        },
        "prediction95": prediction,
        "tau2": tau2,
        "tau2_se": tau2_se,
        "tau2_ci95": _q_profile(effects, level),
        "q": q,
        "q_df": k - 1,
        "q_p": chi2_tail(q, k - 1),
        "i2": 100 * tau2 / (typical + tau2),
        "h2": tau2 / typical + 1,
    }
