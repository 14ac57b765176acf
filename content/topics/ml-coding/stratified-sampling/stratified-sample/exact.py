"""The same entry points: fractions and one row at a time; of a sample, the quotas it must hold."""

from collections import Counter
from fractions import Fraction

import numpy as np

from sharpen import checks


def inputs(rng, draw):
    if rng.random() < 0.2:
        y = rng.integers(-3, 9, draw.length("y"))
        return checks.call("stratified_sample", y, int(rng.integers(-1, len(y) + 2)), np.random.default_rng(0))
    counts = draw("counts", draw.length("counts"))
    counts[rng.integers(len(counts))] += 1
    counts //= counts.sum() // 10**9 + 1
    counts[0] += counts.sum() == 0
    return checks.call("quotas", counts, int(rng.integers(-1, counts.sum() + 2)))


def quotas(counts, k):
    counts = [int(count) for count in counts]
    if k < 0 or k > sum(counts):
        raise ValueError
    shares = [Fraction(count, sum(counts)) * k for count in counts]
    given = [int(share) for share in shares]
    while sum(given) < k:
        lost = [share - int(share) if number == int(share) else -1 for share, number in zip(shares, given, strict=True)]
        given[lost.index(max(lost))] += 1
    return given


def stratified_sample(y, k, _rng):
    names = sorted(set(y.tolist()))
    wanted = quotas([int((y == name).sum()) for name in names], k)
    return y.tolist(), dict(zip(names, wanted, strict=True))


def holds_quotas(expected, rows):
    y, wanted = expected
    rows = rows.tolist()
    held = Counter(y[row] for row in rows)
    if len(set(rows)) == len(rows) and all(held[name] == number for name, number in wanted.items()):
        return None
    return checks.Difference("", str(wanted), str(held), "another mix")


same = {"quotas": checks.exactly(), "stratified_sample": holds_quotas}
