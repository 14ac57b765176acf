import torch
import torch.nn.functional as F
from torch import Tensor


def attention_by_blocks(Q: Tensor, K: Tensor, V: Tensor, block: int) -> tuple[Tensor, Tensor]:
    """Softmax attention in one pass over blocks of keys.

    Parameters
    ----------
    Q : tensor of shape (n, d)
    K : tensor of shape (m, d)
    V : tensor of shape (m, dv)
    block : int
        Keys that are taken at a time.

    Returns
    -------
    O : tensor of shape (n, dv)
        The outputs; zero without keys.
    lse : tensor of shape (n,)
        The logarithm of the sum of exponential scores; -inf without keys.

    Notes
    -----
    A block is a set of keys like any other: it is attended to by itself, and combined with all before it.
    Without keys, `split` gives one block of none. O(n m (d + dv)) time, O(n (block + dv)) memory.
    """
    Q = Q.double() / Q.shape[1] ** 0.5
    out, lse = Q.new_zeros(len(Q), V.shape[1]), Q.new_full((len(Q),), -torch.inf)
    for keys, values in zip(K.split(block), V.split(block), strict=True):
        scores = Q @ keys.double().T
        out, lse = combine(out, lse, F.softmax(scores, dim=1) @ values.double(), scores.logsumexp(dim=1))
    return out, lse


def combine(O1: Tensor, lse1: Tensor, O2: Tensor, lse2: Tensor) -> tuple[Tensor, Tensor]:
    """Attention over two disjoint sets of keys, from that over each.

    Parameters
    ----------
    O1, O2 : tensors of shape (n, dv)
        Outputs over each set.
    lse1, lse2 : tensors of shape (n,)
        Their logarithms of sums of exponential scores, -inf for an empty set.

    Returns
    -------
    O, lse : tensors of shape (n, dv) and (n,)
        Those over both sets.

    Notes
    -----
    Each output weighs as its set does in the sum of exponentials.
    """
    lse = torch.logaddexp(lse1, lse2)
    shift = lse.masked_fill(lse.isneginf(), 0)
    return (lse1 - shift).exp()[:, None] * O1 + (lse2 - shift).exp()[:, None] * O2, lse
