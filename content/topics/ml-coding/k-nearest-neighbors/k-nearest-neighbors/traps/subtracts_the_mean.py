# caught by: Rows a millionth or a billionth apart
# Centering looks harmless, and helps the expanded square; but beside a far mean, rows near the origin are rounded to one.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    middle = X_train.mean(axis=0)
    X, T = X_train - middle, X_test - middle
    answer = np.empty(len(T), dtype=np.int64)
    for i, row in enumerate(T):
        near = ((X - row) ** 2).sum(axis=1).argsort(kind="stable")[:k]
        classes, votes = np.unique(y_train[near], return_counts=True)
        answer[i] = classes[votes.argmax()]
    return answer
