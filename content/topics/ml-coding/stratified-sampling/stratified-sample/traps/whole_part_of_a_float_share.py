# caught by: A sample of all rows has all of each class
# Rounds k times the share of a class down in floating point: 49 * (1 / 49) is below 1.
import numpy as np


def quotas(counts, k):
    counts = [int(count) for count in counts]
    n = sum(counts)
    if not 0 <= k <= n:
        raise ValueError("k is out of range")
    k = int(k)
    whole = [int(k * (count / n)) for count in counts]
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
