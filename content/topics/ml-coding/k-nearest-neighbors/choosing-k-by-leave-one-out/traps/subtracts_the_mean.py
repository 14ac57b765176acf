# caught by: Rows a billionth apart, also with others far away
# Centering looks harmless; but beside a far mean, rows near the origin are rounded to one.
import numpy as np


def choose_k(X, y, k_max):
    n = len(X)
    if not 1 <= k_max <= n - 1:
        raise ValueError("k_max must be from 1 to n - 1")
    X = X - X.mean(axis=0)
    mistakes = np.zeros(k_max, dtype=int)
    for i, row in enumerate(X):
        squares = ((X - row) ** 2).sum(axis=1)
        squares[i] = np.inf
        votes = {}
        for place, j in enumerate(squares.argsort(kind="stable")[:k_max]):
            votes[int(y[j])] = votes.get(int(y[j]), 0) + 1
            mistakes[place] += min(votes, key=lambda label: (-votes[label], label)) != y[i]  # noqa: B023
    return int(mistakes.argmin()) + 1, mistakes
