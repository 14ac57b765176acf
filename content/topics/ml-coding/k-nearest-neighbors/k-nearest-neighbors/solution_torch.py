import torch
from torch import Tensor


def knn_predict(X_train: Tensor, y_train: Tensor, X_test: Tensor, k: int) -> Tensor:
    """Predict the class of each test row by a majority vote of its k nearest training rows.

    Parameters
    ----------
    X_train : float tensor of shape (n, d)
    y_train : int tensor of shape (n,)
        The class of each training row; any integers.
    X_test : float tensor of shape (m, d)
    k : int
        How many neighbors vote, from 1 to n.

    Returns
    -------
    classes : int tensor of shape (m,)
        The class with most votes, the smallest one on a tie.

    Raises
    ------
    ValueError
        If k is less than 1 or greater than n.

    Notes
    -----
    By default `cdist` expands the square into a matrix product once there are more than 25 rows, and loses
    the digits that count far from the origin; here it must subtract. `topk` promises no order among equal
    distances, a stable sort does. Among equal votes `argmax` takes the first. O(m n (d + log n)) time,
    O(m n) memory.
    """
    n = len(X_train)
    if not 1 <= k <= n:
        raise ValueError(f"k must be from 1 to {n}, got {k}")
    distances = torch.cdist(X_test, X_train, compute_mode="donot_use_mm_for_euclid_dist")
    neighbors = distances.argsort(dim=1, stable=True)[:, :k]
    classes, codes = y_train.unique(return_inverse=True)
    ballots = codes[neighbors]
    votes = ballots.new_zeros(len(X_test), len(classes)).scatter_add(1, ballots, torch.ones_like(ballots))
    return classes[votes.argmax(dim=1)]
