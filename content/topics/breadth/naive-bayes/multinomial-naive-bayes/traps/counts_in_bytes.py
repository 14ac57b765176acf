# caught by: Thousands of words do not underflow
# Adds up bytes in bytes: a matrix product keeps the type of the counts.
import numpy as np


def naive_bayes(X, y, queries, alpha=1.0):
    X, y, queries = np.asarray(X), np.asarray(y), np.asarray(queries)
    k, V = y.max() + 1, X.shape[1]
    prior, words = np.zeros(k), np.zeros((k, V))
    for c in range(k):
        rows = X[y == c]
        prior[c] = len(rows) / len(X)
        counts = np.ones(len(rows), rows.dtype) @ rows
        words[c] = (counts + alpha) / (counts.sum() + alpha * V)
    scores = np.log(prior) + queries @ np.log(words).T
    scores = scores - scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return np.argmax(logs >= logs.max(axis=1, keepdims=True) - 1e-8, axis=1), logs
