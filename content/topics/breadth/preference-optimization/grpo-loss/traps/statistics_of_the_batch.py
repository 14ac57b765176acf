# caught by: The advantages of the example
# Normalizes over all answers at once.
import numpy as np


def group_advantages(rewards, groups):
    rewards = np.asarray(rewards, float)
    return (rewards - rewards.mean()) / rewards.std() if np.ptp(rewards) else 0 * rewards


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    mask, A = np.asarray(mask, bool), np.asarray(advantages)[:, None]
    ratio = np.exp(np.where(mask, logps, 0) - np.where(mask, old_logps, 0))
    plain, cut = ratio * A, np.clip(ratio, 1 - low, 1 + high) * A
    weight = mask / np.maximum(mask.sum(1, keepdims=True), 1) / len(A)
    loss = -np.sum(weight * np.minimum(plain, cut))
    gradient = -weight * np.where(plain <= cut, plain, 0)
    return loss, gradient
