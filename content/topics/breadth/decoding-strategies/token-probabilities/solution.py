import numpy as np
from numpy.typing import ArrayLike


def token_probabilities(
    logits: ArrayLike,
    temperature: float = 1.0,
    top_k: int | None = None,
    top_p: float = 1.0,
    min_p: float = 0.0,
) -> np.ndarray:
    """The probabilities that the next token is drawn from.

    Parameters
    ----------
    logits : array_like of shape (V,)
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
    array of shape (V,)
        Zero for the tokens cut off; sums to one.

    Raises
    ------
    ValueError
        If an argument is out of its range.

    Notes
    -----
    Every cut keeps a beginning of one ranking, so one stable sort serves all: O(V log V). Weights are
    relative to the largest, which is 1: nothing overflows, and the min-p cut needs no scaling.
    """
    if temperature < 0 or (top_k is not None and top_k < 1) or not 0 < top_p <= 1 or not 0 <= min_p <= 1:
        raise ValueError("a parameter is out of its range")
    z = np.asarray(logits, float)
    probabilities = np.zeros(len(z))
    if temperature == 0:
        probabilities[z.argmax()] = 1
        return probabilities
    order = np.argsort(-z, kind="stable")[:top_k]
    weights = np.exp((z[order] - z[order[0]]) / temperature)
    if top_p < 1:
        weights = weights[: np.searchsorted(np.cumsum(weights), top_p * weights.sum()) + 1]
    weights = weights[weights >= min_p]
    probabilities[order[: len(weights)]] = weights / weights.sum()
    return probabilities
