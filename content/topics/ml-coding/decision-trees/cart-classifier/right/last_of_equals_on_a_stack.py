# Compares fractions of whole numbers, takes the last of equally good splits, and keeps a stack.
import numpy as np


def grow_tree(X, y, max_depth):
    root = {}
    stack = [(root, np.arange(len(X)), 0)]
    while stack:
        node, rows, depth = stack.pop()
        labels, codes, counts = np.unique(y[rows], return_inverse=True, return_counts=True)
        n, best, num, den = len(rows), None, -1, 1
        if len(labels) > 1 and depth < max_depth:
            for j in reversed(range(X.shape[1])):
                order = np.argsort(X[rows, j], kind="stable").tolist()
                values = X[rows, j].tolist()
                left, right = [0] * len(counts), counts.tolist()
                sl, sr = 0, sum(c * c for c in right)
                for k in range(n - 1):
                    c = int(codes[order[k]])
                    sl += 2 * left[c] + 1
                    sr -= 2 * right[c] - 1
                    left[c] += 1
                    right[c] -= 1
                    low, high = values[order[k]], values[order[k + 1]]
                    if low < high:
                        p, q = sl * (n - k - 1) + sr * (k + 1), (k + 1) * (n - k - 1)
                        if p * den >= num * q:
                            num, den, best = p, q, (j, low + (high - low) / 2)
        if best is None:
            node["label"] = labels[counts.argmax()]
            continue
        node["feature"], node["threshold"] = best
        node["left"], node["right"] = {}, {}
        goes_left = X[rows, best[0]] <= best[1]
        stack += [(node["left"], rows[goes_left], depth + 1), (node["right"], rows[~goes_left], depth + 1)]
    return root


def predict(tree, X):
    places, nodes = [np.arange(len(X))], [tree]
    classes = np.zeros(len(X), dtype=np.int64)
    while nodes:
        node, rows = nodes.pop(), places.pop()
        if "label" in node:
            classes[rows] = node["label"]
        else:
            goes_left = X[rows, node["feature"]] <= node["threshold"]
            nodes += [node["left"], node["right"]]
            places += [rows[goes_left], rows[~goes_left]]
    return classes
