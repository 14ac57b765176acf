# caught by: No argument is changed
# Cleans the padding where it stands: the caller's tables are changed.
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, chosen_mask, rejected_mask, beta, smoothing=0.0):
    for table, mask in (
        (chosen, chosen_mask),
        (ref_chosen, chosen_mask),
        (rejected, rejected_mask),
        (ref_rejected, rejected_mask),
    ):
        table[mask == 0] = 0
    z = beta * (chosen.sum(1) - ref_chosen.sum(1) - rejected.sum(1) + ref_rejected.sum(1))
    loss = np.mean((1 - smoothing) * np.logaddexp(0, -z) + smoothing * np.logaddexp(0, z))
    slope = beta * (np.exp(-np.logaddexp(0, -z)) - 1 + smoothing) / len(z)
    return loss, slope[:, None] * chosen_mask, -slope[:, None] * rejected_mask
