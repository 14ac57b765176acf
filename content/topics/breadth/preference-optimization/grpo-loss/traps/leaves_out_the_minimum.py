# caught by: The loss of the example
# Cuts the ratio always: bad answers that became likelier are let off.
import numpy as np


def group_advantages(rewards, groups):
    rewards, groups = np.asarray(rewards, float), np.asarray(groups)
    out = np.zeros(len(rewards))
    for label in np.unique(groups):
        own = rewards[groups == label]
        if own.max() > own.min():
            out[groups == label] = (own - own.mean()) / own.std()
    return out


def grpo_loss(logps, old_logps, mask, advantages, low=0.2, high=0.2):
    mask, A = np.asarray(mask, bool), np.asarray(advantages)[:, None]
    ratio = np.exp(np.where(mask, logps, 0) - np.where(mask, old_logps, 0))
    plain, cut = ratio * A, np.clip(ratio, 1 - low, 1 + high) * A
    weight = mask / np.maximum(mask.sum(1, keepdims=True), 1) / len(A)
    loss = -np.sum(weight * cut)
    gradient = -weight * np.where(plain == cut, plain, 0)
    return loss, gradient
