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
    Of all centers c, the nearest to x maximizes x.c - c.c / 2, so one matrix product compares every
    point with every center. Measured from the first point, these numbers stay small, and the
    expansion stays accurate, however far from the origin the data lie.
    An iteration costs O(n k d) time and O(n k) memory.
    """
    X = np.asarray(X, float)
    origin = X[0]
    points, centers = X - origin, centers - origin
    labels = nearest(points, centers)
    for _ in range(max_iter):
        members = labels == np.arange(len(centers))[:, None]
        counts = members.sum(axis=1, keepdims=True)
        sums = members.astype(float) @ points
        moved = np.divide(sums, counts, out=centers.copy(), where=counts > 0)
        if np.array_equal(moved, centers):
            break
        centers = moved
        labels = nearest(points, centers)
    return labels, centers + origin


def nearest(points: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """The index of the nearest center to each point, the lower one on a tie."""
    scores = points @ centers.T
    scores -= (centers**2).sum(axis=1) / 2
    return scores.argmax(axis=1)
