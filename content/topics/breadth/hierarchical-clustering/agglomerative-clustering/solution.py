import numpy as np


def agglomerate(X: np.ndarray, linkage: str) -> np.ndarray:
    """Merge the two closest clusters until one is left.

    Parameters
    ----------
    X : array of shape (n, d)
    linkage : str
        "single", "complete" or "average".

    Returns
    -------
    array of shape (n - 1, 4)
        For each merge the numbers of both clusters, the lower first, their distance, and the points of the new one.

    Raises
    ------
    ValueError
        If there is no such linkage.

    Notes
    -----
    The distances of a merged cluster follow from those of its two parts (Lance and Williams). What is merged stays in
    the table, infinitely far from everything. O(n^3) time, nearly all of it in finding the smallest, and O(n^2) memory.
    """
    if linkage not in ("single", "complete", "average"):
        raise ValueError(f"no such linkage: {linkage!r}")
    X = np.asarray(X, float)
    n = len(X)
    sizes = np.ones(2 * n - 1)
    gaps = np.full((2 * n - 1, 2 * n - 1), np.inf)
    gaps[:n, :n] = np.sqrt(((X[:, None] - X) ** 2).sum(axis=2))
    np.fill_diagonal(gaps, np.inf)
    merges = np.empty((n - 1, 4))
    for new in range(n, 2 * n - 1):
        a, b = np.unravel_index(gaps[:new, :new].argmin(), (new, new))
        sizes[new] = sizes[a] + sizes[b]
        merges[new - n] = a, b, gaps[a, b], sizes[new]
        if linkage == "single":
            joined = np.minimum(gaps[a], gaps[b])
        elif linkage == "complete":
            joined = np.maximum(gaps[a], gaps[b])
        else:
            joined = (sizes[a] * gaps[a] + sizes[b] * gaps[b]) / sizes[new]
        gaps[new], gaps[:, new] = joined, joined
        gaps[[a, b]] = gaps[:, [a, b]] = np.inf
    return merges
