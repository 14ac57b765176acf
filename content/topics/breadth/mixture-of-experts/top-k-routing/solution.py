import numpy as np


def best(logits: np.ndarray, k: int) -> np.ndarray:
    """The k best experts of each token, the better one first; of equal ones the first."""
    if not 1 <= k <= logits.shape[1]:
        raise ValueError("k must be at least 1 and at most the number of experts")
    return np.argsort(-logits, axis=1, kind="stable")[:, :k]


def route(logits: np.ndarray, k: int, capacity: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Choose experts for tokens, weigh them, and give each choice a place in its expert's buffer.

    Parameters
    ----------
    logits : array of shape (n, experts)
    k : int
        How many experts a token chooses.
    capacity : int
        How many tokens an expert takes.

    Returns
    -------
    choices : array of shape (n, k), integers
        The experts of each token, the best first.
    gates : array of shape (n, k)
        The weights of its choices, 0 for those without a place.
    slots : array of shape (n, k), integers
        Their places, counted from 0 in each expert, -1 for those without one.

    Raises
    ------
    ValueError
        If k is not from 1 to the number of experts, or the capacity is less than 1.

    Notes
    -----
    All first choices queue before all second ones. Counting costs O(n k experts).
    """
    logits = np.asarray(logits, float)
    if capacity < 1:
        raise ValueError("an expert must take a token or more")
    choices = best(logits, k)
    top = np.take_along_axis(logits, choices, axis=1)
    gates = np.exp(top - top[:, :1])
    gates /= gates.sum(axis=1, keepdims=True)
    queue = choices.T.ravel()
    before = np.cumsum(queue[:, None] == np.arange(logits.shape[1]), axis=0) - 1
    slots = np.take_along_axis(before, queue[:, None], axis=1).reshape(k, len(logits)).T
    full = slots >= capacity
    gates[full], slots[full] = 0, -1
    return choices, gates, slots


def balance_loss(logits: np.ndarray, k: int) -> tuple[float, np.ndarray]:
    """The loss that is small when experts are chosen alike, and its gradient with respect to the logits.

    The gradient is an array of shape (n, experts), in which shares of choices count as constant. Raises ValueError if k
    is not from 1 to the number of experts.
    """
    logits = np.asarray(logits, float)
    n, experts = logits.shape
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    shares = np.bincount(best(logits, k).ravel(), minlength=experts) / (n * k)
    expected = chances @ shares
    return experts * float(expected.mean()), experts / n * chances * (shares - expected[:, None])
