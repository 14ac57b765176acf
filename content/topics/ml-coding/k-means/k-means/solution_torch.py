import torch
from torch import Tensor


def k_means(X: Tensor, centers: Tensor, max_iter: int) -> tuple[Tensor, Tensor]:
    """Cluster the rows of X by Lloyd's algorithm, starting from the given centers.

    Parameters
    ----------
    X : tensor of shape (n, d), float or int
        The points.
    centers : tensor of shape (k, d), float or int
        Where the centers start.
    max_iter : int, at least 0
        How many times the centers may be moved.

    Returns
    -------
    labels : int tensor of shape (n,)
        For each point the index of the nearest returned center; the lower index on a tie.
    centers : float tensor of shape (k, d)
        The centers at the end. One that lost all its points stays where it was.

    Notes
    -----
    By default `cdist` expands the square into a matrix product once there are more than 25 rows, and loses
    the digits that count far from the origin; here it must subtract. Among equal distances `argmin` takes
    the first. An iteration costs O(n k d) time and O(n k) memory.
    """
    X, centers = X.double(), centers.double()
    labels = nearest(X, centers)
    for _ in range(max_iter):
        counts = labels.bincount(minlength=len(centers))[:, None]
        sums = torch.zeros_like(centers).index_add(0, labels, X)
        moved = torch.where(counts > 0, sums / counts, centers)
        if torch.equal(moved, centers):
            break
        centers = moved
        labels = nearest(X, centers)
    return labels, centers


def nearest(X: Tensor, centers: Tensor) -> Tensor:
    """The index of the center of each point."""
    return torch.cdist(X, centers, compute_mode="donot_use_mm_for_euclid_dist").argmin(dim=1)
