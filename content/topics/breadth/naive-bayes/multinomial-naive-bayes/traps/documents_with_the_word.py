# caught by: The example in the statement
# Counts documents that contain a word, as in the Bernoulli model.
import numpy as np


def naive_bayes(X, y, queries, alpha=1.0):
    X, y, queries = np.array(X, dtype=float), np.array(y), np.array(queries, dtype=float)
    k, V = y.max() + 1, X.shape[1]
    prior, words = np.zeros(k), np.zeros((k, V))
    for c in range(k):
        rows = X[y == c]
        prior[c] = len(rows) / len(X)
        counts = (rows > 0).sum(axis=0)
        words[c] = (counts + alpha) / (counts.sum() + alpha * V)
    scores = np.log(prior) + queries @ np.log(words).T
    scores = scores - scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return np.argmax(logs >= logs.max(axis=1, keepdims=True) - 1e-8, axis=1), logs
