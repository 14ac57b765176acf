# caught by: Classes may be any 64-bit integers
# Labels become floats with the rest of the table, and beyond 2**53 two of them become one.
import numpy as np


def choose_k(X, y, k_max):
    n = len(X)
    if k_max < 1 or k_max > n - 1:
        raise ValueError("k_max")
    y = y.astype(float).tolist()
    mistakes = [0] * k_max
    for i in range(n):
        dist = ((X - X[i]) ** 2).sum(1)
        dist[i] = np.inf
        near = np.argsort(dist, kind="stable")[:k_max].tolist()
        votes = {}
        lead, most = None, 0
        for k, r in enumerate(near):
            c = y[r]
            votes[c] = votes.get(c, 0) + 1
            if votes[c] > most or (votes[c] == most and c < lead):
                lead, most = c, votes[c]
            mistakes[k] += lead != y[i]
    return 1 + mistakes.index(min(mistakes)), np.array(mistakes)
