# caught by: The example in the statement
# Compares the answers by the policy alone.
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n = len(chosen)
    won = np.where(chosen_mask, chosen, 0).sum(1)
    lost = np.where(rejected_mask, rejected, 0).sum(1)
    z = beta * (won - lost)
    right, wrong = np.logaddexp(0, -z), np.logaddexp(0, z)
    loss = np.mean((1 - smoothing) * right + smoothing * wrong)
    slope = beta * (smoothing * np.exp(-right) - (1 - smoothing) * np.exp(-wrong)) / n
    return loss, slope[:, None] * chosen_mask, -slope[:, None] * rejected_mask
