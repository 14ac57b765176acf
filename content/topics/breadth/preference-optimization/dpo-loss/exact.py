"""Sums of fractions, and the logistic function in decimals of sixty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def total(logps, mask):
    return sum((Fraction(float(value)) for value, counts in zip(logps, mask, strict=True) if counts), Fraction(0))


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n, s = len(chosen), Decimal(smoothing)
    d_chosen, d_rejected = np.zeros(np.shape(chosen)), np.zeros(np.shape(rejected))
    with localcontext(prec=60):
        loss = Decimal(0)
        for i in range(n):
            won = total(chosen[i], chosen_mask[i]) - total(ref_chosen[i], chosen_mask[i])
            lost = total(rejected[i], rejected_mask[i]) - total(ref_rejected[i], rejected_mask[i])
            odds = decimal(Fraction(float(beta)) * (won - lost)).exp()
            agrees = odds / (1 + odds)
            loss += (1 + odds).ln() - (1 - s) * odds.ln()
            slope = float(Decimal(float(beta)) * (agrees - (1 - s)) / n)
            d_chosen[i, np.asarray(chosen_mask[i], bool)] = slope
            d_rejected[i, np.asarray(rejected_mask[i], bool)] = -slope
        return float(loss / n), d_chosen, d_rejected


def inputs(rng, draw):
    n, wide, other = (int(size) for size in rng.integers(1, 5, 3))
    masks = draw("chosen_mask", n, wide), draw("rejected_mask", n, other)
    logps = [draw(name, n, columns) for name, columns in zip(NAMES, (wide, other) * 2, strict=True)]
    beta = float(10.0 ** rng.uniform(-3, 1))
    return checks.call("dpo_loss", *logps, *masks, beta, float(rng.choice([0.0, 0.1, 0.5, rng.uniform(0, 0.5)])))


NAMES = "chosen", "rejected", "ref_chosen", "ref_rejected"
