# Lists and Counter, one pair of rows at a time.
from collections import Counter


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    rows, labels = X_train.tolist(), y_train.tolist()
    answer = []
    for q in X_test.tolist():
        nearest = sorted((sum((a - b) ** 2 for a, b in zip(x, q, strict=True)), i) for i, x in enumerate(rows))[:k]
        votes = Counter(labels[i] for _, i in nearest)
        answer.append(min(votes, key=lambda c, votes=votes: (-votes[c], c)))
    return answer
