"""The shares by fractions; a table is right when it draws with these, and never what has none."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def inputs(rng, draw):
    weights = draw("weights", draw.length("weights"))
    weights[rng.random(len(weights)) < 0.2] = 0
    weights[weights > 0] = np.maximum(weights[weights > 0], 1e-100)
    if rng.random() < 0.05:
        weights[rng.integers(len(weights))] = rng.choice([-1.0, np.nan])
    return checks.call("build_alias", weights)


def build_alias(weights):
    weights = np.asarray(weights, float).tolist()
    if not all(weight >= 0 for weight in weights) or not any(weights):
        raise ValueError
    total = sum(map(Fraction, weights))
    return [Fraction(weight) / total for weight in weights]


def draw_alias(prob, alias, size, rng):
    raise NotImplementedError


def draws(shares, table):
    """Comparator: the chance of each outcome under the table, added up exactly."""
    prob, alias = (part.tolist() for part in table)
    has = [Fraction(one) for one in prob]
    for own, other in zip(prob, alias, strict=True):
        has[other] += 1 - Fraction(own)
    for i, share in enumerate(shares):
        if abs(has[i] / len(shares) - share) > Fraction(1, 10**9) or (share == 0 and has[i]):
            return checks.Difference(f"[{i}]", str(float(share)), str(float(has[i] / len(shares))), "another share")
    return None


same = {"build_alias": draws}
