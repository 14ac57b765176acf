import numpy as np


def grow_tree(X: np.ndarray, y: np.ndarray, max_depth: int) -> dict:
    """Grow a classification tree by splitting where the Gini impurity falls most.

    Parameters
    ----------
    X : float array of shape (n, d)
    y : int array of shape (n,)
        The class of each row; any integers.
    max_depth : int, at least 0
        How many questions may stand above a leaf.

    Returns
    -------
    tree : dict
        A leaf `{"label": class}`, or a node `{"feature": j, "threshold": t, "left": tree, "right":
        tree}` whose left side holds the rows with X[:, j] <= t.

    Notes
    -----
    Recursion on the rows of a node. One sort of every column and a running count of each
    class give all its splits at once; the best one has the largest sum of count ** 2 / size over
    both sides. A level of the tree costs O(d n (log n + C)) time for C classes.
    """
    classes, codes = np.unique(y, return_inverse=True)
    return grow(np.asarray(X, float), codes, classes, max_depth)


def grow(X: np.ndarray, codes: np.ndarray, classes: np.ndarray, depth: int) -> dict:
    """The tree over some rows whose classes are `classes[codes]`, with so much depth left."""
    counts = np.bincount(codes)
    split = best_split(X, codes, counts) if depth > 0 and counts.max() < len(X) else None
    if split is None:
        return {"label": int(classes[counts.argmax()])}
    feature, threshold = split
    goes_left = X[:, feature] <= threshold
    left = grow(X[goes_left], codes[goes_left], classes, depth - 1)
    right = grow(X[~goes_left], codes[~goes_left], classes, depth - 1)
    return {"feature": feature, "threshold": threshold, "left": left, "right": right}


def best_split(X: np.ndarray, codes: np.ndarray, counts: np.ndarray) -> tuple[int, float] | None:
    """The feature and threshold of a split with the largest Gini gain, if there is any split."""
    n = len(X)
    order = X.argsort(axis=0)
    values = np.take_along_axis(X, order, axis=0)
    allowed = values[:-1] < values[1:]
    if not allowed.any():
        return None
    present = np.flatnonzero(counts)[:, None, None]
    left = (codes[order[:-1]] == present).cumsum(axis=1)
    right = counts[present] - left
    sizes = np.arange(1, n)[:, None]
    purity = (left**2).sum(axis=0) / sizes + (right**2).sum(axis=0) / (n - sizes)
    purity[~allowed] = -np.inf
    row, feature = np.unravel_index(purity.argmax(), purity.shape)
    return int(feature), float(values[row, feature] + values[row + 1, feature]) / 2


def predict(tree: dict, X: np.ndarray) -> np.ndarray:
    """Predict the class of each row by following the tree's questions.

    Parameters
    ----------
    tree : dict
        As `grow_tree` returns it.
    X : float array of shape (m, d)

    Returns
    -------
    classes : int array of shape (m,)
    """
    X = np.asarray(X, float)
    if "label" in tree:
        return np.full(len(X), tree["label"])
    goes_left = X[:, tree["feature"]] <= tree["threshold"]
    classes = np.empty(len(X), dtype=int)
    classes[goes_left] = predict(tree["left"], X[goes_left])
    classes[~goes_left] = predict(tree["right"], X[~goes_left])
    return classes
