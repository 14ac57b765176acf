import torch
from torch import Tensor


def token_probabilities(
    logits: Tensor,
    temperature: float = 1.0,
    top_k: int | None = None,
    top_p: float = 1.0,
    min_p: float = 0.0,
) -> Tensor:
    """The probabilities that the next token is drawn from.

    Parameters
    ----------
    logits : tensor of shape (V,)
        May hold -inf, but not everywhere.
    temperature : float
        Divides the logits; 0 is greedy.
    top_k : int or None
        How many tokens are kept at most.
    top_p : float
        Keep the fewest tokens that reach this probability.
    min_p : float
        Keep tokens with at least this share of the largest probability.

    Returns
    -------
    tensor of shape (V,)
        Zero for the tokens cut off; sums to one.

    Raises
    ------
    ValueError
        If an argument is out of its range.

    Notes
    -----
    Every cut keeps a beginning of one ranking, so one stable sort serves all (`topk` promises no order among
    equal logits): O(V log V). Weights are relative to the largest, which is 1: nothing overflows, and the
    min-p cut needs no scaling.
    """
    if temperature < 0 or (top_k is not None and top_k < 1) or not 0 < top_p <= 1 or not 0 <= min_p <= 1:
        raise ValueError("a parameter is out of its range")
    z, order = torch.sort(logits.double(), descending=True, stable=True)
    if temperature == 0:
        weights = z.new_ones(1)
    else:
        weights = torch.exp((z[:top_k] - z[0]) / temperature)
        if top_p < 1:
            short = weights.cumsum(dim=0) < top_p * weights.sum()
            weights = weights[: short.sum() + 1]
        weights = weights[weights >= min_p]
    return torch.zeros_like(z).scatter(0, order[: len(weights)], weights / weights.sum())
