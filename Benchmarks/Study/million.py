"""Pools a million made-up effects."""

import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Integrations/spark"))

from pooling import METHODS, pool  # noqa: E402

draw = random.Random(19)
effects = []
for _ in range(1_000_000):
    error = draw.uniform(0.05, 0.4)
    effects.append((draw.gauss(draw.gauss(0.2, 0.3), error), error * error))
for method in METHODS:
    pool(effects, method)
