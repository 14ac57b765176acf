# caught by: 1,050 of 2,000 rows: the distances to old choices are not computed again
# Takes or leaves rows at random, by their share of the largest weight, and gives up after twenty tries.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError(f"k must be from 1 to {n}, got {k}")
    chosen = [int(rng.integers(n))]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
        if not nearest.any():
            chosen.append(int(rng.choice([i for i in range(n) if i not in chosen])))
            continue
        largest = nearest.max()
        for _ in range(20):
            row = int(rng.integers(n))
            if rng.random() * largest < nearest[row]:
                break
        else:
            row = int(nearest.argmax())
        chosen.append(row)
    return np.array(chosen)
