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
    One matrix product compares every center with every point, roughly: x.x - 2 x.c + c.c is off by some
    rounding units of its largest term. A point that has several centers within this error of the
    nearest is decided by plain differences, which are accurate wherever the data lie.
    An iteration costs O(n k d) time and O(n k) memory, unless most points are in doubt.
    """
    X, centers = np.asarray(X, float), np.array(centers, float)
    origin = X.mean(axis=0)
    points = (X - origin).T.copy()
    lengths = (points**2).sum(axis=0)

    def belongs(centers: np.ndarray) -> np.ndarray:
        """Whether a center (rows) is the one of a point (columns)."""
        shifted = centers - origin
        squares = (shifted**2).sum(axis=1, keepdims=True)
        rough = -2 * shifted @ points
        rough += squares
        near = rough <= rough.min(axis=0) + 1e-12 * (lengths + squares.max())
        doubtful = np.flatnonzero(near.sum(axis=0) > 1)
        exact = ((X[doubtful] - centers[:, None]) ** 2).sum(axis=2)
        near[:, doubtful] = exact.argmin(axis=0) == np.arange(len(centers))[:, None]
        return near

    members = belongs(centers)
    for _ in range(max_iter):
        counts = members.sum(axis=1, keepdims=True)
        sums = members.astype(float) @ X
        moved = np.divide(sums, counts, out=centers.copy(), where=counts > 0)
        if np.array_equal(moved, centers):
            break
        centers = moved
        members = belongs(centers)
    return members.argmax(axis=0), centers
