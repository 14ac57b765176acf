import torch.nn.functional as F
from torch import Tensor


def hinge_subgradient(w: Tensor, b: float, X: Tensor, y: Tensor, lam: float) -> tuple[Tensor, Tensor, Tensor]:
    """Objective of a linear SVM and a subgradient of it.

    Parameters
    ----------
    w : tensor of shape (d,)
        The weights.
    b : float
        The bias, which is not penalized.
    X : tensor of shape (n, d)
        One example per row.
    y : tensor of shape (n,)
        Labels, -1 or +1.
    lam : float
        The weight of the penalty `lam / 2 * ||w||^2`, 0 or more.

    Returns
    -------
    loss : tensor of one number
        The penalty plus the mean hinge loss.
    dw : tensor of shape (d,)
        A subgradient in w; any one where several exist.
    db : tensor of one number
        The same in b.

    Notes
    -----
    Only examples with a positive loss pull, each with -y x / n. At a margin of exactly 1 this picks the
    slope 0, one of the valid choices, and the one that autograd picks for ReLU. O(n d).
    """
    X, y = X.double(), y.double()
    slack = F.relu(1 - y * (X @ w + b))
    loss = lam / 2 * (w @ w) + slack.mean()
    pull = y * (slack > 0) / len(y)
    return loss, lam * w - pull @ X, -pull.sum()
