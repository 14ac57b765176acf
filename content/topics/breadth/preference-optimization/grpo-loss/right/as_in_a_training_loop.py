# The largest of two losses, a tolerance for equal rewards, and indicator matrices.
import numpy as np


def group_advantages(rewards, groups):
    rewards, groups = np.array(rewards, dtype=np.float64), np.array(groups)
    same = (groups[:, None] == groups[None, :]).astype(np.float64)
    counts = same.sum(1)
    mean = same @ rewards / counts
    std = np.array([rewards[groups == label].std() for label in groups])
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(std < 1e-8, 0.0, (rewards - mean) / std)


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    keep = np.asarray(mask) != 0
    log_ratio = np.zeros(keep.shape)
    log_ratio[keep] = logps[keep] - old_logps[keep]
    ratio = np.exp(log_ratio)
    A = np.broadcast_to(np.asarray(advantages, np.float64).reshape(-1, 1), keep.shape)
    losses = np.maximum(-A * ratio, -A * np.clip(ratio, 1 - low, 1 + high))
    clipped = ((A > 0) & (ratio > 1 + high)) | ((A < 0) & (ratio < 1 - low))
    lengths = keep.sum(axis=1)
    loss, gradient = 0.0, np.zeros(keep.shape)
    for i in np.flatnonzero(lengths):
        loss += losses[i, keep[i]].mean() / len(keep)
        gradient[i] = np.where(keep[i] & ~clipped[i], -A[i] * ratio[i], 0) / lengths[i] / len(keep)
    return loss, gradient
