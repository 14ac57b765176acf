import numpy as np


def adamw(
    w: np.ndarray,
    grads: np.ndarray,
    lr: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> np.ndarray:
    """Take one step of AdamW for each gradient.

    Parameters
    ----------
    w : array of shape (d,)
        The weights at the start.
    grads : array of shape (n, d)
        The gradient of each step.
    lr, beta1, beta2, eps, weight_decay : float

    Returns
    -------
    array of shape (n, d)
        The weights after each step.

    Notes
    -----
    m and v start at zero, so after t steps the weights in them sum to 1 - beta^t; dividing by that makes them
    averages. The decay does not pass through the division by the root of v. O(n d) time, O(d) besides the answer.
    """
    w, grads = np.asarray(w, float), np.asarray(grads, float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = np.empty_like(grads)
    for t, g in enumerate(grads, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        w = w - lr * (m_hat / (np.sqrt(v_hat) + eps) + weight_decay * w)
        path[t - 1] = w
    return path
