"""The cuts one after another, each on probabilities that are scaled anew, in decimals of 60 digits."""

from decimal import Decimal, localcontext

import numpy as np

KEYS = ("temperature", "top_k", "top_p", "min_p")


def scaled(p):
    total = sum(p.values())
    return {token: share / total for token, share in p.items()}


def token_probabilities(logits, temperature=1.0, top_k=None, top_p=1.0, min_p=0.0):
    if temperature < 0 or (top_k or 1) < 1 or (top_k == 0) or top_p <= 0 or top_p > 1 or min_p < 0 or min_p > 1:
        raise ValueError("range")
    z = [float(value) for value in logits]
    out = [0.0] * len(z)
    rank = sorted(range(len(z)), key=lambda token: (-z[token], token))
    if temperature == 0:
        out[rank[0]] = 1.0
        return out
    with localcontext() as context:
        context.prec = 60
        top = Decimal(z[rank[0]])
        p = {t: ((Decimal(z[t]) - top) / Decimal(temperature)).exp() if z[t] > -np.inf else Decimal(0) for t in rank}
        p = scaled({t: p[t] for t in rank[:top_k]})
        kept, so_far = {}, Decimal(0)
        for token, share in p.items():
            if top_p < 1 and so_far >= Decimal(top_p):
                break
            kept[token], so_far = share, so_far + share
        p = scaled(kept)
        least = Decimal(min_p) * max(p.values())
        for token, share in scaled({t: share for t, share in p.items() if share >= least}).items():
            out[token] = float(share)
    return out


def inputs(rng, draw):
    while True:
        logits = draw("logits", draw.length("logits", 8))
        if rng.random() < 0.3:
            logits[rng.random(len(logits)) < 0.4] = -np.inf
            logits[rng.integers(len(logits))] = 0.0
        temperature = float(
            rng.choice([0.0, 1e-3, 0.5, 1.0, 3.0, 100.0, -1.0], p=[0.1, 0.1, 0.2, 0.3, 0.2, 0.08, 0.02])
        )
        top_k = None if rng.random() < 0.4 else int(rng.integers(0 if rng.random() < 0.05 else 1, 10))
        top_p = 1.0 if rng.random() < 0.4 else float(rng.uniform(1e-3, 1))
        min_p = float(rng.choice([0.0, 1.0, rng.random()]))
        if decided(logits, temperature, top_k, top_p, min_p):
            return logits, temperature, top_k, top_p, min_p


def decided(logits, temperature, top_k, top_p, min_p):
    """Whether rounding decides no cut; a weight below the smallest float is zero in floats alone."""
    if temperature <= 0:
        return True
    z = -np.sort(-logits)
    weights = np.exp((z - z[0]) / temperature)
    kept = weights[: top_k or None]
    sums = np.cumsum(kept) / kept.sum()
    clear = top_p == 1 or np.abs(sums - top_p).min() > 1e-8
    return clear and not np.any((np.abs(weights - min_p) < 1e-8) & (z < z[0]) & (min_p > 0))
