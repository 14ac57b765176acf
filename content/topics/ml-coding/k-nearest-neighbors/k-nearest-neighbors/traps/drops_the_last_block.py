# caught by: With k = 1, every training row gets its own class
# Classifies the test rows in blocks to save memory, and forgets those that do not fill one.
import numpy as np

BLOCK = 256


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    classes, codes = np.unique(y_train, return_inverse=True)
    answer = np.zeros(len(X_test), dtype=y_train.dtype)
    for block in range(max(1, len(X_test) // BLOCK)):
        rows = slice(block * BLOCK, (block + 1) * BLOCK)
        distances = sum((test[:, None] - train) ** 2 for test, train in zip(X_test[rows].T, X_train.T, strict=True))
        neighbors = distances.argsort(axis=1, kind="stable")[:, :k]
        votes = (codes[neighbors][:, :, None] == np.arange(len(classes))).sum(axis=1)
        answer[rows] = classes[votes.argmax(axis=1)]
    return answer
