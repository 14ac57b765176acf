# caught by: Remainders are compared exactly, not in floating point
# Multiplies in floating point, where products of large counts lose their last digits.
import numpy as np


def quotas(counts, k):
    counts = [int(count) for count in counts]
    n = sum(counts)
    if not 0 <= k <= n:
        raise ValueError("k is out of range")
    k = int(k)
    whole = [int(float(k) * count / n) for count in counts]
    order = sorted(range(len(counts)), key=lambda c: -(k * counts[c] % n))
    for c in order[: k - sum(whole)]:
        whole[c] += 1
    return whole


def stratified_sample(y, k, rng):
    rows = {}
    for row, label in enumerate(y):
        rows.setdefault(label, []).append(row)
    labels = sorted(rows)
    sample = []
    for label, quota in zip(labels, quotas([len(rows[label]) for label in labels], k)):
        sample.extend(rng.choice(rows[label], size=quota, replace=False).tolist())
    return sample
