import torch.nn.functional as F
from torch import Tensor


def lora_forward(X: Tensor, W: Tensor, A: Tensor, B: Tensor, alpha: float) -> Tensor:
    """Outputs of a linear layer with a low-rank update.

    Parameters
    ----------
    X : tensor of shape (n, in)
    W : tensor of shape (out, in)
    A : tensor of shape (r, in)
    B : tensor of shape (out, r)
    alpha : float
        The update is scaled by alpha / r.

    Returns
    -------
    tensor of shape (n, out)

    Notes
    -----
    Two thin layers in a row, so that B A is never formed: O(n (in out + r (in + out))).
    """
    X = X.double()
    return F.linear(X, W) + alpha / len(A) * F.linear(F.linear(X, A), B)


def lora_gradients(
    X: Tensor, W: Tensor, A: Tensor, B: Tensor, alpha: float, G: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients with respect to A, B and X.

    Parameters
    ----------
    X, W, A, B, alpha
        As of the forward pass.
    G : tensor of shape (n, out)
        The gradient of the loss with respect to the outputs.

    Returns
    -------
    dA, dB, dX : tensors of the shapes of A, B and X

    Notes
    -----
    Backpropagation through two linear layers in a row; X also gets what comes through W.
    """
    X, G = X.double(), G.double()
    scale = alpha / len(A)
    back = scale * (G @ B)
    return back.T @ X, scale * G.T @ (X @ A.T), G @ W + back @ A


def lora_merge(W: Tensor, A: Tensor, B: Tensor, alpha: float) -> Tensor:
    """The weights of a plain layer with the same outputs, a new tensor of shape (out, in)."""
    return W + alpha / len(A) * (B @ A)
