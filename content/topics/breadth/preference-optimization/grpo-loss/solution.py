import numpy as np


def group_advantages(rewards: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Rewards in standard deviations from the mean of their group.

    Parameters
    ----------
    rewards : n numbers
    groups : n whole numbers
        Equal ones are answers to one prompt.

    Returns
    -------
    array of n floats, 0 in groups whose rewards are all equal

    Notes
    -----
    Shifted by a reward of the group first: equal ones become 0 without rounding. O(n log n).
    """
    _, first, group = np.unique(np.asarray(groups), return_index=True, return_inverse=True)
    size, rewards = np.bincount(group), np.asarray(rewards, float)
    shifted = rewards - rewards[first][group]
    centered = shifted - (np.bincount(group, shifted) / size)[group]
    spread = np.sqrt(np.bincount(group, centered**2) / size)[group]
    return np.divide(centered, spread, out=np.zeros(len(rewards)), where=spread > 0)


def grpo_loss(
    logps: np.ndarray,
    old_logps: np.ndarray,
    mask: np.ndarray,
    advantages: np.ndarray,
    low: float = 0.2,
    high: float = 0.2,
) -> tuple[float, np.ndarray]:
    """The clipped loss of GRPO, and its gradient with respect to logps.

    Parameters
    ----------
    logps, old_logps : arrays of shape (n, T)
        Log-probabilities of the tokens, by the trained policy and by the one that drew them.
    mask : array of shape (n, T)
        1 where a token counts; elsewhere a log-probability may be anything.
    advantages : n numbers
    low, high : float
        Ratios are cut to 1 - low and 1 + high.

    Returns
    -------
    loss, gradient : a float and an array of shape (n, T)

    Notes
    -----
    Where the cut term is the smaller one the gradient is 0. O(n T).
    """
    mask, A = np.asarray(mask, bool), np.asarray(advantages, float)[:, None]
    current, old = (np.where(mask, np.asarray(one, float), 0) for one in (logps, old_logps))
    ratio = np.exp(current - old)
    plain, cut = ratio * A, np.clip(ratio, 1 - low, 1 + high) * A
    weight = mask / np.maximum(mask.sum(axis=1, keepdims=True), 1) / len(A)
    loss = -np.sum(weight * np.minimum(plain, cut))
    return float(loss), np.where(plain <= cut, -weight * plain, 0)
