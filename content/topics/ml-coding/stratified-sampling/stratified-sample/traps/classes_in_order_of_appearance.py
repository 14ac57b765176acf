# caught by: Ties between classes go to the label that sorts first
# Takes the classes as they come in y, so that ties go to the class seen first.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts, np.int64)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    shares[np.argsort(-remainders, kind="stable")[: k - shares.sum()]] += 1
    return shares


def stratified_sample(y, k, rng):
    rows = {}
    for row, label in enumerate(np.asarray(y).tolist()):
        rows.setdefault(label, []).append(row)
    drawn = []
    for members, quota in zip(rows.values(), quotas([len(members) for members in rows.values()], k)):
        drawn.extend(rng.permutation(members)[:quota].tolist())
    return drawn
