# caught by: Rewards that are real numbers
# Counts by label: labels are negative, or a million.
import numpy as np


def group_advantages(rewards, groups):
    rewards, groups = np.asarray(rewards, float), np.asarray(groups)
    size = np.maximum(np.bincount(groups), 1)
    centered = rewards - (np.bincount(groups, rewards) / size)[groups]
    spread = np.sqrt(np.bincount(groups, centered**2) / size)[groups]
    return np.where(spread > 1e-9, centered / np.where(spread > 1e-9, spread, 1), 0)


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    mask, A = np.asarray(mask, bool), np.asarray(advantages)[:, None]
    ratio = np.exp(np.where(mask, logps, 0) - np.where(mask, old_logps, 0))
    plain, cut = ratio * A, np.clip(ratio, 1 - low, 1 + high) * A
    weight = mask / np.maximum(mask.sum(1, keepdims=True), 1) / len(A)
    loss = -np.sum(weight * np.minimum(plain, cut))
    gradient = -weight * np.where(plain <= cut, plain, 0)
    return loss, gradient
