"""A simulated diary: weekly runs in tenths of a kilometre, and whole-number pain that drifts, 30 % of it unknown."""

import datetime

import numpy as np

FIRST_DAY = datetime.date(1970, 1, 5)  # a Monday


def simulate(days, seed=1):
    """Load and pain of `days` days from a Monday on, NaN where unknown."""
    random = np.random.default_rng(seed)
    weekday = np.arange(days) % 7
    chance = np.array([0.1, 0.85, 0.15, 0.8, 0.1, 0.75, 0.8])[weekday]
    distance = np.array([5.0, 8, 5, 8, 5, 10, 16])[weekday]
    load = np.where(
        random.random(days) < chance,
        np.round(distance * np.exp(0.25 * random.standard_normal(days) - 0.03), 1),
        0.0,
    )
    level = np.empty(days)
    level[0] = random.standard_normal()
    for day, step in enumerate(np.sqrt(1 - 0.9**2) * random.standard_normal(days - 1), start=1):
        level[day] = 0.9 * level[day - 1] + step
    pain = np.clip(np.round(1.2 + 2.2 * level), 0, 10)
    pain[random.random(days) < 0.3] = np.nan
    return load, pain


def write_csv(path, load, pain):
    """Writes the columns date, load and pain; unknown values are empty."""
    with open(path, "w", encoding="ascii") as file:
        file.write("date,load,pain\n")
        for day, (x, y) in enumerate(zip(load, pain)):
            date = FIRST_DAY + datetime.timedelta(day)
            file.write(f"{date},{x:g},{'' if np.isnan(y) else format(y, 'g')}\n")
