import torch
import torch.nn.functional as F
from torch import Tensor


def schedule(steps: int, first: float = 1e-4, last: float = 0.02) -> tuple[Tensor, Tensor]:
    """The betas of a linear schedule and, for each step, the product of all alphas so far: two tensors of `steps`."""
    betas = torch.linspace(first, last, steps, dtype=torch.float64)
    return betas, torch.cumprod(1 - betas, dim=0)


def add_noise(X: Tensor, t: Tensor, noise: Tensor, betas: Tensor) -> Tensor:
    """Clean rows after `t[i]` steps each, in one go: a tensor of shape (n, d)."""
    kept = torch.cumprod(1 - betas, dim=0)[t - 1, None]
    return kept.sqrt() * X + (1 - kept).sqrt() * noise


def predict_noise(X: Tensor, t: int, data: Tensor, betas: Tensor) -> Tensor:
    """The expected noise in rows at step t, if the clean ones are rows of `data`.

    Parameters
    ----------
    X : tensor of shape (n, d)
    t : int
        From 1 to T.
    data : tensor of shape (m, d)
        Each row is equally likely.
    betas : tensor of shape (T,)

    Returns
    -------
    tensor of shape (n, d)

    Notes
    -----
    A softmax over the rows of data, which may be far away: its exponents are shifted, so that not all
    weights can be zero. O(n m d).
    """
    X, data = X.double(), data.double()
    kept = (1 - betas[:t]).prod()
    squares = (X[:, None] - kept.sqrt() * data).square().sum(dim=2)
    clean = F.softmax(-squares / (2 * (1 - kept)), dim=1) @ data
    return (X - kept.sqrt() * clean) / (1 - kept).sqrt()


def step_back(X: Tensor, t: int, predicted: Tensor, noise: Tensor, betas: Tensor) -> Tensor:
    """Rows at step t - 1 from rows at step t: a tensor of shape (n, d). The last step, t = 1, adds no noise."""
    beta, kept = betas[t - 1], (1 - betas[:t]).prod()
    mean = (X.double() - beta / (1 - kept).sqrt() * predicted) / (1 - beta).sqrt()
    return mean + beta.sqrt() * noise if t > 1 else mean


def sample(X: Tensor, noises: Tensor, data: Tensor, betas: Tensor) -> Tensor:
    """All steps back from pure noise X: a tensor of shape (n, d). Step t uses `noises[t - 1]`, of shape (n, d)."""
    for t in range(len(betas), 0, -1):
        X = step_back(X, t, predict_noise(X, t, data, betas), noises[t - 1], betas)
    return X
