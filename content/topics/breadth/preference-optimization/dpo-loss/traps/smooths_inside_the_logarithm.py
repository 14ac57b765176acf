# caught by: Labels that may be wrong
# Mixes the two chances and takes one logarithm: the likelihood of a noisy label, which is another loss.
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n = len(chosen)
    won = np.where(chosen_mask, chosen, 0).sum(1) - np.where(chosen_mask, ref_chosen, 0).sum(1)
    lost = np.where(rejected_mask, rejected, 0).sum(1) - np.where(rejected_mask, ref_rejected, 0).sum(1)
    z = beta * (won - lost)
    right, wrong = np.logaddexp(0, -z), np.logaddexp(0, z)
    loss = -np.mean(np.log((1 - smoothing) * np.exp(-right) + smoothing * np.exp(-wrong) + 1e-300))
    slope = beta * (smoothing * np.exp(-right) - (1 - smoothing) * np.exp(-wrong)) / n
    return loss, slope[:, None] * chosen_mask, -slope[:, None] * rejected_mask
