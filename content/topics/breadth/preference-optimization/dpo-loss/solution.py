import numpy as np


def dpo_loss(
    chosen: np.ndarray,
    rejected: np.ndarray,
    ref_chosen: np.ndarray,
    ref_rejected: np.ndarray,
    chosen_mask: np.ndarray,
    rejected_mask: np.ndarray,
    beta: float,
    smoothing: float = 0.0,
) -> tuple[float, np.ndarray, np.ndarray]:
    """The loss of DPO on pairs of answers, and its gradients.

    Parameters
    ----------
    chosen, ref_chosen : arrays of shape (n, T)
        Log-probabilities of the preferred answers' tokens, by the policy and by the reference.
    rejected, ref_rejected : arrays of shape (n, S)
        The same of the other answers.
    chosen_mask, rejected_mask : arrays of shapes (n, T) and (n, S)
        1 where a token counts; elsewhere a log-probability may be anything.
    beta : float
    smoothing : float
        The chance that a label is wrong.

    Returns
    -------
    loss, d_chosen, d_rejected : a float, and arrays of the shapes of chosen and rejected

    Notes
    -----
    Logistic regression on one number per pair; softplus and sigmoid by logaddexp, which never overflows.
    O(n (T + S)).
    """
    chosen_mask, rejected_mask = np.asarray(chosen_mask, bool), np.asarray(rejected_mask, bool)
    gain = log_ratio(chosen, ref_chosen, chosen_mask) - log_ratio(rejected, ref_rejected, rejected_mask)
    right, wrong = np.logaddexp(0, -beta * gain), np.logaddexp(0, beta * gain)
    loss = np.mean((1 - smoothing) * right + smoothing * wrong)
    slope = beta / len(gain) * (smoothing * np.exp(-right) - (1 - smoothing) * np.exp(-wrong))[:, None]
    return float(loss), np.where(chosen_mask, slope, 0), np.where(rejected_mask, -slope, 0)


def log_ratio(policy: np.ndarray, reference: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """How much likelier the policy makes each answer than the reference does, as a logarithm."""
    likelier, baseline = (np.where(mask, np.asarray(one, float), 0).sum(axis=1) for one in (policy, reference))
    return likelier - baseline
