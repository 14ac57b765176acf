import torch
import torch.nn.functional as F
from torch import Tensor


def logistic_loss(w: Tensor, b: float, X: Tensor, y: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Mean log loss of a linear classifier, and its gradient.

    Parameters
    ----------
    w : tensor of shape (d,)
        Weights.
    b : float
        Intercept.
    X : tensor of shape (n, d)
        Features.
    y : tensor of shape (n,)
        Labels, 0 or 1.

    Returns
    -------
    tuple of (tensor of one number, tensor of shape (d,), tensor of one number)
        The loss, its gradient in w, and its derivative in b.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1 (NaN is neither).

    Notes
    -----
    The loss that takes logits is stable, and so is what autograd makes of it. O(n d).
    """
    if not ((y == 0) | (y == 1)).all():
        raise ValueError("labels must be 0 or 1")
    w = w.double().clone().requires_grad_()
    intercept = torch.tensor(float(b), dtype=torch.float64, requires_grad=True)
    loss = F.binary_cross_entropy_with_logits(X.double() @ w + intercept, y.double())
    return loss, *torch.autograd.grad(loss, (w, intercept))
