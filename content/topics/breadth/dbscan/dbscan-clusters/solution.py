import numpy as np

NOISE = -1


def dbscan(X: np.ndarray, eps: float, min_points: int) -> np.ndarray:
    """Label points by DBSCAN.

    Parameters
    ----------
    X : array of shape (n, d)
    eps : float
        Points at most this far apart are neighbors.
    min_points : int
        A core point has at least so many neighbors, itself among them.

    Returns
    -------
    array of shape (n,)
        The number of each point's cluster, -1 for noise.

    Notes
    -----
    Each cluster is found from its first core point, by a search that goes on from core points only. So a border
    point keeps the lowest number that reaches it. O(n^2 d) time, and n^2 bytes.
    """
    X = np.asarray(X, float)
    columns = np.ascontiguousarray(X.T)  # sums over long rows are quick
    near = np.array([((columns - x[:, None]) ** 2).sum(axis=0) <= eps * eps for x in X])
    core = near.sum(axis=1) >= min_points
    labels = np.full(len(X), NOISE)
    clusters = 0
    for start in np.flatnonzero(core):
        if labels[start] == NOISE:
            labels[start] = clusters
            waiting = [start]
            while waiting:
                reached = np.flatnonzero(near[waiting.pop()] & (labels == NOISE))
                labels[reached] = clusters
                waiting.extend(reached[core[reached]])
            clusters += 1
    return labels
