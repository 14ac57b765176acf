# caught by: Of equally many votes, the smallest class wins
# Counter.most_common returns the class that was seen first, which is the nearest one.
from collections import Counter

import numpy as np


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    answer = []
    for q in X_test:
        near = ((X_train - q) ** 2).sum(axis=1).argsort(kind="stable")[:k]
        answer.append(Counter(y_train[near].tolist()).most_common(1)[0][0])
    return np.array(answer)
