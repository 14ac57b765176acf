# caught by: The inputs are not modified
# A single column needs no index, so it is sorted where it stands.
import numpy as np


def best(X, codes, C):
    n, d = X.shape
    total = np.bincount(codes, minlength=C)
    found = None
    for j in range(d):
        order = np.argsort(X[:, j], kind="stable")
        v = X[order, j]
        cand = np.nonzero(v[1:] > v[:-1])[0]
        if len(cand) == 0:
            continue
        onehot = np.zeros((n, C))
        onehot[np.arange(n), codes[order]] = 1
        left = np.cumsum(onehot, axis=0)[cand]
        nl = cand + 1.0
        score = (left**2).sum(1) / nl + ((total - left) ** 2).sum(1) / (n - nl)
        k = int(np.argmax(score))
        if found is None or score[k] / n > found[2]:
            i = cand[k]
            found = (j, float((v[i] + v[i + 1]) / 2), score[k] / n)
    return found


def grow_tree(X, y, max_depth):
    def grow(rows, depth):
        classes, codes, counts = np.unique(y[rows], return_inverse=True, return_counts=True)
        codes = codes.reshape(-1)
        label = int(classes[np.argmax(counts)])
        if len(classes) == 1 or depth == max_depth:
            return {"label": label}
        split = best(X[rows], codes, len(classes))
        if split is None:
            return {"label": label}
        j, t, _ = split
        go = X[rows, j] <= t
        return {"feature": j, "threshold": t, "left": grow(rows[go], depth + 1), "right": grow(rows[~go], depth + 1)}

    tree = grow(np.arange(len(X)), 0)
    if X.shape[1] == 1:
        X.sort(axis=0)
    return tree


def predict(tree, X):
    out = np.zeros(len(X), dtype=np.int64)
    stack = [(tree, np.arange(len(X)))]
    while stack:
        node, rows = stack.pop()
        if "label" in node:
            out[rows] = node["label"]
        else:
            go = X[rows, node["feature"]] <= node["threshold"]
            stack.append((node["left"], rows[go]))
            stack.append((node["right"], rows[~go]))
    return out
