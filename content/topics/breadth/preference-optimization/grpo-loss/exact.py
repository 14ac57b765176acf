"""Fractions for the advantages, decimals of fifty digits for the loss; the minimum by cases."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def group_advantages(rewards, groups):
    exactly = [Fraction(reward) for reward in np.asarray(rewards).tolist()]
    labels = np.asarray(groups).tolist()
    out = []
    for reward, label in zip(exactly, labels, strict=True):
        own = [other for other, name in zip(exactly, labels, strict=True) if name == label]
        mean = sum(own) / len(own)
        variance = sum((other - mean) ** 2 for other in own) / len(own)
        squared = (reward - mean) ** 2 / variance if variance else Fraction(0)
        out.append(float(np.sqrt(float(squared))) * (1 if reward > mean else -1))
    return np.array(out)


def token(logp, old, advantage, low, high):
    """The term of one token and its derivative."""
    ratio = (Decimal(logp) - Decimal(old)).exp()
    if advantage > 0 and ratio > 1 + Decimal(high):
        return (1 + Decimal(high)) * advantage, Decimal(0)
    if advantage < 0 and ratio < 1 - Decimal(low):
        return (1 - Decimal(low)) * advantage, Decimal(0)
    return ratio * advantage, ratio * advantage


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    n, gradient, total = len(logps), np.zeros(np.shape(logps)), Decimal(0)
    with localcontext(prec=50):
        for i in range(n):
            places = [t for t, counts in enumerate(mask[i]) if counts]
            for t in places:
                advantage = Decimal(float(advantages[i]))
                term, slope = token(float(logps[i][t]), float(old_logps[i][t]), advantage, low, high)
                total += term / len(places)
                gradient[i, t] = float(-slope / len(places) / n)
        return float(-total / n), gradient


def inputs(rng, draw):
    n = int(rng.integers(1, 9))
    if rng.random() < 0.4:
        rewards = draw("rewards", n)
        if rng.random() < 0.5:
            rewards = np.rint(np.asarray(rewards) / 100)
        groups = rng.choice([-5, 3, 1_000_000_000], n)
        while any(0 < np.ptp(rewards[groups == one]) < 1e-3 for one in groups):
            groups = np.arange(n)
        return checks.call("group_advantages", rewards, groups)
    wide = int(rng.integers(1, 6))
    old = draw("old_logps", n, wide)
    logps = np.clip(old + rng.normal(0, 0.3, old.shape), -30, 0) if rng.random() < 0.7 else draw("logps", n, wide)
    return checks.call(
        "grpo_loss",
        logps,
        old,
        draw("mask", n, wide),
        draw("advantages", n),
        float(rng.uniform(0.01, 0.9)),
        float(rng.uniform(0.01, 2)),
    )
