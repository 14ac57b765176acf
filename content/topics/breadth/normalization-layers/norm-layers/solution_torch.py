import torch
from torch import Tensor


def layer_norm(X: Tensor, gain: Tensor, bias: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalize each row to mean 0 and variance 1, then scale and shift.

    Parameters
    ----------
    X : tensor of shape (n, d)
    gain, bias : tensors of shape (d,)
    eps : float
        Added to the variance.

    Returns
    -------
    tensor of shape (n, d)
    """
    unit, _ = scaled(centered(X), eps)
    return gain * unit + bias


def layer_norm_backward(
    X: Tensor, gain: Tensor, bias: Tensor, G: Tensor, eps: float = 1e-5
) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients with respect to X, gain and bias, given that of the outputs, G of shape (n, d).

    Notes
    -----
    Back through the scaling as in `rms_norm_backward`; centering then takes the mean off the gradient, as it
    does off the row.
    """
    d_centered, dgain = rms_norm_backward(centered(X), gain, G, eps)
    return centered(d_centered), dgain, G.sum(dim=0)


def rms_norm(X: Tensor, gain: Tensor, eps: float = 1e-5) -> Tensor:
    """Divide each row by its root mean square, then scale; a tensor of shape (n, d)."""
    unit, _ = scaled(X, eps)
    return gain * unit


def rms_norm_backward(X: Tensor, gain: Tensor, G: Tensor, eps: float = 1e-5) -> tuple[Tensor, Tensor]:
    """Gradients with respect to X and gain, given that of the outputs, G of shape (n, d)."""
    unit, root = scaled(X, eps)
    u = G * gain
    return (u - unit * (u * unit).mean(dim=1, keepdim=True)) / root, (G * unit).sum(dim=0)


def centered(X: Tensor) -> Tensor:
    """Rows with their mean taken off."""
    X = X.double()
    return X - X.mean(dim=1, keepdim=True)


def scaled(X: Tensor, eps: float) -> tuple[Tensor, Tensor]:
    """Rows over their root mean square, and that root, of shape (n, 1)."""
    X = X.double()
    root = torch.sqrt(X.square().mean(dim=1, keepdim=True) + eps)
    return X / root, root
