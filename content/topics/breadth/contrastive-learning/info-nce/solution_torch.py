import torch
import torch.nn.functional as F
from torch import Tensor


def info_nce(U: Tensor, V: Tensor, temperature: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The symmetric InfoNCE loss of a batch of pairs, and its gradients.

    Parameters
    ----------
    U, V : tensors of shape (n, d)
        Row i of U and row i of V are a pair; no row is zero.
    temperature : float
        Cosines are divided by it.

    Returns
    -------
    loss : tensor of one number
        The mean over both directions and all pairs.
    dU, dV : tensors of shape (n, d)
        With respect to the rows as they were given.
    dtemperature : tensor of one number

    Notes
    -----
    The right class of row i is i: two cross-entropies on one matrix of logits, over its rows and over its
    columns. Autograd goes back from them to copies that record, not to the arguments. O(n^2 d).
    """
    U, V = (side.double().clone().requires_grad_() for side in (U, V))
    tau = torch.tensor(float(temperature), dtype=torch.float64, requires_grad=True)
    logits = F.normalize(U, dim=1) @ F.normalize(V, dim=1).T / tau
    pairs = torch.arange(len(U))
    loss = (F.cross_entropy(logits, pairs) + F.cross_entropy(logits.T, pairs)) / 2
    return loss.detach(), *torch.autograd.grad(loss, (U, V, tau))
