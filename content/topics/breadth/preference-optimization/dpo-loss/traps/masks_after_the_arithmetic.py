# caught by: Anything may stand where the mask is 0
# Zero times minus infinity is NaN.
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    n = len(chosen)
    won = ((chosen - ref_chosen) * chosen_mask).sum(1)
    lost = ((rejected - ref_rejected) * rejected_mask).sum(1)
    z = beta * (won - lost)
    right, wrong = np.logaddexp(0, -z), np.logaddexp(0, z)
    loss = np.mean((1 - smoothing) * right + smoothing * wrong)
    slope = beta * (smoothing * np.exp(-right) - (1 - smoothing) * np.exp(-wrong)) / n
    return loss, slope[:, None] * chosen_mask, -slope[:, None] * rejected_mask
