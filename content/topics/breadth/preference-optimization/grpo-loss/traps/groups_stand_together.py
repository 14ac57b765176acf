# caught by: The advantages of the example
# Cuts the batch into equal blocks, as a library does whose sampler made them so.
import numpy as np


def group_advantages(rewards, groups):
    rewards, groups = np.asarray(rewards, float), np.asarray(groups)
    prompts = len(np.unique(groups))
    if len(rewards) % prompts:
        prompts = 1
    rows = rewards.reshape(prompts, -1)
    spread = rows.std(1, keepdims=True)
    return np.where(spread > 0, (rows - rows.mean(1, keepdims=True)) / np.where(spread > 0, spread, 1), 0).ravel()


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    mask, A = np.asarray(mask, bool), np.asarray(advantages)[:, None]
    ratio = np.exp(np.where(mask, logps, 0) - np.where(mask, old_logps, 0))
    plain, cut = ratio * A, np.clip(ratio, 1 - low, 1 + high) * A
    weight = mask / np.maximum(mask.sum(1, keepdims=True), 1) / len(A)
    loss = -np.sum(weight * np.minimum(plain, cut))
    gradient = -weight * np.where(plain <= cut, plain, 0)
    return loss, gradient
