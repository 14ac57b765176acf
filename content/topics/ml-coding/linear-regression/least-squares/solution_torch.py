import torch
from torch import Tensor


def least_squares(X: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Least-squares weights and intercept, the weights of smallest norm.

    Parameters
    ----------
    X : tensor of shape (n, d)
        Features.
    y : tensor of shape (n,)
        Targets.

    Returns
    -------
    tuple of (tensor of shape (d,), tensor of one number)
        Weights w and intercept b. Among all minimizers of the squared error, w has the smallest
        Euclidean norm; b does not count in it.

    Notes
    -----
    Centering removes the intercept, the pseudoinverse of the centered columns gives the smallest weights.
    The cutoff of `torch.linalg.lstsq` is relative to the centered columns alone; where all of these are
    nothing but rounding, it takes the rounding for data. O(n d min(n, d)) time, O(n d) memory.
    """
    X, y = X.double(), y.double()
    center, level = X.mean(dim=0), y.mean()
    empty = 1e-11 * torch.linalg.norm(X)
    w = torch.linalg.pinv(X - center, atol=empty, rtol=0.0) @ (y - level)
    return w, level - center @ w
