import numpy as np


def k_means(X: np.ndarray, centers: np.ndarray, max_iter: int) -> tuple[np.ndarray, np.ndarray]:
    """Cluster the rows of X by Lloyd's algorithm, starting from the given centers.

    Parameters
    ----------
    X : array of shape (n, d), float or int
        The points.
    centers : array of shape (k, d), float or int
        Where the centers start.
    max_iter : int, at least 0
        How many times the centers may be moved.

    Returns
    -------
    labels : int array of shape (n,)
        For each point the index of the nearest returned center; the lower index on a tie.
    centers : float array of shape (k, d)
        The centers at the end. One that lost all its points stays where it was.

    Notes
    -----
    Plain differences, one feature at a time: equal centers are at exactly equal distances, so the
    tie rule holds, and nothing cancels, wherever the data lie. The sums are one matrix product.
    An iteration costs O(n k d) time and O(n k) memory.
    """
    X, centers = X.astype(float), centers.astype(float)
    labels = nearest(X, centers)
    for _ in range(max_iter):
        members = labels == np.arange(len(centers))[:, None]
        counts = members.sum(axis=1, keepdims=True)
        moved = np.divide(members.astype(float) @ X, counts, out=centers.copy(), where=counts > 0)
        if np.array_equal(moved, centers):
            break
        centers = moved
        labels = nearest(X, centers)
    return labels, centers


def nearest(X: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """The index of the nearest center to each point, the lower one on a tie."""
    squares = sum((ours[:, None] - theirs) ** 2 for ours, theirs in zip(X.T, centers.T, strict=True))
    return squares.argmin(axis=1)
