# caught by: A few units apart, a hundred million from the origin or from one another
# The expanded square is only to choose candidates, with some to spare; but where it is rounded to units, all are alike.
import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    n = len(X_train)
    if k < 1 or k > n:
        raise ValueError("k")
    out = np.zeros(len(X_test), dtype=y_train.dtype)
    sq = (X_train**2).sum(1)
    for i, x in enumerate(X_test):
        rough = sq - 2 * (X_train @ x)
        cand = np.sort(np.argsort(rough, kind="stable")[: 2 * k + 10])
        dist = ((X_train[cand] - x) ** 2).sum(1)
        near = cand[np.argsort(dist, kind="stable")[:k]]
        classes, counts = np.unique(y_train[near], return_counts=True)
        out[i] = classes[np.argmax(counts)]
    return out
