"""Sorted lists, one queue for each expert, and exponentials in decimals of forty digits."""

from decimal import Decimal, localcontext

import numpy as np

from sharpen import checks


def softmax(values):
    powers = [(Decimal(value) - Decimal(max(values))).exp() for value in values]
    return [power / sum(powers) for power in powers]


def ranked(row, k):
    if k not in range(1, len(row) + 1):
        raise ValueError
    return sorted(range(len(row)), key=lambda e: (-row[e], e))[:k]


def route(logits, k, capacity):
    logits = np.asarray(logits).tolist()
    if capacity <= 0:
        raise ValueError
    choices = [ranked(row, k) for row in logits]
    queues = {e: [(r, i) for r in range(k) for i in range(len(logits)) if choices[i][r] == e] for e in range(64)}
    slots = [[queues[e].index((r, i)) for r, e in enumerate(chosen)] for i, chosen in enumerate(choices)]
    with localcontext() as context:
        context.prec = 40
        weights = [softmax([row[e] for e in chosen]) for row, chosen in zip(logits, choices, strict=True)]
    kept = np.array(slots) < capacity
    return np.array(choices), np.where(kept, np.array(weights, float), 0.0), np.where(kept, slots, -1)


def balance_loss(logits, k):
    logits = np.asarray(logits).tolist()
    n, experts = len(logits), len(logits[0])
    counts = [0] * experts
    for row in logits:
        for e in ranked(row, k):
            counts[e] += 1
    with localcontext() as context:
        context.prec = 40
        chances = [softmax(row) for row in logits]
        shares = [Decimal(count) / (n * k) for count in counts]
        means = [sum(f * p for f, p in zip(shares, row, strict=True)) for row in chances]
        gradient = [
            [float(experts * p * (f - mean) / n) for f, p in zip(shares, row, strict=True)]
            for row, mean in zip(chances, means, strict=True)
        ]
        return float(experts * sum(means) / n), np.array(gradient)


def inputs(rng, draw):
    n, experts = int(rng.integers(1, 9)), int(rng.integers(1, 6))
    logits, k = draw("logits", n, experts), int(rng.integers(1, experts + 1 + (rng.random() < 0.05)))
    if rng.random() < 0.4:
        return checks.call("balance_loss", logits, k)
    return checks.call("route", logits, k, int(rng.integers(1, n + 3)))
