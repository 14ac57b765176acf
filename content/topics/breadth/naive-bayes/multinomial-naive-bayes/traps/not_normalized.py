# caught by: The example in the statement
# Joint log-probabilities, which do not sum to one.
import numpy as np


def naive_bayes(X, y, queries, alpha=1.0):
    X, y, queries = np.array(X, dtype=float), np.array(y), np.array(queries, dtype=float)
    k, V = y.max() + 1, X.shape[1]
    prior, words = np.zeros(k), np.zeros((k, V))
    for c in range(k):
        rows = X[y == c]
        prior[c] = len(rows) / len(X)
        counts = rows.sum(axis=0)
        words[c] = (counts + alpha) / (counts.sum() + alpha * V)
    scores = np.log(prior) + queries @ np.log(words).T
    logs = scores
    return np.argmax(logs >= logs.max(axis=1, keepdims=True) - 1e-8, axis=1), logs
