import torch
from torch import Tensor


def gradient_descent(X: Tensor, y: Tensor, step: float, steps: int) -> tuple[Tensor, Tensor, Tensor]:
    """Linear regression by full-batch gradient descent from zero on half the mean squared error.

    Parameters
    ----------
    X : tensor of shape (n, d)
        Features.
    y : tensor of shape (n,)
        Targets.
    step : float
        Learning rate, positive.
    steps : int
        How many updates to make.

    Returns
    -------
    tuple of (tensor of shape (d,), tensor of one number, tensor of shape (steps + 1,))
        Weights, intercept, and the loss after 0, 1, ..., `steps` updates.

    Raises
    ------
    ValueError
        If step is not positive (NaN is not) or steps is negative.

    Notes
    -----
    One residual vector gives the loss and both gradients, which is less work than recording a graph for
    autograd in every step. `torch.zeros` would be of float32; `new_zeros` takes the type of X. O(n d) per step.
    """
    if not step > 0 or steps < 0:
        raise ValueError(f"step must be positive and steps not negative, got {step} and {steps}")
    X, y = X.double(), y.double()
    w, b = X.new_zeros(X.shape[1]), X.new_zeros(())
    losses = []
    for _ in range(steps):
        residual = X @ w + b - y
        losses.append(residual.square().mean() / 2)
        w = w - step / len(y) * (residual @ X)
        b = b - step * residual.mean()
    losses.append((X @ w + b - y).square().mean() / 2)
    return w, b, torch.stack(losses)
