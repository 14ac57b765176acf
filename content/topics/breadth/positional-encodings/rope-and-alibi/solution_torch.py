import torch
from torch import Tensor


def rotate(X: Tensor, positions: Tensor, base: float = 10000.0, halves: bool = False) -> Tensor:
    """Turn queries or keys by their positions (RoPE).

    Parameters
    ----------
    X : tensor of shape (n, d)
        d is even.
    positions : tensor of int, shape (n,)
        The place of each row.
    base : float
        Pair i turns by base ** (-2 i / d) for each step of the position.
    halves : bool
        Whether pairs are coordinates i and i + d/2; else they are neighbors.

    Returns
    -------
    tensor of shape (n, d)

    Raises
    ------
    ValueError
        If d is odd.

    Notes
    -----
    Each pair is a point in the plane, turned by an angle in proportion to its position: O(n d).
    The angles need float64: seven digits of a far position leave few for its cosine.
    """
    d = X.shape[1]
    if d % 2:
        raise ValueError("the width must be even")
    X = X.double()
    angles = torch.outer(positions.double(), base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d))
    cos, sin = angles.cos(), angles.sin()
    a, b = X.chunk(2, dim=1) if halves else (X[:, 0::2], X[:, 1::2])
    turned = a * cos - b * sin, a * sin + b * cos
    return torch.cat(turned, dim=1) if halves else torch.stack(turned, dim=2).flatten(1)


def alibi(heads: int, queries: int, keys: int) -> Tensor:
    """Penalties on distance for causal attention (ALiBi).

    Parameters
    ----------
    heads : int
        A power of two.
    queries, keys : int
        The queries are the last of the keys' positions.

    Returns
    -------
    tensor of shape (heads, queries, keys)
        To be added to the scores.

    Raises
    ------
    ValueError
        If `heads` is no power of two or there are more queries than keys.
    """
    if heads < 1 or heads & (heads - 1) or queries > keys:
        raise ValueError("heads must be a power of two, and queries no more than keys")
    distance = torch.arange(keys - queries, keys)[:, None] - torch.arange(keys)
    slopes = 2.0 ** (-8 * torch.arange(1, heads + 1, dtype=torch.float64) / heads)
    return (slopes[:, None, None] * -distance).masked_fill(distance < 0, -torch.inf)
